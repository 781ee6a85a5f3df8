import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { showOrder } from './order-address.js';
import { opensOrders } from './order-link.js';
import { number, time } from './words.js';

const NUMBER = /^([a-z]{1,3})[- ]?(\d+)$/i;
const DIGITS = /^\d{6,}$/;
const DEBOUNCE_MS = 250;
const MAX_SHOWN = 12;
/** How long after "/" Tasklist, which may still be drawing itself, is not let have the focus; in milliseconds. */
const KEEP_FOCUS_MS = 1000;
let cleanUp = null;

/** What is shown, without what Tasklist itself adds to the address. */
function shownRoute() {
  return window.location.hash.split('?')[0];
}

/**
 * Leads to the page of an order, also one that waits for nothing: by number at once, else by whatever a caller says of
 * it. The key "/" leads here.
 */
export const findOrder = {
  id: 'jobline-find-order',
  pluginPoint: 'tasklist.navbar.action',
  priority: 500,

  render(node) {
    node.className = 'jobline-find-holder';
    const find = new Find(node);
    cleanUp = () => find.remove();
  },

  unmount() {
    if (cleanUp) {
      cleanUp();
    }
  }
};

class Find {

  constructor(node) {
    this.node = node;
    this.text = '';
    this.draw();
    this.input = node.querySelector('input');
    this.byKey = event => this.key(event);
    this.calledAt = -KEEP_FOCUS_MS;
    this.outside = event => {
      this.calledAt = -KEEP_FOCUS_MS;
      this.ledIn = event.target === this.input && document.activeElement !== this.input;
      if (this.isOpen() && !node.contains(event.target)) {
        this.close();
      }
    };
    // an order beside a task's form, too, opens another one here
    this.deaf = opensOrders(document, number => this.open(number));
    document.addEventListener('keydown', this.byKey);
    document.addEventListener('mousedown', this.outside);
  }

  remove() {
    this.close();
    this.deaf();
    document.removeEventListener('keydown', this.byKey);
    document.removeEventListener('mousedown', this.outside);
  }

  isOpen() {
    return Boolean(this.found || this.failure);
  }

  draw() {
    render(html`
      <form class="jobline-find" role="search" @submit=${event => this.submit(event)}>
        <span class="glyphicon glyphicon-search" aria-hidden="true"></span>
        <input type="search" class="form-control input-sm" placeholder=${say('Find an order  /')} maxlength="100"
          aria-label=${say('Find an order')} autocomplete="off" spellcheck="false"
          title=${say('Number, reference, caller, phone, site, contractor, supplier or words of the order')}
          @input=${event => this.typed(event.target.value)} @blur=${() => this.insist()}
          @mouseup=${event => this.ledByMouse(event)}>
      </form>
      <section class="jobline-order" aria-label=${say('Orders found')} ?hidden=${!this.isOpen()}>
        <button type="button" class="close" aria-label=${say('Close')} @click=${() => this.close()}>×</button>
        ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
        ${this.found ? this.results() : nothing}
      </section>`, this.node);
  }

  results() {
    return this.found.items.length === 0
      ? html`<p role="status">${say('No orders found.')}</p>`
      : html`<ul class="jobline-results" aria-label=${say('Orders found')}>${this.found.items.map(order => html`<li>
          <button type="button" @click=${() => this.open(order.number)}>
            <strong>${order.number}</strong>
            <span class="jobline-status">${order.statusName} ${order.statusCode}</span>
            ${order.breached ? html`<span class="jobline-sla jobline-sla-red">${say('breached')}</span>` : nothing}
            <span class="jobline-quiet">${[order.siteName, order.supplierName, order.priority, time(order.loggedAt)].filter(Boolean).join(' · ')}</span>
            ${order.description ? html`<span class="jobline-summary">${order.description}</span>` : nothing}
          </button></li>`)}</ul>
        ${this.found.total > MAX_SHOWN
          ? html`<p class="jobline-quiet" role="status">${this.found.more
              ? say('Showing {0} of more than {1} – add a word.', MAX_SHOWN, number(this.found.total))
              : say('Showing {0} of {1} – add a word.', MAX_SHOWN, number(this.found.total))}</p>` : nothing}`;
  }

  typed(text) {
    this.text = text.trim();
    clearTimeout(this.pending);
    const [, , digits] = NUMBER.exec(this.text) || [];
    // the beginning of a number finds nothing that is meant
    if (this.text.length > 2 && (!digits || DIGITS.test(digits))) {
      this.pending = setTimeout(() => this.search(), DEBOUNCE_MS);
    }
  }

  async submit(event) {
    event.preventDefault();
    const [, type, digits] = NUMBER.exec(this.text) || [];
    if (type) {
      this.open(type.toUpperCase() + '-' + digits);
    } else if (this.text) {
      const from = shownRoute();
      await this.search();
      const [best, ...others] = this.found?.items ?? [];
      if (best && from === shownRoute() && (others.length === 0 || DIGITS.test(this.text) && best.number.endsWith('-' + this.text))) {
        this.open(best.number);
      }
    }
  }

  async search() {
    this.forget();
    const search = this.latest;
    try {
      const found = await api.search({ text: this.text, size: MAX_SHOWN });
      if (search === this.latest) {
        this.found = found;
        this.draw();
      }
    } catch (failure) {
      if (search === this.latest) {
        this.failure = failure.message;
        this.draw();
      }
    }
  }

  /**
   * Leads to its page; what is shown now stays where it is when there is no such order, or when the agent has gone
   * elsewhere meanwhile.
   */
  async open(number) {
    this.forget();
    const search = this.latest;
    const from = shownRoute();
    try {
      await api.orderIfChanged(number);
      if (search === this.latest && from === shownRoute()) {
        this.text = '';
        this.close();
        this.input.value = '';
        this.input.blur();
        showOrder(number);
      }
    } catch (failure) {
      if (search === this.latest && from === shownRoute()) {
        this.failure = failure.status === 404 ? say('There is no order {0}.', number) : failure.message;
        this.draw();
      }
    }
  }

  /** What is still being looked for, too: an answer that comes late must not take away what was opened meanwhile. */
  forget() {
    clearTimeout(this.pending);
    this.latest = {};
    Object.assign(this, { found: null, failure: null });
  }

  close() {
    this.forget();
    this.draw();
  }

  /** What is typed after the click that leads into the box takes the place of what is there. */
  ledByMouse(event) {
    if (this.ledIn && this.input.selectionStart === this.input.selectionEnd) {
      event.preventDefault();
      this.input.select();
    }
    this.ledIn = false;
  }

  insist() {
    if (performance.now() - this.calledAt < KEEP_FOCUS_MS) {
      // before the next key comes, which a timer would not be
      queueMicrotask(() => this.input.focus());
    }
  }

  key(event) {
    if (event.key.length > 1) {
      // he may be about to go elsewhere
      this.calledAt = -KEEP_FOCUS_MS;
    }
    const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.input.focus();
      this.input.select();
      this.calledAt = performance.now();
    } else if (event.key === 'Escape' && (this.isOpen() || event.target === this.input)) {
      this.close();
      this.input.focus();
      this.input.select();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.walk(event);
    }
  }

  walk(event) {
    const stops = Array.from(this.node.querySelectorAll('.jobline-find input, .jobline-results button'));
    // Tasklist takes the focus away now and then: what was found is next to the box all the same
    const at = document.activeElement === document.body && this.found ? 0 : stops.indexOf(document.activeElement);
    if (at >= 0 && stops.length > 1) {
      event.preventDefault();
      stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length].focus();
    }
  }
}
