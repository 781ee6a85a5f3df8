import { api } from './api.js';
import { say } from './language.js';
import { element } from './page.js';
import { refusal } from './refusals.js';

/**
 * The end of a menu: a button that shows what is not offered, what stands in the way and where it is offered.
 *
 * @param filter asked for the words that narrow the menu
 * @param onDrawn told when it has become larger or smaller
 */
export function whyNot(number, filter, onDrawn) {
  const list = element('dl', { class: 'jobline-why-not-list', hidden: true });
  const button = element('button', {
    type: 'button',
    class: 'btn btn-link btn-sm',
    'aria-expanded': 'false',
    onclick: toggle
  }, say('Why can\'t I …?'));
  const part = element('div', { class: 'jobline-why-not' }, button, list);
  let actions = null;

  async function toggle() {
    list.hidden = !list.hidden;
    button.setAttribute('aria-expanded', String(!list.hidden));
    if (!list.hidden) {
      listen();
      try {
        actions = actions || await api.notOffered(number);
        draw();
      } catch (failure) {
        list.replaceChildren(element('dt', {}, failure.message));
      }
    }
    onDrawn();
  }

  function listen() {
    part.parentElement.removeEventListener('jobline-filter', draw);
    part.parentElement.addEventListener('jobline-filter', draw);
  }

  function draw() {
    const words = filter().toLowerCase().split(/\s+/);
    const found = (actions || []).filter(action => words.every(word => action.label.toLowerCase().includes(word)));
    list.replaceChildren(...(found.length > 0
      ? found.flatMap(action => [
        element('dt', { 'data-action': action.key }, action.label),
        element('dd', {}, refusal(action.why)),
        element('dd', { class: 'jobline-quiet' }, say('Available in {0}.', action.offeredIn.join(', ')))])
      : [element('dt', {}, say('No matching actions.'))]));
  }

  return part;
}
