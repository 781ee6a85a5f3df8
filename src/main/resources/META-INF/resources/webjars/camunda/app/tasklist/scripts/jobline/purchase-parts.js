// What an agent goes by in a purchasing order: who delivers, what of it has come, and what was invoiced.

import { purchasePaperOf } from './api.js';
import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { word } from './notes.js';
import { orderLink } from './order-link.js';
import { part, row } from './order-parts.js';
import { day, money, number, time } from './words.js';

/** A day as the server writes it, which is the same in every time zone. */
function date(text) {
  return text && day(text + 'T00:00');
}

/** Who delivers; nothing for an order of another type. */
export function purchaseFacts({ number: order, purchase: bought, timeZone }) {
  return bought ? [supplier(bought, timeZone), deliveries(order, bought, timeZone), invoices(order, bought)] : nothing;
}

/** What is bought, line by line; nothing for an order of another type. */
export function purchaseItems({ purchase: bought }) {
  return bought ? items(bought) : nothing;
}

/** What was bought for a work order and what it cost, which is no part of the order's own cost. */
export function boughtFor({ bought = [], boughtCost = [] }) {
  return bought.length === 0 ? nothing : part(say('Bought for this order'), html`<table class="jobline-table jobline-bought">
    <thead><tr><th scope="col">${say('Order')}</th><th scope="col">${say('Arrived')}</th><th scope="col">${say('Net')}</th></tr></thead>
    <tbody>${bought.map(order => html`<tr>
      <td>${orderLink(order.number)} ${order.supplier ?? say('not chosen yet')} <span class="jobline-status">${order.status}</span></td>
      <td>${order.items.map(item => html`<div>${say('{0} of {1} {2}', number(item.arrived), number(item.ordered), item.unit)}
        ${item.description}</div>`)}</td>
      <td>${money(order.cost, order.currency)}</td></tr>`)}</tbody>
    <tfoot>${boughtCost.map(sum => html`<tr><th scope="row" colspan="2">${say('Total, not part of the accrual')}</th>
      <td>${money(sum.amount, sum.currency)}</td></tr>`)}</tfoot></table>`);
}

/**
 * What the agent is told whose work stopped for parts: what is on order for it already, or how to order it.
 *
 * @param offer buys for this order; left out where nothing can be bought
 * @param onBuy leads to it
 */
export function partsHint({ waitingForParts: isWaiting, bought = [] }, offer, onBuy) {
  const coming = bought.filter(order => order.items.some(item => item.open));
  if (!isWaiting || coming.length === 0 && !offer) {
    return nothing;
  }
  return html`<p class="jobline-parts-hint">${coming.length > 0
    ? [say('Waiting for parts, on order:'), coming.map(order => html` ${orderLink(order.number)}`)]
    : [say('Work stopped for parts.'), ' ', html`<button type="button" class="btn btn-default btn-sm" @click=${onBuy}>${offer.label}</button>`]}</p>`;
}

function supplier(bought, timeZone) {
  const from = bought.supplier;
  return part(say('Supplier'), html`<dl>
    ${row(say('Supplier'), from ? from.name + ' (' + from.code + ')' : say('not chosen yet'))}
    ${row(say('Phone'), from?.phone && html`<a href=${'tel:' + from.phone.replace(/[^+0-9]/g, '')}>${from.phone}</a>`)}
    ${row(say('E-mail'), from?.email)}
    ${row(say('On time'), from?.onTime && say('{0} % of {1} lines in 12 months', from.onTime.percent, from.onTime.lines))}
    ${row(say('Supplier\'s reference'), bought.supplierReference)}
    ${row(say('Deliver to'), bought.deliveryLocation)}
    ${row(say('Wanted by'), date(bought.requestedDate))}
    ${row(say('Reason'), bought.reason)}
    ${row(say('Cost code'), bought.costCode)}
    ${row(say('Sent'), bought.submittedAt && say('{0}, version {1}', time(bought.submittedAt, timeZone), bought.sheetVersion))}
    ${row(say('Latest change'), bought.sheetWaiting && say('the supplier has still to be told'))}
    ${row(say('Authorisation'), bought.priceRefused && say('the order total was refused'))}
    ${row(say('Acknowledged'), bought.acknowledgedAt && time(bought.acknowledgedAt, timeZone))}
    ${row(say('Contact attempts'), bought.contactAttempts || null)}
    ${row(say('Next attempt'), bought.nextAttemptAt && time(bought.nextAttemptAt, timeZone))}
  </dl>`);
}

/** Columns of quantities; those after the first three only where one is not 0. */
const QUANTITIES = [
  ['ordered', say('Ordered')], ['received', say('Received')], ['open', say('Open')], ['returned', say('Returned')],
  ['notRequired', say('Not required')], ['invoiced', say('Invoiced')]
];
const ALWAYS = 3;
/** Of a document, which are shown without being asked for. */
const MOST_ITEMS = 2;

