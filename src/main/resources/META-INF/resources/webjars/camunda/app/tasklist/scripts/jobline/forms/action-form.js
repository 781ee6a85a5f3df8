// The form of an action, drawn and filled in.

import { orderSheetOf } from '../api.js';
import { say } from '../language.js';
import { html, nothing, render } from '../lit-html.js';
import { CannedTexts } from './canned-texts.js';
import { FormModel } from './form-model.js';
import { whenReleased } from './press.js';
import { refusal } from '../refusals.js';
import { statusName } from '../translations.js';
import { summary } from './summary.js';
import { formText } from './texts.js';

const ORDER_NUMBER = /\b([A-Z]{1,2}-\d{6,})\b/;
/** The text that says which order it is. */
const HEADING = 'order';
/** After which somebody wonders whether anything happens. */
const SLOW_MS = 500;
let forms = 0;

export class ActionForm {

  /**
   * Draws a form into a node, which is empty, and keeps it there until it is closed.
   *
   * @param form as the server hands it out, with its data
   * @param values what stands in fields instead of what the form begins with, as {@link #values} gave them
   * @param order number, timeZone and currency; left out while there is none
   * @param onSubmit takes the fields, and the mark of the summary that was confirmed, and promises to have them done; its
   *   failure is told, and everything typed stays
   * @param onSummary takes the fields and promises the summary of what they do, with its mark; left out: there is none,
   *   and what a form wants confirmed is a tick
   * @param onChange told whenever something else stands in a field
   * @param submitLabel what the button says; null for no button
   * @param onCancel told when somebody doesn't want to go on; left out: there is no button to say so
   * @param hasHeading whether the order the form names is shown
   * @param now gives the present instant
   */
  constructor(node, {
    form, values, order = null, onSubmit, onSummary = null, onChange = () => {}, submitLabel = say('Save'), onCancel = null,
    hasHeading = false, now
  }) {
    Object.assign(this, { node, onSubmit, onSummary, submitLabel, onCancel, hasHeading, trouble: null, summary: null,
      isBusy: false, isSlow: false, isClosed: false, isDrawing: false, isDrawnAgain: false });
    this.drawLater = () => this.draw();
    this.id = 'jobline-form-' + ++forms;
    this.model = new FormModel(form, { values, order, now, isSummarised: Boolean(onSummary), onChange: () => {
      // a field that is taken away tells that it is left
      if (!this.isClosed) {
        if (this.summary && this.summary.of !== JSON.stringify(this.model.submission())) {
          this.summary = null;
        }
        whenReleased(this.drawLater);
        onChange();
      }
    } });
    this.draw();
  }

  /** Leads to the first field. */
  focus() {
    const [field] = this.model.shownFields().filter(({ component }) => !component.readonly && !component.disabled);
    const control = field && this.control(field);
    if (control) {
      control.focus();
    }
  }

  /** What was filled in, right or not: to be kept, and given to another form of the same action. */
  values() {
    return this.model.drafts();
  }

  /** What was chosen or typed, right or not, by field; nothing for what is empty. */
  chosen() {
    return this.model.chosen();
  }

  /** Puts values into fields as if somebody had typed them. */
  fill(values) {
    this.model.fill(values);
  }

  /** Times are those of another place from now on. */
  isAt(zone) {
    if (this.model.context.zone !== zone) {
      this.model.context.zone = zone;
      this.draw();
    }
  }

  /** @param data of the form as it is now; what was typed stays */
  renew(data) {
    this.summary = null;
    this.model.renew(data);
  }

  isDirty() {
    return this.model.isDirty();
  }

  close() {
    this.isClosed = true;
    this.model.fields.forEach(field => field.kind.close?.(field));
    render(nothing, this.node);
  }

  /**
   * Says beside their fields what is wrong, and leads to the first of them.
   *
   * @param list of field and message; what belongs to no field that is shown is said above the button
   */
  errors(list) {
    const fields = [...this.model.shownFields(), ...this.model.fieldsElsewhere()];
    const others = [];
    fields.forEach(field => {
      field.complaint = null;
    });
    list.forEach(({ field: key, message }) => {
      const field = fields.find(candidate => candidate.key === key);
      const of = field ?? this.model.byKey.get(key);
      const told = of?.kind.tell ? of.kind.tell(message, of, text => refusal(text, of))
        : refusal(of?.kind.named ? of.kind.named(message, of) : message, of);
      if (field) {
        field.complaint = field.complaint && field.complaint !== told ? field.complaint + ' ' + told : told;
      } else {
        others.push(told);
      }
    });
    this.trouble = others.length > 0 ? others.join(' ') : null;
    this.draw();
    this.lead(this.model.shownFields().find(field => field.complaint));
  }

