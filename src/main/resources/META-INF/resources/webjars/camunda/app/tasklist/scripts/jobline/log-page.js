import { api } from './api.js';
import { draftOf, forgetDraft, forgetOldDrafts, keepDraft } from './drafts.js';
import { ActionForm } from './forms/action-form.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { Once } from './once.js';
import { showOrder } from './order-address.js';
import { routePage } from './route-page.js';
import { SiteBriefing } from './site-briefing.js';

/** In the place of an order's number, as long as there is none. */
const NOT_YET = 'new';
/** Where an order is logged: …/tasklist/default/#/log. */
export const logPage = routePage({
  id: 'jobline-log-page',
  path: '/log',
  className: 'jobline-page jobline-log',
  open: holder => new LogPage(holder)
});

class LogPage {

  constructor(node) {
    Object.assign(this, { node, types: null, type: null, failure: null, isClosed: false });
    this.once = new Once();
    this.title = document.title;
    document.title = say('Log an order') + ' – ' + this.title;
    this.draw();
    forgetOldDrafts();
    this.begin();
  }

  close() {
    this.isClosed = true;
    this.drop();
    document.title = this.title;
    render(nothing, this.node);
  }

  drop() {
    this.form?.close();
    this.briefing?.close();
    this.form = this.briefing = null;
  }

  async begin() {
    try {
      [this.types, this.user] = await Promise.all([api.orderTypes(), api.user()]);
      if (this.types.length > 0) {
        const kept = this.types.find(({ type }) => draftOf(this.user, NOT_YET, type));
        await this.choose((kept || this.types[0]).type);
      }
    } catch (failure) {
      this.failure = failure.message;
    }
    this.draw();
  }

  async choose(type) {
    const run = this.run = (this.run || 0) + 1;
    let form;
    try {
      form = await api.logForm(type);
    } catch (failure) {
      this.failure = failure.message;
      this.draw();
      return;
    }
    if (this.isClosed || run !== this.run) {
      return;
    }
    this.drop();
    Object.assign(this, { type, failure: null });
    this.draw();
    this.form = new ActionForm(this.node.querySelector('.jobline-log-form'), {
      form,
      values: draftOf(this.user, NOT_YET, type) || undefined,
      onSubmit: fields => this.log(type, fields),
      onChange: () => this.changed(),
      submitLabel: this.types.find(candidate => candidate.type === type).action
    });
    this.briefing = new SiteBriefing(this.node.querySelector('.jobline-briefing'), values => this.form.fill(values),
      form.components.some(({ key }) => key === 'priority'));
    this.changed();
    this.form.focus();
  }

  /** What stands in the fields is kept, and what is known of it is shown beside them. */
  changed() {
    if (!this.form) {
      return;
    }
    if (this.form.isDirty()) {
      keepDraft(this.user, NOT_YET, this.type, this.form.values());
    } else {
      forgetDraft(this.user, NOT_YET, this.type);
    }
    this.briefing.show(this.form.chosen(), zone => this.form.isAt(zone));
    if (this.wasDirty !== this.form.isDirty()) {
      this.draw();
    }
  }

  async log(type, fields) {
    const order = await this.once.send(key => api.log({ type, ...fields }, key));
    this.drop();
    forgetDraft(this.user, NOT_YET, type);
    const isCopied = await navigator.clipboard?.writeText(order.number).then(() => true, () => false);
    showOrder(order.number, isCopied ? say('{0} logged and copied.', order.number) : say('{0} logged.', order.number));
  }

  discard() {
    forgetDraft(this.user, NOT_YET, this.type);
    this.choose(this.type);
  }

  draw() {
    if (this.isClosed) {
      return;
    }
    this.wasDirty = Boolean(this.form?.isDirty());
    const { types } = this;
    render(html`
      <header class="jobline-page-head">
        <h1>${say('Log an order')}</h1>
        ${types && types.length > 1 ? html`<select class="form-control input-sm jobline-log-type" aria-label=${say('Type')}
          @change=${event => this.choose(event.target.value)}>
          ${types.map(({ type, label }) => html`<option value=${type} .selected=${type === this.type}>${label}</option>`)}
        </select>` : nothing}
        ${this.wasDirty ? html`<button type="button" class="btn btn-link btn-sm" @click=${() => this.discard()}>${
          say('Discard')}</button>` : nothing}
      </header>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
      ${types === null && !this.failure ? html`<p class="jobline-quiet" role="status">${say('Loading …')}</p>` : nothing}
      ${types && types.length === 0 ? html`<p class="jobline-quiet">${say('You are not allowed to log orders.')}</p>` : nothing}
      <div class="jobline-log-columns">
        <section class="jobline-log-form" aria-label=${say('Log an order')}></section>
        <aside class="jobline-briefing" aria-label=${say('What we know of the site')}></aside>
      </div>`, this.node);
  }
}
