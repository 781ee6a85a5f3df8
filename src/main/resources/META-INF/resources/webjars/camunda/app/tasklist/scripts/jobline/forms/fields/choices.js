// Ticks, and choices that are all shown: one of them, or several.

import { html, nothing } from '../../lit-html.js';
import { say } from '../../language.js';

function isTick(field) {
  return field.component.type === 'checkbox';
}

export const choices = {
  isGroup: field => !isTick(field),
  start: (value, field) => isTick(field) ? value === true || value === 'true'
    : field.component.type === 'radio' ? value : Array.isArray(value) ? value : [],
  read: entry => ({ value: entry }),

  draw(field, aria) {
    const isFixed = field.component.readonly || field.component.disabled;
    if (isTick(field)) {
      return html`<input type="checkbox" id=${aria.id} name=${aria.name} ?disabled=${isFixed}
        aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
        .checked=${field.entry} @change=${event => field.enter(event.target.checked)} @blur=${() => field.leave()}>`;
    }
    const isOne = field.component.type === 'radio';
    return html`${field.options.map((option, index) => html`<label class="jobline-tick">
      <input type=${isOne ? 'radio' : 'checkbox'} id=${index === 0 ? aria.id : nothing} name=${aria.id + '-choice'}
        data-value=${option.value} ?disabled=${isFixed} aria-describedby=${aria.describedBy}
        .checked=${isOne ? field.entry === option.value : field.entry.includes(option.value)}
        @change=${event => field.enter(isOne ? option.value : field.options.map(other => other.value)
          .filter(other => other === option.value ? event.target.checked : field.entry.includes(other)))}>
      <span>${option.label}</span></label>`)}
      ${isOne && !field.isRequired && field.entry !== null && !isFixed
        ? html`<button type="button" class="jobline-none" @click=${event => none(event, field)}>${
          say('None of these')}</button>` : nothing}`;
  }
};

function none(event, field) {
  const group = event.target.closest('fieldset');
  field.enter(null);
  group.querySelector('input').focus();
}