function items(bought) {
  const { currency, lines } = bought;
  const shown = QUANTITIES.filter(([key], index) => index < ALWAYS || lines.some(line => line[key]));
  const isExpected = lines.some(line => line.open && line.promisedOn);
  const heading = text => html`<th scope="col">${text}</th>`;
  return part(say('Items'), html`
    <p><progress max="100" value=${bought.percentArrived} aria-label=${say('Arrived')}></progress>
      ${say('{0} % arrived', bought.percentArrived)}</p>
    <div class="jobline-wide"><table class="jobline-table jobline-purchase">
      <thead><tr>${[say('Item'), say('Price'), ...shown.map(([, title]) => title), ...isExpected ? [say('Expected')] : [], say('Net')].map(heading)}</tr></thead>
      <tbody>${lines.map(line => html`<tr data-line=${line.position}>
        <th scope="row">${line.description} <span class="jobline-quiet">${[line.part, line.unit].filter(Boolean).join(' · ')}</span></th>
        <td data-label=${say('Price')}>${money(line.unitPrice, currency)}</td>
        ${shown.map(([key, title]) => html`<td data-label=${title}>${line[key] ? number(line[key]) : '–'}</td>`)}
        ${isExpected ? html`<td data-label=${say('Expected')} class=${line.open && line.promisedOn ? nothing : 'jobline-none'}>${
          line.open ? date(line.promisedOn) ?? '' : ''}
          ${line.late ? html`<span class="jobline-sla jobline-sla-red">${say('late')}</span>` : nothing}</td>` : nothing}
        <td data-label=${say('Net')}>${money(line.total, currency)}</td>
      </tr>`)}</tbody></table></div>
    <dl>
      ${row(say('Goods'), money(bought.goods, currency))}
      ${row(say('Delivery charge'), [money(bought.deliveryCharge, currency),
        bought.deliveryChargeCalculated && say('calculated')].filter(Boolean).join(' · '))}
      ${row(say('VAT'), money(bought.vat, currency))}
      ${row(say('Total'), money(bought.total, currency))}
      ${row(say('Invoiced'), money(bought.invoiced, currency))}
      ${row(say('Credit note'), bought.creditExpected ? say('expected') : null)}
    </dl>`);
}

/** The number of a document, which leads to its paper where there is one. */
function paperLink(order, { number: name, paper }) {
  return paper ? html`<a href=${purchasePaperOf(order, paper)} target="_blank" rel="noopener"><strong>${name}</strong></a>`
    : html`<strong>${name}</strong>`;
}

function deliveries(order, { deliveries: made }, timeZone) {
  return made.length === 0 ? nothing : part(say('Deliveries'), html`<ul class="jobline-items">
    ${made.map(each => html`<li>${paperLink(order, each)} ${kind(each.kind)} · ${time(each.at, timeZone)}
      ${[each.deliveryNote && say('delivery note {0}', each.deliveryNote), each.carrier, each.trackingNumber, each.reason,
        each.undoes && say('undoes {0}', each.undoes)].filter(Boolean).map(text => html`<span class="jobline-quiet"> · ${text}</span>`)}
      ${itemsOf(each.items, each === made.at(-1))}</li>`)}</ul>`);
}

/** One under the other; long ones of earlier documents are folded away. */
function itemsOf(texts, isLast) {
  const list = html`<ul class="jobline-delivered">${texts.map(text => html`<li>${text}</li>`)}</ul>`;
  return texts.length <= MOST_ITEMS ? list
    : html`<details class="jobline-folded" ?open=${isLast}><summary>${say('{0} items', texts.length)}</summary>${list}</details>`;
}

const KINDS = {
  'dispatch': say('Dispatch'), 'receipt': say('Receipt'), 'return': say('Return'), 'not required': say('Not required'),
  'required again': say('Required again'), 'counter': say('Counter-entry')
};

function kind(key) {
  return KINDS[key] ?? key;
}

const STATES = { waiting: say('waiting for finance'), accepted: say('accepted'), disputed: say('disputed') };

function invoices(order, { invoices: made, currency }) {
  return made.length === 0 ? nothing : part(say('Invoices'), html`<ul class="jobline-items">
    ${made.map(each => html`<li>${paperLink(order, each)} ${each.creditNote ? say('Credit note') : say('Invoice')}
      · ${date(each.dated)} · ${money(each.gross, currency)} · ${STATES[each.state] ?? each.state}${each.isFinal ? ' · ' + say('final') : ''}
      ${each.mismatches.length === 0 ? nothing : html`<div class="jobline-complaint">${each.mismatches.map(word).join(', ')}</div>`}
      ${each.remark ? html`<div class="jobline-quiet">${each.remark}</div>` : nothing}</li>`)}</ul>`);
}
