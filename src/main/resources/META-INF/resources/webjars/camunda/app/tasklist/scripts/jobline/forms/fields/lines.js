// Text of one line or several.

import { html } from '../../lit-html.js';

const PHONE = /phone|numberTried/i;

export const lines = {
  start: value => value === null ? '' : String(value),
  read: entry => ({ value: entry.trim() || null }),

  draw(field, aria) {
    const { component } = field;
    const enter = event => field.enter(event.target.value);
    if (component.type === 'textarea') {
      return html`<textarea class="form-control" id=${aria.id} name=${aria.name}
        rows=${Math.min(8, Math.max(2, field.entry.split('\n').length))}
        aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
        ?readonly=${component.readonly || component.disabled} .value=${field.entry}
        @input=${enter} @change=${enter} @keydown=${event => field.texts?.key(event)} @blur=${() => field.leave()}></textarea>`;
    }
    return html`<input type=${PHONE.test(field.key) ? 'tel' : 'text'} class="form-control"
      id=${aria.id} name=${aria.name} autocomplete="off"
      aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
      ?readonly=${component.readonly || component.disabled} .value=${field.entry}
      @input=${enter} @change=${enter} @blur=${() => field.leave()}>`;
  }
};
