import { api } from './api.js';
import { say } from './language.js';
import { element } from './page.js';
import { whyNot } from './why-not.js';

const CHANNELS = { AGENT: say('Agent'), CALL_IN: say('Call In'), CALL_OUT: say('Call Out') };

/** Ctrl+Alt+A opens the menu of the order that is shown. */
document.addEventListener('keydown', event => {
  if (event.code === 'KeyA' && event.ctrlKey && event.altKey) {
    const button = document.querySelector('.jobline-page .jobline-menu-button');
    if (button) {
      event.preventDefault();
      button.click();
    }
  }
}, true);

/**
 * A button with the actions an order offers now. They are asked for each time it is opened: somebody else may have
 * moved the order meanwhile.
 *
 * @param options.offers asked for what is offered; left out: what the order offers
 * @param options.onChosen told the offer and the channel
 * @param options.title what stands on the button
 */
export function actionMenu(number, options) {
  const list = element('div', { class: 'jobline-menu', hidden: true });
  const button = element('button', {
    type: 'button',
    class: 'btn btn-default jobline-menu-button',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: toggle
  }, (options.title || say('Agent Action')) + ' ', element('span', { class: 'caret' }));
  const menu = element('span', { class: 'jobline-menu-holder', onkeydown: walk }, button, list);

  function close() {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('mousedown', closeOutside, true);
    window.removeEventListener('resize', close);
  }

  function closeOutside(event) {
    if (!menu.contains(event.target)) {
      close();
    }
  }

  async function toggle() {
    if (!list.hidden) {
      close();
      return;
    }
    list.replaceChildren(note(say('Loading …')));
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('mousedown', closeOutside, true);
    window.addEventListener('resize', close);
    place();
    try {
      show(await (options.offers ? options.offers() : api.actions(number)));
    } catch (failure) {
      list.replaceChildren(note(failure.message));
    }
    place();
  }

  function note(text) {
    return element('p', { class: 'jobline-menu-note', role: 'status' }, text);
  }

  /** Fixed to the window: the columns of Tasklist would cut it off. */
  function place() {
    const box = button.getBoundingClientRect();
    list.style.top = box.bottom + 2 + 'px';
    list.style.left = Math.max(8, Math.min(box.left, window.innerWidth - list.offsetWidth - 8)) + 'px';
    list.style.maxHeight = Math.max(120, window.innerHeight - box.bottom - 16) + 'px';
  }

  function show(offers) {
    const entries = offers.map(entry);
    list.replaceChildren(
      ...(entries.length > 0
        ? [filter(), element('ul', { role: 'menu', 'aria-label': options.title || say('Agent Action') }, entries)]
        : [note(say('No actions available in this status.'))]),
      // of many orders at once there is no one reason
      options.offers ? '' : whyNot(number, filterOf, place));
    const first = list.querySelector('button');
    if (first) {
      first.focus();
    }
  }

  function filterOf() {
    const input = list.querySelector('.jobline-menu-filter');
    return input ? input.value : '';
  }

  /** Typing anywhere in the menu leads here; what does not have these letters is hidden. */
  function filter() {
    return element('input', {
      type: 'search',
      class: 'form-control input-sm jobline-menu-filter',
      placeholder: say('Type to find an action'),
      'aria-label': say('Find an action'),
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: event => {
        const words = event.target.value.toLowerCase().split(/\s+/);
        list.querySelectorAll('.jobline-menu-entry').forEach(item => {
          const label = item.firstElementChild.textContent.toLowerCase();
          item.hidden = !words.every(word => label.includes(word));
        });
        list.dispatchEvent(new Event('jobline-filter'));
      }
    });
  }

  /** Named once; how it came about is a choice beside it where there is one. */
  function entry(offer) {
    const [usual, ...others] = offer.menus;
    return element('li', { class: 'jobline-menu-entry', role: 'presentation' },
      choice(offer, usual, {}, offer.label, offer.prompt ? element('span', { class: 'jobline-due' }, say('to do')) : null),
      others.map(channel => choice(offer, channel,
        { class: 'jobline-menu-channel', 'aria-label': offer.label + ', ' + CHANNELS[channel] }, CHANNELS[channel])));
  }

  function choice(offer, channel, attributes, ...children) {
    return element('button', {
      type: 'button',
      role: 'menuitem',
      tabindex: '-1',
      'data-action': offer.key,
      'data-channel': channel,
      onclick: () => choose(offer, channel),
      ...attributes
    }, children);
  }

  function choose(offer, channel) {
    close();
    options.onChosen(offer, channel);
  }

  function walk(event) {
    const entries = Array.from(list.querySelectorAll('li:not([hidden]) > button:first-child, .jobline-why-not > button'));
    const row = document.activeElement.closest('.jobline-menu-entry');
    const beside = row && { ArrowRight: document.activeElement.nextElementSibling,
      ArrowLeft: document.activeElement.previousElementSibling }[event.key];
    const at = entries.indexOf(row ? row.firstElementChild : document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? entries.length - 1 : at - 1, Home: 0, End: entries.length - 1 }[event.key];
    const input = list.querySelector('.jobline-menu-filter');
    if (event.key === 'Escape' && !list.hidden) {
      close();
      button.focus();
      event.stopPropagation();
    } else if (event.key === 'Enter' && event.target === input && entries.length > 0) {
      event.preventDefault();
      entries[0].click();
    } else if (beside) {
      beside.focus();
      event.preventDefault();
    } else if (next !== undefined && entries.length > 0 && !list.hidden) {
      entries[(next + entries.length) % entries.length].focus();
      event.preventDefault();
    } else if (input && event.target !== input && event.key.length === 1 && event.key !== ' '
        && !event.ctrlKey && !event.altKey && !event.metaKey) {
      input.focus();
    }
  }

  menu.close = close;
  return menu;
}
