// Numbers, and money with the currency of the order: every number of two decimals is money unless it has a unit.

import { html, nothing } from '../../lit-html.js';
import { currencySign, formatNumber, readNumber } from '../reading/numbers.js';

function rules({ component, context }) {
  const decimals = component.decimalDigits ?? 2;
  const { unit } = component.properties || {};
  return { decimals, unit, currency: decimals === 2 && !unit ? context.currency : undefined };
}

export const numbers = {
  start: (value, field) => typeof value === 'number' ? formatNumber(value, field.context.locale, rules(field))
    : value === null ? '' : String(value),
  read: (entry, field) => readNumber(entry, field.context.locale, rules(field)),

  /** What was read is shown as it was understood; what was not stays as it was typed. */
  tidy(entry, field) {
    const { value } = this.read(entry, field);
    return value === null || value === undefined ? entry : formatNumber(value, field.context.locale, rules(field));
  },

  draw(field, aria) {
    const { unit, currency, decimals } = rules(field);
    const enter = event => field.enter(event.target.value);
    const sign = currency && currencySign(currency, field.context.locale);
    const input = html`<input type="text" class="form-control jobline-number" id=${aria.id} name=${aria.name}
      inputmode=${decimals > 0 ? 'decimal' : 'numeric'} autocomplete="off"
      aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
      ?readonly=${field.component.readonly || field.component.disabled} .value=${field.entry}
      @input=${enter} @change=${enter} @blur=${() => field.leave()}>`;
    const shown = text => text ? html`<span class="jobline-unit">${text}</span>` : nothing;
    return sign || unit ? html`<span class="jobline-with-unit">${shown(sign)}${input}${shown(unit)}</span>` : input;
  }
};
