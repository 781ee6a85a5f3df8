import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { notesInWords, word } from './notes.js';
import { actionName } from './translations.js';
import { capital, money, time } from './words.js';

const KINDS = {
  all: [say('All events'), () => true],
  moves: [say('Status changes'), isMove],
  notes: [say('Notes'), event => event.action.startsWith('add-notes')],
  calls: [say('Calls'), event => event.channel === 'CALL_IN' || event.channel === 'CALL_OUT'],
  changes: [say('Field changes'), event => event.fields && event.fields.changes]
};
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** What people call the values an event can change, where that is not their key. */
const FIELDS = {
  'order total': say('Order total'),
  accrual: say('Accrual'),
  attending: say('Number attending'),
  capitalCode: say('Capital code'),
  cis: say('CIS'),
  contactName: say('Contact'),
  contactPhone: say('Contact\'s phone'),
  dayRate: say('Day rate'),
  description: say('Description'),
  document: say('Document'),
  documents: say('Documents'),
  deliveryCharge: say('Delivery charge'),
  equipment: say('Equipment'),
  estimate: say('Estimate'),
  eta: say('ETA'),
  fixedCost: say('Fixed cost'),
  isFinal: say('Final invoice'),
  labour: say('Labour'),
  location: say('Location'),
  markUp: say('Mark-up'),
  materials: say('Materials'),
  net: say('Net'),
  priority: say('Priority'),
  reason: say('Reason code'),
  resource: say('Contractor'),
  resourceReference: say('Contractor\'s reference'),
  schedule: say('Schedule'),
  stages: say('Staged payments'),
  start: say('Started at'),
  stop: say('Stopped at'),
  subType: say('Sub-type'),
  symptom: say('Symptom'),
  vat: say('VAT'),
  workType: say('Work type')
};
/** What of it is an amount in the currency of the order. */
const AMOUNTS = ['accrual', 'deliveryCharge', 'estimate', 'fixedCost', 'labour', 'materials', 'net', 'vat'];
/** Where an order has the name of what an event tells by its code; its former contractors are named beside it. */
const NAMES = { priority: 'priorityName', resource: 'resourceName', workType: 'workTypeName' };
/** Fields of an action in which somebody says something, by what people call them where the words need it. */
const WORDS = {
  text: null,
  reason: say('Reason'),
  why: say('Reason'),
  whatWasDone: say('What was done'),
  numberTried: say('Number tried'),
  who: say('Spoke to'),
  decidedBy: say('Decided by'),
  fixedBy: say('Fixed by'),
  reportedBy: say('Reported by'),
  details: say('Details'),
  comment: say('Comment'),
  question: say('Question'),
  answer: say('Answer'),
  notes: say('Notes')
};
const CHANNELS = { CALL_IN: say('Call In'), CALL_OUT: say('Call Out') };

/**
 * Every event, newest first: when by the clock of the site, what, who, how, and what it changed.
 *
 * @param statuses the names of all there are
 */
export function timeline(order, events, statuses, filter, onFilter) {
  const wanted = filter.text.trim().toLowerCase();
  const shown = events.filter(KINDS[filter.kind][1])
    .filter(event => !wanted || JSON.stringify([actionName(event.label), event.agent, event.agentName, event.spokeTo,
      event.summary, said(event), event.fields, event.statusAfter, move(event, statuses), CHANNELS[event.channel]]).toLowerCase().includes(wanted))
    .reverse();
  return html`<section class="jobline-part jobline-timeline">
    <h3>${say('Timeline')}</h3>
    <div class="jobline-filter">
      <input type="search" class="form-control input-sm" aria-label=${say('Search the timeline')} placeholder=${say('Search')}
        .value=${filter.text} @input=${event => onFilter({ ...filter, text: event.target.value })}>
      <select class="form-control input-sm" aria-label=${say('Event type')}
        @change=${event => onFilter({ ...filter, kind: event.target.value })}>
        ${Object.entries(KINDS).map(([kind, [label]]) =>
          html`<option value=${kind} ?selected=${kind === filter.kind}>${label}</option>`)}
      </select>
      <span class="jobline-quiet" role="status">${say('{0} of {1}', shown.length, events.length)}</span>
    </div>
    <ol class="jobline-events">${shown.map(event => item(event, order, statuses))}</ol>
  </section>`;
}

function isMove({ statusBefore, statusAfter }) {
  return statusBefore !== statusAfter;
}

/** The name of the status an event led to; blank when it led to none. */
function move(event, statuses) {
  return isMove(event) ? statuses.find(({ code }) => code === event.statusAfter)?.name ?? '' : '';
}

function item(event, order, statuses) {
  const changes = Object.entries((event.fields && event.fields.changes) || {});
  return html`<li class=${event.isPrivate ? 'jobline-private' : ''}>
    <time datetime=${event.at}>${time(event.at, order.timeZone)}</time>
    <strong>${notesInWords(event.label)}</strong>
    ${isMove(event) ? html`<span class="jobline-move">→ ${move(event, statuses)}
        ${event.statusAfter}</span>` : nothing}
    <span class="jobline-quiet">${[event.agentName ?? event.agent, CHANNELS[event.channel], event.spokeTo]
      .filter(Boolean).join(' · ')}</span>
    ${event.isPrivate ? html`<span class="jobline-tag">${say('private')}</span>` : nothing}
    ${said(event) ? html`<span class="jobline-summary">${said(event)}</span>` : nothing}
    ${words(event).map(text => html`<span class="jobline-summary jobline-text">${text}</span>`)}
    ${changes.length === 0 ? nothing
      : html`<span class="jobline-summary">${changes.map(([what, change]) => changed(what, change, order)).join('; ')}</span>`}
  </li>`;
}

/** What the agent wrote, unless the summary has it already. */
function words({ fields, summary }) {
  return Object.entries(WORDS)
    .map(([key, title]) => [title, fields && fields[key]])
    .filter(([, text]) => typeof text === 'string' && text && !(summary || '').includes(text))
    .map(([title, text]) => title ? title + ': ' + text : text);
}

/** What was said of the action, without its name, which stands before it. */
function said({ summary, label }) {
  const rest = !summary || summary === label ? '' : summary.startsWith(label + ': ') ? summary.slice(label.length + 2) : summary;
  return capital(notesInWords(rest));
}

function changed(key, { from, to }, order) {
  const what = FIELDS[key] || capital(key);
  return isEmpty(to) ? say('{0} cleared', what)
    : isEmpty(from) ? say('{0} set to {1}', what, value(key, to, order))
      : say('{0}: {1} → {2}', what, value(key, from, order), value(key, to, order));
}

function isEmpty(value) {
  return value === null || value === undefined || value === '';
}

function value(key, of, order) {
  const currency = order.cost?.currency;
  if (AMOUNTS.includes(key) && currency) {
    return money(of, currency);
  }
  if (NAMES[key] && of === order[key]) {
    return order[NAMES[key]] ?? of;
  }
  if (key === 'resource' && Object.hasOwn(order.resourceNames ?? {}, of)) {
    return order.resourceNames[of];
  }
  if (Array.isArray(of)) {
    return of.map(part => value(key, part, order)).join(', ');
  }
  if (of?.amount !== undefined && of.currency) {
    return money(of.amount, of.currency);
  }
  if (typeof of === 'object') {
    return of.title
      ?? Object.entries(of).filter(([, part]) => !isEmpty(part)).map(([name, part]) => value(name, part, order)).join(', ');
  }
  return of === true ? say('yes') : of === false ? say('no') : INSTANT.test(of) ? time(of, order.timeZone) : word(String(of));
}
