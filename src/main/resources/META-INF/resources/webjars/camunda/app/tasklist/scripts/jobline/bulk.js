import { api } from './api.js';
import { draftOf, forgetDraft, keepDraft } from './drafts.js';
import { ActionForm } from './forms/action-form.js';
import { forSeveral, isForSeveral } from './forms/form-model.js';
import { html, nothing, render } from './lit-html.js';
import { orderWords as words } from './words.js';

/** As many orders the server tells shared actions for. */
export const MAX_ORDERS = 50;
/** In the place of an order's number: what is typed is for several. */
const SEVERAL = 'several';

/**
 * Does one action on several orders, one after the other, and tells what came of each. What is typed is kept until it is
 * done on all of them.
 */
export class Bulk {

  /**
   * @param node the dialog to draw into
   * @param onEnd told the numbers of the orders it was done on
   */
  constructor(node, onEnd) {
    this.node = node;
    this.onEnd = onEnd;
    node.addEventListener('cancel', event => {
      event.preventDefault();
      this.close();
    });
  }

  /** @throws CallFailed when the form cannot be had */
  async open(offer, channel, numbers) {
    const [form, order, user] = await Promise.all([api.form(numbers[0], offer.key), this.firstOf(numbers), api.user()]);
    Object.assign(this, { user, offer, channel, numbers, results: new Map(), state: 'asking', isStopped: false,
      run: Date.now().toString(36) + '-' + Math.random().toString(36).slice(2) });
    this.isSuitable = isForSeveral(form);
    this.draw();
    this.node.showModal();
    if (this.isSuitable) {
      this.form = new ActionForm(this.node.querySelector('.jobline-bulk-form'), { form: forSeveral(form), order,
        values: this.kept(), onChange: () => this.keep(),
        onSubmit: fields => this.start(fields), submitLabel: words.bulkStart(numbers.length),
        onCancel: () => {
          forgetDraft(user, SEVERAL, offer.key);
          this.close();
        } });
      this.form.focus();
    }
  }

  /** What was typed for these orders, or for more of which they are left; for others it may be wrong. */
  kept() {
    const { numbers, values } = draftOf(this.user, SEVERAL, this.offer.key) ?? { numbers: [] };
    return this.numbers.every(number => numbers.includes(number)) ? values : undefined;
  }

  keep() {
    if (this.form?.isDirty()) {
      keepDraft(this.user, SEVERAL, this.offer.key, { numbers: this.numbers, values: this.form.values() });
    } else if (this.form) {
      forgetDraft(this.user, SEVERAL, this.offer.key);
    }
  }

  /** Whose times and money are typed; the number is left out, because what one order offers is not asked of all. */
  async firstOf(numbers) {
    const { content } = await api.orderIfChanged(numbers[0]);
    return { timeZone: content.timeZone, currency: content.cost && content.cost.currency };
  }

  close() {
    if (this.state === 'doing') {
      this.isStopped = true;
      return;
    }
    this.closeForm();
    this.node.close();
    render(nothing, this.node);
    this.onEnd(this.done());
  }

  done() {
    return this.numbers.filter(number => (this.results.get(number) || {}).isDone);
  }

  closeForm() {
    if (this.form) {
      this.form.close();
      this.form = null;
    }
  }

  async start(filledIn) {
    const fields = { ...filledIn, channel: this.channel };
    this.closeForm();
    this.state = 'doing';
    for (const number of this.numbers) {
      if (this.isStopped) {
        break;
      }
      this.draw();
      this.results.set(number, await this.one(number, fields));
    }
    this.state = 'done';
    if (this.done().length === this.numbers.length) {
      forgetDraft(this.user, SEVERAL, this.offer.key);
    }
    this.draw();
    this.node.querySelector('.jobline-bulk-close').focus();
  }

  /** What got no answer is asked once more: the server does nothing twice. */
  async one(number, fields) {
    const once = 'bulk-' + this.run + '-' + number;
    try {
      const perform = () => api.perform(number, this.offer.key, fields, once);
      const answer = await perform().catch(failure => {
        if (failure.status === 0) {
          return perform();
        }
        throw failure;
      });
      return { isDone: true, text: words.bulkDoneAs(answer.status) };
    } catch (failure) {
      return { isDone: false, text: failure.message };
    }
  }

  draw() {
    const { offer, numbers } = this;
    render(html`
      <h2 id="jobline-bulk-title">${words.bulkTitle(offer.label, numbers.length)}</h2>
      ${!this.isSuitable ? this.unsuitable() : this.state === 'asking' ? this.asking() : this.telling()}`, this.node);
  }

  unsuitable() {
    return html`<p role="alert">${words.bulkUnsuitable(this.offer.label)}</p>
      <div class="jobline-buttons"><button type="button" class="btn btn-default jobline-bulk-close" autofocus
        @click=${() => this.close()}>${words.close}</button></div>`;
  }

  asking() {
    return html`
      <p class="jobline-quiet">${this.numbers.join(', ')}</p>
      <div class="jobline-bulk-form"></div>`;
  }

  telling() {
    const results = Array.from(this.results.values());
    const done = results.filter(result => result.isDone).length;
    const left = this.numbers.length - results.length;
    return html`
      <progress class="jobline-bulk-progress" max=${this.numbers.length} value=${results.length}
        aria-label=${words.bulkTitle(this.offer.label, this.numbers.length)}></progress>
      <p role="status">${words.bulkDone(done, results.length - done, left)}</p>
      <ul class="jobline-outcomes">${this.numbers.map(number => this.outcome(number, this.results.get(number)))}</ul>
      <div class="jobline-buttons"><button type="button" class="btn btn-default jobline-bulk-close" @click=${() => this.close()}>
        ${this.state === 'doing' ? words.bulkStop : words.close}</button></div>`;
  }

  outcome(number, result) {
    return html`<li class=${!result ? 'jobline-quiet' : result.isDone ? '' : 'jobline-complaint'}><strong>${number}</strong>
      ${result ? html`${result.isDone ? '✓' : '✗'} ${result.text}` : this.state === 'done' ? words.bulkNotTried : '…'}</li>`;
  }
}
