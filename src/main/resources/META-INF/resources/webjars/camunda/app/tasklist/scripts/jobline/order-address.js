// Where an order's page is, as the address line has it.

const PAGE = /^#\/orders\/([^/?]+)/;

/** The address of an order's page inside Tasklist, to lead to or to send to a colleague. */
export function addressOf(number) {
  return '#/orders/' + encodeURIComponent(number);
}

/** The order whose page is shown; null when it is another page. */
export function shownOrder() {
  const [, number] = PAGE.exec(window.location.hash) || [];
  return number ? decodeURIComponent(number) : null;
}

/** Leads to the page of an order. */
export function showOrder(number) {
  window.location.hash = addressOf(number);
}
