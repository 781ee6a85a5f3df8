// What contractors want for the work of an order, side by side, so that an agent sees which quote to choose.

import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { part } from './order-parts.js';
import { day, money } from './words.js';

/** A day as the server writes it, which is the same in every time zone. */
function date(text) {
  return text && day(text + 'T00:00');
}

const STATES = {
  open: say('awaited'), answered: say('quoted'), declined: say('declined'), withdrawn: say('withdrawn')
};

/** The quotes of an order and what they are for; nothing for an order of another type. */
export function quotes({ quotation }) {
  if (!quotation || (!quotation.specification && quotation.offers.length === 0)) {
    return nothing;
  }
  return part(say('Quotes'), html`
    ${quotation.specification ? html`<details class="jobline-specification">
      <summary>${say('Specification, version {0}', quotation.specificationVersion)}</summary>
      <p>${quotation.specification}</p></details>` : nothing}
    ${quotation.offers.length === 0 ? nothing : comparison(quotation)}`);
}

/** One column a contractor, the lowest total first. */
export function comparison({ offers }) {
  const quoted = offers.some(offer => offer.quote);
  const line = (title, cell, isShown = true) => isShown ? html`<tr>
    <th scope="row">${title}</th>${offers.map(offer => html`<td>${cell(offer) ?? '–'}</td>`)}</tr>` : nothing;
  const ofQuote = (title, cell) => line(title, ({ quote }) => quote && cell(quote),
    quoted && offers.some(({ quote }) => quote && (cell(quote) ?? null) !== null));
  const amount = key => quote => quote[key] && money(quote[key], quote.currency);
  return html`<div class="jobline-wide"><table class="jobline-table jobline-quotes">
    <thead><tr><th scope="col">${say('Contractor')}</th>${offers.map(offer => html`
      <th scope="col" data-contractor=${offer.contractor}>${offer.name}</th>`)}</tr></thead>
    <tbody>
      ${line(say('State'), state)}
      ${ofQuote(say('Total'), quote => html`<strong>${money(quote.total, quote.currency)}</strong>`)}
      ${ofQuote(say('Labour'), amount('labour'))}
      ${ofQuote(say('Parts'), amount('parts'))}
      ${ofQuote(say('Plant, equipment and other'), amount('other'))}
      ${ofQuote(say('VAT'), amount('vat'))}
      ${ofQuote(say('Above the cheapest'), quote => quote.aboveCheapest && difference(quote.aboveCheapest, quote.currency))}
      ${ofQuote(say('Above the average order'), quote => quote.aboveAverage && difference(quote.aboveAverage, quote.currency))}
      ${ofQuote(say('Valid until'), validity)}
      ${ofQuote(say('Lead time'), quote => typeof quote.leadDays === 'number' ? say('{0} days', quote.leadDays) : null)}
      ${ofQuote(say('Number attending'), quote => quote.personnel)}
      ${ofQuote(say('Impact'), quote => quote.impact)}
      ${ofQuote(say('Contractor\'s reference'), quote => quote.reference)}
      ${line(say('Rating'), offer => offer.score && say('{0} of 5', offer.score), offers.some(offer => offer.score))}
    </tbody></table></div>`;
}

function state(offer) {
  const { quote } = offer;
  const word = quote?.chosen ? (quote.waitsForAuthorisation ? say('chosen, awaiting authorisation') : say('chosen'))
    : quote?.toBeConfirmed && offer.state === 'answered' ? say('to be confirmed') : STATES[offer.state] ?? offer.state;
  return html`${quote?.chosen ? html`<strong>${word}</strong>` : word}
    ${offer.state === 'open' ? html`<div class=${offer.overdue ? 'jobline-sla jobline-sla-red' : 'jobline-quiet'}>
      ${say('by {0}', date(offer.replyBy))}</div>` : nothing}
    ${offer.reason ? html`<div class="jobline-quiet">${offer.reason}</div>` : nothing}`;
}

function validity(quote) {
  return quote.expired
    ? html`<span class="jobline-sla jobline-sla-red">${say('expired {0}', date(quote.validUntil))}</span>`
    : html`${date(quote.validUntil)} <span class="jobline-quiet">${say('{0} days left', quote.daysLeft)}</span>`;
}

function difference(text, currency) {
  const amount = money(text, currency);
  return Number(text) > 0 ? '+' + amount : amount;
}
