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

let word = null;

/**
 * Leads to the page of an order.
 *
 * @param said what has just happened to it, which the page says
 */
export function showOrder(number, said = null) {
  sayOnPage(number, said);
  window.location.hash = addressOf(number);
}

/** What is to be said once on the page of an order that is about to be shown; null for nothing. */
export function sayOnPage(number, said) {
  word = said && { number, said };
}

/** What the page of an order is to say once; null when nothing. */
export function takeWord(number) {
  const said = word && word.number === number ? word.said : null;
  word = null;
  return said;
}