  lead(field) {
    const control = field && this.control(field);
    if (control) {
      control.focus({ preventScroll: true });
      control.scrollIntoView({ block: 'center' });
    }
  }

  control(field) {
    const wrong = this.node.querySelector('[data-field="' + field.key + '"] [aria-invalid="true"]');
    return wrong && wrong.matches('input, textarea, select') ? wrong : document.getElementById(this.idOf(field));
  }

  idOf(field) {
    return this.id + '-' + field.key;
  }

  /** Does nothing while something stands in the way, but to say what. */
  async submit() {
    if (this.isBusy || this.isClosed) {
      return;
    }
    let isShown = false;
    this.isBusy = true;
    this.trouble = null;
    this.draw();
    const slow = setTimeout(() => {
      this.isSlow = true;
      this.draw();
    }, SLOW_MS);
    try {
      do {
        await Promise.all(this.model.shownFields().map(field => field.kind.awaits?.(field)));
        // while it waited for one file, another may have been chosen
      } while (!this.isClosed && this.model.shownFields().some(field => field.kind.isOnItsWay?.(field)));
      if (this.isClosed) {
        // thrown away, or left, while something was still on its way
        return;
      }
      const faulty = this.check();
      if (faulty.length > 0) {
        this.lead(faulty[0]);
        return;
      }
      const fields = this.model.submission();
      if (this.model.summaryTick && !this.summary) {
        const { content, mark } = await this.onSummary(fields);
        isShown = true;
        this.summary = { ...content, mark, of: JSON.stringify(fields) };
      } else {
        await this.onSubmit(fields, this.summary?.mark ?? null);
      }
    } catch (failure) {
      this.summary = null;
      this.fail(failure);
    } finally {
      clearTimeout(slow);
      this.isBusy = false;
      this.isSlow = false;
      this.draw();
    }
    if (isShown && this.summary) {
      this.leadToSummary();
    }
  }

  /** Enter goes on from there. */
  leadToSummary() {
    const confirm = document.getElementById(this.id + '-confirm');
    confirm.focus({ preventScroll: true });
    confirm.closest('.jobline-check').scrollIntoView({ block: 'nearest' });
  }

  /** Back to what was filled in. */
  change() {
    this.summary = null;
    this.draw();
    this.focus();
  }

  check() {
    this.model.shownFields().forEach(field => {
      field.isLeft = true;
      field.complaint = null;
    });
    this.draw();
    return this.model.faulty();
  }

  fail(failure) {
    const problem = failure.problem || failure;
    // what may be a duplicate is wrong with no field, but one is ticked to log it anyway
    const errors = problem.errors
      || problem.candidates && [{ field: 'confirmDuplicate', message: problem.detail || failure.message }];
    if (Array.isArray(errors) && errors.length > 0) {
      this.errors(errors);
    } else {
      this.trouble = refusal(failure.message);
      this.draw();
      this.node.querySelector('.jobline-form-trouble')?.scrollIntoView({ block: 'nearest' });
    }
  }

  draw() {
    if (this.isClosed) {
      return;
    }
    if (this.isDrawing) {
      // a field that is taken away while somebody is in it tells that it is left, in the middle of it
      this.isDrawnAgain = true;
      return;
    }
    this.isDrawing = true;
    try {
      do {
        this.isDrawnAgain = false;
        this.drawOnce();
      } while (this.isDrawnAgain);
    } finally {
      this.isDrawing = false;
    }
  }

