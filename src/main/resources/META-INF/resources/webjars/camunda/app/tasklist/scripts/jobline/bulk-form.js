// The form of an action, asked once for several orders.

import { api } from './api.js';
import { holds } from './conditions.js';
import { say } from './language.js';
import { html, nothing } from './lit-html.js';

const ONE_LINE = ['textfield', 'number', 'datetime'];
const INPUTS = [...ONE_LINE, 'textarea', 'checkbox', 'radio', 'select', 'checklist', 'taglist'];
const DEBOUNCE_MS = 200;
let pending = null;

function inputs(form) {
  return form.components.flatMap(component => component.components ? inputs(component) : [component])
    .filter(component => INPUTS.includes(component.type));
}

/** Whether every order is asked the same: a form that has a file, or begins with values of its order, is not. */
export function isForSeveral(form) {
  return inputs(form).every(field => !/__upload$/.test(field.id) && isEmpty((form.data || {})[field.key]));
}

function isEmpty(value) {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export class BulkForm {

  /** @param onChange told when it is to be drawn again */
  constructor(form, onChange) {
    this.form = form;
    this.onChange = onChange;
    this.suggestions = {};
    this.values = Object.fromEntries(inputs(form).map(field => [field.key, field.defaultValue ?? null]));
  }

  /** The fields that are shown: one is hidden by what stands in those before it. */
  shown() {
    const seen = Object.fromEntries(inputs(this.form).map(field => [field.key, null]));
    return inputs(this.form).filter(field => {
      const isHidden = field.conditional && field.conditional.hide && holds(field.conditional.hide, seen);
      seen[field.key] = isHidden ? null : this.values[field.key];
      return !isHidden;
    });
  }

  /** What is submitted for each order. */
  fields() {
    return Object.fromEntries(this.shown().map(field => [field.key, this.values[field.key]]).filter(([, value]) => !isEmpty(value)));
  }

  set(key, value) {
    this.values[key] = isEmpty(value) ? null : value;
    this.onChange();
  }

  draw() {
    return this.shown().map(field => {
      const label = field.label || field.dateLabel || field.key;
      const required = Boolean(field.validate && field.validate.required);
      const title = html`${label}${required ? html`<span class="jobline-required" title=${say('required')}> *</span>` : nothing}`;
      if (['radio', 'checklist', 'taglist'].includes(field.type)) {
        return html`<fieldset class="jobline-field"><legend>${title}</legend>${this.several(field, required)}</fieldset>`;
      }
      return html`<label class="jobline-field ${field.type === 'checkbox' ? 'jobline-tick' : ''}">
        <span>${title}</span>${this.control(field, required)}</label>`;
    });
  }

  options(field) {
    return field.values || (this.form.data || {})[field.valuesKey] || [];
  }

  several(field, required) {
    const isRadio = field.type === 'radio';
    const chosen = this.values[field.key];
    const change = value => event => this.set(field.key, isRadio ? value
      : (chosen || []).filter(other => other !== value).concat(event.target.checked ? [value] : []));
    return this.options(field).map(option => html`<label class="jobline-tick"><input type=${isRadio ? 'radio' : 'checkbox'}
      name="bulk-${field.key}" ?required=${isRadio && required}
      .checked=${isRadio ? chosen === option.value : (chosen || []).includes(option.value)}
      @change=${change(option.value)}><span>${option.label}</span></label>`);
  }

  control(field, required) {
    const set = event => this.set(field.key, event.target.value);
    const rule = field.validate || {};
    switch (field.type) {
      case 'textarea':
        return html`<textarea class="form-control" rows="3" name="bulk-${field.key}" ?required=${required}
          maxlength=${rule.maxLength || 4000} @input=${set}></textarea>`;
      case 'checkbox':
        return html`<input type="checkbox" name="bulk-${field.key}" ?required=${required}
          .checked=${Boolean(this.values[field.key])} @change=${event => this.set(field.key, event.target.checked)}>`;
      case 'select':
        return html`<select class="form-control" name="bulk-${field.key}" ?required=${required} @change=${set}>
          <option value=""></option>
          ${this.options(field).map(option => html`<option value=${option.value}>${option.label}</option>`)}</select>`;
      case 'number':
        return html`<input type="number" class="form-control" name="bulk-${field.key}" ?required=${required}
          step=${field.decimalDigits ? Math.pow(10, -field.decimalDigits) : 1} min=${rule.min ?? nothing} max=${rule.max ?? nothing}
          @input=${event => this.set(field.key, event.target.value === '' ? null : Number(event.target.value))}>`;
      case 'datetime':
        return html`<input type=${field.subtype === 'date' ? 'date' : 'datetime-local'} class="form-control"
          name="bulk-${field.key}" ?required=${required} @input=${set}>`;
      default:
        return this.line(field, required, set);
    }
  }

  line(field, required, set) {
    const list = field.properties && field.properties.pickList;
    const suggest = event => {
      const text = event.target.value;
      clearTimeout(pending);
      pending = setTimeout(async () => {
        try {
          this.suggestions[field.key] = await api.pickList(list, text, null);
          this.onChange();
        } catch (failure) {
          // the field still takes what is typed, and the server says whether it is right
        }
      }, DEBOUNCE_MS);
    };
    return html`<input type="text" class="form-control" name="bulk-${field.key}" ?required=${required} autocomplete="off"
        maxlength=${(field.validate || {}).maxLength || 4000} list=${list ? 'jobline-bulk-' + field.key : nothing}
        @input=${event => {
          set(event);
          if (list) {
            suggest(event);
          }
        }}>
      ${list ? html`<datalist id="jobline-bulk-${field.key}">${(this.suggestions[field.key] || []).map(choice =>
        html`<option value=${choice.label}></option>`)}</datalist>` : nothing}`;
  }
}
