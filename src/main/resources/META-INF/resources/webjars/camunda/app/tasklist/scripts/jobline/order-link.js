import { html } from './lit-html.js';

const EVENT = 'jobline-open-order';

/** The number of another order, which is opened in the place where it stands: the table's or the panel below the box. */
export function orderLink(number) {
  const open = event => event.target.dispatchEvent(new CustomEvent(EVENT, { bubbles: true, detail: number }));
  return html`<button type="button" class="btn btn-link jobline-order-link" @click=${open}>${number}</button>`;
}

/**
 * @param open told the number; what is opened here is opened nowhere else
 * @return ends it
 */
export function opensOrders(node, open) {
  const listener = event => {
    event.stopPropagation();
    open(event.detail);
  };
  node.addEventListener(EVENT, listener);
  return () => node.removeEventListener(EVENT, listener);
}
