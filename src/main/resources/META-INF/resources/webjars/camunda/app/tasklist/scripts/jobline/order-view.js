import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { addressOf } from './order-address.js';
import { batch, costs, facts, files, lock, notes, path, sla, visits } from './order-parts.js';
import { timeline } from './timeline.js';
import { tables } from './order-tables.js';

/** Another agent's action is seen within this time, in milliseconds. */
const REFRESH_MS = 5000;

/** All there is to know of one order, kept up to date while it is shown. */
export class OrderView {

  /**
   * @param options.heading what stands above the facts, such as the menu; told the order
   * @param options.onShown told once, when the order stands there for the first time
   */
  constructor(node, number, options = {}) {
    this.node = node;
    this.number = number;
    this.options = options;
    this.filter = { text: '', kind: 'all' };
    this.isShown = true;
    this.look();
  }

  close() {
    this.isShown = false;
    clearTimeout(this.next);
    render(nothing, this.node);
  }

  /** Asks whether the order has changed, and reads the rest only if it has. */
  async look() {
    clearTimeout(this.next);
    try {
      const answer = document.hidden && this.order ? null : await api.orderIfChanged(this.number, this.mark);
      if (answer && this.isShown) {
        const [events, documents] = await Promise.all([api.events(this.number), api.documents(this.number)]);
        this.mark = answer.mark;
        Object.assign(this, { order: answer.content, events, documents, readAt: Date.now() });
      }
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    if (this.isShown) {
      this.draw();
      if (!this.failure || this.failure.status !== 404) {
        this.next = setTimeout(() => this.look(), REFRESH_MS);
      }
    }
  }

  draw() {
    render(this.failure ? this.complaint() : this.sheet(), this.node);
    if (!this.failure && !this.wasShown) {
      this.wasShown = true;
      this.options.onShown?.();
    }
  }

  complaint() {
    const text = this.failure.status === 404 || this.failure.status === 400
      ? say('There is no order {0}.', this.number)
      : this.failure.message;
    return html`<p class="jobline-complaint" role="alert">${text}</p>`;
  }

  sheet() {
    const { order, events, documents } = this;
    return html`
      <header class="jobline-order-head">
        <h2><a href=${addressOf(order.number)}>${order.number}</a>
          <span class="jobline-status">${order.status.name} ${order.status.code}</span>
          ${lock(order)}
        </h2>
        <p class="jobline-site">${[order.siteName, order.clientName].filter(Boolean).join(' · ')}</p>
        <p class="jobline-description">${order.description}</p>
      </header>
      ${this.options.heading || nothing}
      <div class="jobline-columns">
        <div>
          ${sla(order, this.readAt)}
          ${batch(order)}
          ${facts(order)}
          ${costs(order)}
        </div>
        <div>
          ${path(events)}
          ${visits(order)}
          ${files(order, documents)}
          ${tables(order)}
          ${notes(events)}
        </div>
      </div>
      ${timeline(events, this.filter, filter => {
        this.filter = filter;
        this.draw();
      })}`;
  }
}
