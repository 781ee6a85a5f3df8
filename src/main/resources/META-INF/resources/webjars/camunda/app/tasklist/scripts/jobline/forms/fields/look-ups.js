// Choices that are found by typing: from the form itself, or asked of the server while somebody types.

import { api } from '../../api.js';
import { say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';

/** Longer than between two keys, in milliseconds. */
const DEBOUNCE_MS = 200;
const MAX_SHOWN = 100;

/** The pick list a text field is filled from, named by its property or the end of its id; undefined for none. */
export function listOf(component) {
  return (component.properties || {}).pickList || (component.id || '').split('__')[1];
}

function isAsked(field) {
  return field.component.type === 'textfield';
}

function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function matching(options, text) {
  const words = folded(text).split(/\s+/);
  return options.filter(option => words.every(word => folded(option.label + ' ' + option.value).includes(word)));
}

/** What a text stands for without a doubt: the option of that name, or the only one it can mean. */
function meant(field, text) {
  const exact = field.options
    .filter(option => [option.label, option.value].some(name => folded(name) === folded(text)));
  const found = exact.length > 0 ? exact : matching(field.options, text);
  return found.length === 1 ? found[0] : null;
}

function box(field) {
  field.box = field.box || { isOpen: false, active: -1, found: [], asked: null, pending: null, isFailed: false };
  return field.box;
}

export const lookUps = {
  start(value, field) {
    const option = field.options.find(candidate => candidate.value === value);
    return { text: option ? option.label : value === null ? '' : String(value), value: option ? option.value : null };
  },
  draft: entry => entry.value === null ? entry.text : entry.value,
  /** The name of what was chosen may not be known any more, or not yet: then it stays as it was written. */
  restore(value, field) {
    return this.start(value, field);
  },

  resolve: field => resolve(field)?.then(found => take(field, found)),
  /** What was typed last may still be looked up. */
  awaits: field => resolve(field)?.then(found => take(field, found)),

  read(entry, field) {
    if (entry.text.trim() === '') {
      return { value: null };
    }
    if (entry.value !== null) {
      return { value: entry.value };
    }
    if (isAsked(field)) {
      return { value: entry.text.trim() };
    }
    const option = meant(field, entry.text);
    return option ? { value: option.value } : { value: null, error: say('Pick one from the list.') };
  },

  tidy(entry, field) {
    const isOpen = entry.value === null && entry.text.trim() !== '' && !isAsked(field);
    const option = isOpen ? meant(field, entry.text) : null;
    return option ? { text: option.label, value: option.value } : entry;
  },

  draw(field, aria) {
    const state = box(field);
    const list = aria.id + '-list';
    const isFixed = field.component.readonly || field.component.disabled;
    const isOpen = state.isOpen && !isFixed;
    return html`<span class="jobline-look-up">
      <input type="text" class="form-control" role="combobox" id=${aria.id} name=${aria.name} autocomplete="off"
        aria-autocomplete="list" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls=${list}
        aria-activedescendant=${isOpen && state.active >= 0 ? list + '-' + state.active : nothing}
        aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
        aria-label=${aria.label ?? nothing} ?readonly=${isFixed} .value=${field.entry.text}
        @input=${event => typed(field, event.target.value)} @change=${event => event.target.value !== field.entry.text
          && typed(field, event.target.value)} @click=${() => !state.isOpen && open(field)}
        @keydown=${event => key(field, event)} @focus=${() => {
          state.isIn = true;
        }} @blur=${() => leave(field)}>
      <ul class="jobline-options" role="listbox" tabindex="-1" id=${list} aria-label=${field.label}
        ?hidden=${!isOpen || state.found.length === 0} @mousedown=${event => event.preventDefault()}>
        ${isOpen ? state.found.map((option, index) => html`<li role="option" id=${list + '-' + index}
          data-value=${option.value} aria-selected=${index === state.active ? 'true' : 'false'}
          @click=${() => choose(field, option)}>${option.label}</li>`) : nothing}
      </ul>
      <span class="jobline-quiet" role="status">${isOpen && state.found.length === 0 && !state.pending
        ? state.isFailed ? say('The list isn\'t available. Type it in full.') : say('Nothing found') : nothing}</span>
    </span>`;
  }
};

function typed(field, text) {
  const state = box(field);
  Object.assign(state, { isOpen: true, active: -1 });
  if (!isAsked(field)) {
    find(field, text);
  } else {
    clearTimeout(state.pending);
    state.pending = setTimeout(() => ask(field, text), DEBOUNCE_MS);
  }
  field.enter({ text, value: null });
}

function find(field, text) {
  box(field).found = (text.trim() === '' ? field.options : matching(field.options, text)).slice(0, MAX_SHOWN);
}

function open(field) {
  const state = box(field);
  Object.assign(state, { isOpen: true, active: -1 });
  if (!isAsked(field)) {
    // what was chosen is no reason to hide what else there is
    find(field, field.entry.value === null ? field.entry.text : '');
    state.active = state.found.findIndex(option => option.value === field.entry.value);
  } else {
    ask(field, field.entry.value === null ? field.entry.text : '');
  }
  field.model.changed();
}

async function ask(field, text) {
  const state = box(field);
  state.asked = text;
  let found = [];
  state.isFailed = false;
  try {
    found = await api.pickList(listOf(field.component), text, field.context.number, field.model.lookedUp(field));
  } catch (failure) {
    // the field still takes what is typed, and the server says whether it is right
    state.isFailed = true;
  }
  if (state.asked === text) {
    Object.assign(state, { found, pending: null });
    field.model.changed();
  }
}

function choose(field, option) {
  box(field).isOpen = false;
  field.enter({ text: option.label, value: option.value, ...(option.figures && { figures: option.figures }) });
  field.model.changed();
}

function leave(field) {
  const state = box(field);
  clearTimeout(state.pending);
  Object.assign(state, { isOpen: false, pending: null, asked: null, isIn: false });
  field.leave();
  // somebody who has come back meanwhile is still typing
  resolve(field)?.then(found => !state.isIn && take(field, found));
}

/** What was typed and can mean one entry only is that entry. The server is asked once for a text. */
function resolve(field) {
  const { text, value } = field.entry;
  const state = box(field);
  if (!isAsked(field) || value !== null || text.trim() === '' || !field.isTouched) {
    return null;
  }
  if (state.resolved !== text) {
    Object.assign(state, { resolved: text, resolving: lookUp(field, text) });
  }
  return state.resolving;
}

/** @return text, and the entry it can mean; null when it can mean several or none */
async function lookUp(field, text) {
  let found = [];
  // who types fast has left those before it without an answer yet
  await Promise.all(field.model.before(field).filter(({ kind }) => kind === lookUps).map(other => lookUps.awaits(other)));
  try {
    found = await api.pickList(listOf(field.component), text.trim(), field.context.number, field.model.lookedUp(field));
  } catch (failure) {
    // the server says on submission whether it is right, or it is looked up again
    box(field).resolved = null;
  }
  const exact = found.filter(option => [option.label, option.value].some(name => folded(name) === folded(text)));
  const [only, ...others] = exact.length > 0 ? exact : found;
  return { text, option: only && others.length === 0 ? only : null };
}

function take(field, { text, option }) {
  if (option && field.entry.text === text && field.entry.value === null) {
    choose(field, option);
  }
}

function key(field, event) {
  const state = box(field);
  const chosen = state.isOpen ? state.found[state.active] : undefined;
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    if (!state.isOpen) {
      open(field);
    } else if (state.found.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      state.active = state.active < 0 && step < 0 ? state.found.length - 1
        : (state.active + step + state.found.length) % state.found.length;
      field.model.changed();
      scroll(event.target, state);
    }
  } else if (event.key === 'Enter' && chosen && !event.ctrlKey) {
    event.preventDefault();
    choose(field, chosen);
  } else if (event.key === 'Tab' && chosen) {
    choose(field, chosen);
  } else if (event.key === 'Escape' && state.isOpen) {
    // closes the list only, and not what is around the form
    event.preventDefault();
    event.stopPropagation();
    state.isOpen = false;
    field.model.changed();
  }
}

function scroll(input, state) {
  const option = document.getElementById(input.id + '-list-' + state.active);
  if (option) {
    option.scrollIntoView({ block: 'nearest' });
  }
}