  drawOnce() {
    const { components, seen } = this.model.shown();
    const { data } = this.model.form;
    const values = { ...data, ...seen, ...(data?.orderStatus && { orderStatus: statusName(data.orderStatus) }) };
    render(html`<form class="jobline-form" novalidate aria-busy=${this.isBusy ? 'true' : nothing}
        @submit=${event => {
          event.preventDefault();
          // what is shown is confirmed there, not by an Enter in one of the fields
          if (this.summary && event.submitter?.id !== this.id + '-confirm') {
            this.leadToSummary();
          } else {
            this.submit();
          }
        }} @keydown=${event => {
          if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            this.submit();
          }
        }}>
      ${components.map(component => component.type === 'text'
        ? component.id === HEADING && !this.hasHeading ? nothing
          : html`<div class="jobline-form-text">${formText(component.text, values)}</div>`
        : this.field(this.model.byKey.get(component.key)))}
      <p class="jobline-complaint jobline-form-trouble" role="alert">${
        this.trouble ? withLinks(this.trouble) : nothing}</p>
      ${this.summary ? summary(this.summary, this.model.summaryTick, { id: this.id, isBusy: this.isBusy, isSlow: this.isSlow,
        label: this.submitLabel, onChange: () => this.change() }) : nothing}
      ${this.submitLabel && !this.summary ? html`<div class="jobline-buttons"><button type="submit" class="btn btn-primary"
        aria-disabled=${this.isBusy ? 'true' : nothing}>${this.isSlow ? say('Saving …') : this.submitLabel}</button>
        ${this.onCancel ? html`<button type="button" class="btn btn-default" @click=${() => this.onCancel()}>${
          say('Cancel')}</button>` : nothing}</div>` : nothing}
    </form>`, this.node);
  }

  /** Those of the agent's groups for a text of several lines; null for another field. */
  texts(field) {
    const { component } = field;
    if (component.type !== 'textarea' || (component.properties || {}).rows || component.readonly || !this.model.form.id) {
      return null;
    }
    field.texts = field.texts || new CannedTexts({
      action: this.model.form.id,
      read: () => field.entry,
      write: text => field.enter(text),
      draw: () => this.draw()
    });
    return field.texts;
  }

  field(field) {
    if (!field) {
      return nothing;
    }
    const id = this.idOf(field);
    const message = field.message();
    const { description } = field.component;
    const isGroup = field.kind.isGroup && field.kind.isGroup(field);
    const isTick = field.component.type === 'checkbox';
    const below = field.kind.drawBelow ? field.kind.drawBelow(field, { id }) : nothing;
    const aria = {
      id,
      // a field named remove alone would hide the form's own method of that name
      name: 'field-' + field.key,
      describedBy: [message && id + '-error', below !== nothing && id + '-understood', description && id + '-help']
        .filter(Boolean).join(' ') || nothing,
      invalid: message ? 'true' : nothing,
      required: field.isRequired ? 'true' : nothing
    };
    const label = html`${field.label}${field.isRequired
      ? html`<span class="jobline-required" title=${say('required')} aria-hidden="true"> *</span>` : nothing}`;
    const texts = this.texts(field);
    const rest = html`${texts ? texts.panel() : nothing}${below}
      ${message ? html`<span class="jobline-field-error" id=${id + '-error'}>${withLinks(message)}</span>` : nothing}
      ${description
        ? html`<span class="jobline-quiet jobline-field-help" id=${id + '-help'}>${description}</span>` : nothing}`;
    const looks = 'jobline-form-field' + (message ? ' jobline-wrong' : '');
    const control = field.kind.draw(field, aria);
    if (isGroup) {
      const isRadio = field.component.type === 'radio';
      const leave = event => !event.currentTarget.contains(event.relatedTarget) && field.leave();
      return html`<fieldset class=${looks} data-field=${field.key} role=${isRadio ? 'radiogroup' : nothing}
        aria-required=${isRadio ? aria.required : nothing} aria-describedby=${aria.describedBy} @focusout=${leave}>
        <legend>${label}</legend>${control}${rest}</fieldset>`;
    }
    return isTick
      ? html`<div class=${looks} data-field=${field.key}><label class="jobline-tick" for=${id}>${control}
          <span>${label}</span></label>${rest}</div>`
      : html`<div class=${looks} data-field=${field.key}>${
        texts ? texts.button(() => this.control(field)) : nothing}<label for=${id}>${label}</label>${control}${rest}</div>`;
  }
}

/** Numbers of orders, such as possible duplicates, lead to the order's sheet: what is typed here stays. */
function withLinks(text) {
  return text.split(ORDER_NUMBER).map((part, index) => index % 2 === 0 ? part
    : html`<a href=${orderSheetOf(part)} target="_blank" rel="noopener">${part}</a>`);
}
