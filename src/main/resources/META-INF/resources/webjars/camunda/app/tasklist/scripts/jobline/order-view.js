import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { addressOf } from './order-address.js';
import { batch, costs, facts, files, lock, messages, notes, path, sla, visits } from './order-parts.js';
import { OrderWatch } from './order-watch.js';
import { timeline } from './timeline.js';
import { tables } from './order-tables.js';

/** All there is to know of one order, kept up to date while it is shown. */
export class OrderView {

  /** @param options.heading what stands above the facts, such as the menu */
  constructor(node, number, options = {}) {
    this.node = node;
    this.options = options;
    this.filter = { text: '', kind: 'all' };
    this.watch = new OrderWatch(number, { events: api.events, documents: api.documents }, () => this.draw());
    this.watch.look();
  }

  close() {
    this.watch.close();
    render(nothing, this.node);
  }

  draw() {
    render(this.watch.failure ? this.complaint() : this.sheet(), this.node);
  }

  complaint() {
    const { failure, number } = this.watch;
    const text = failure.status === 404 || failure.status === 400 ? say('There is no order {0}.', number) : failure.message;
    return html`<p class="jobline-complaint" role="alert">${text}</p>`;
  }

  sheet() {
    const { order, events, documents, readAt } = this.watch;
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
          ${sla(order, readAt)}
          ${batch(order)}
          ${facts(order)}
          ${costs(order)}
        </div>
        <div>
          ${path(events)}
          ${visits(order)}
          ${files(order, documents)}
          ${messages(order)}
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
