// The parts of an order an agent goes by, each left out when there is nothing to show.

import { api, contentOf, firstPageOf } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { word } from './notes.js';
import { orderLink } from './order-link.js';
import { actionName, chosenText } from './translations.js';
import { capital, day, left, money, targetName, time, TYPES } from './words.js';

const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const TARGETS = ['respond', 'temporaryFix', 'fix'];
const OPEN = { GREEN: say('on time'), AMBER: say('due soon'), RED: say('breached') };
const MET = { GREEN: say('met'), RED: say('missed'), EARLY: say('early') };

/** A titled part of an order. */
export function part(title, content) {
  return html`<section class="jobline-part"><h3>${title}</h3>${content}</section>`;
}

/** A line of a list of facts; nothing when there is no value. */
export function row(label, value) {
  return value === null || value === undefined || value === '' || value === false || value.length === 0
    ? nothing
    : html`<dt>${label}</dt><dd>${value}</dd>`;
}

/** @param events those of the order, oldest first, which know what colleagues call who logged it */
export function facts(order, [logged]) {
  const contact = order.contact || {};
  return part(say('Details'), html`<dl>
    ${row(say('Type'), TYPES[order.type] ?? order.type)}
    ${row(say('Work type'), order.workTypeName || order.workType)}
    ${row(say('Priority'), [order.priority, order.priorityName].filter(Boolean).join(' '))}
    ${row(say('Location'), order.location)}
    ${row(say('Equipment'), order.equipment)}
    ${row(say('Symptom'), order.symptom)}
    ${row(say('Contact'), [contact.name, contact.phone].filter(Boolean).join(', '))}
    ${row(say('Client\'s reference'), order.externalReference)}
    ${row(say('Reason'), order.reason)}
    ${row(say('Cost code'), order.costCode)}
    ${row(say('Capital code'), order.capitalCode)}
    ${row(say('Contractor'), [order.resourceName, order.resource && '(' + order.resource + ')'].filter(Boolean).join(' '))}
    ${row(say('Contractor\'s reference'), order.resourceReference)}
    ${row(say('Schedule'), schedule(order))}
    ${row(say('Day rate'), order.dayRate ? say('yes') : null)}
    ${row(say('Sent'), order.sentAt && time(order.sentAt, order.timeZone))}
    ${row(say('ETA'), order.eta && time(order.eta, order.timeZone))}
    ${row(say('Contact attempts'), order.attempts || null)}
    ${row(say('Engineers approved'), order.engineersApproved)}
    ${row(say('CIS'), order.cis ? say('yes') : null)}
    ${row(say('Logged'), say('{0} by {1}', time(order.loggedAt, order.timeZone), logged?.agentName ?? order.loggedBy))}
    ${row(say('Completed'), order.completedAt && time(order.completedAt, order.timeZone))}
    ${row(say('Recall until'), order.recallUntil && time(order.recallUntil, order.timeZone))}
    ${row(say('Outstanding'), (order.outstanding || []).join(', '))}
    ${row(say('Engineers requested'), order.engineersRequested)}
  </dl>`);
}

/** Who keeps the order from going on, and since when. */
export function lock({ locked, authorisation, timeZone }) {
  return locked ? html`<span class="jobline-locked" title="${authorisation?.subject ?? ''}">${authorisation
    ? say('awaiting authorisation by {0} since {1}', authorisation.profile, time(authorisation.since, timeZone))
    : say('awaiting authorisation')}</span>` : nothing;
}

function schedule({ schedule: agreed, timeZone }) {
  return agreed && [chosenText(agreed.kind), agreed.from && time(agreed.from, timeZone),
    agreed.to && '– ' + time(agreed.to, timeZone)]
    .filter(Boolean).join(' ');
}

/** Colour says it at a glance, the word beside it to everybody. */
export function sla(order, readAt) {
  const clock = order.sla;
  if (!clock || !TARGETS.some(key => clock[key])) {
    return nothing;
  }
  return part(say('SLA'), html`<table class="jobline-table">
    <thead><tr><th scope="col">${say('Target')}</th><th scope="col">${say('Due')}</th><th scope="col">${say('Time left')}</th></tr></thead>
    <tbody>${TARGETS.filter(key => clock[key]).map(key => {
      const target = clock[key];
      const reached = target.met || target.early;
      return html`<tr aria-current=${key === clock.next ? 'true' : nothing}>
        <th scope="row">${targetName(key)}</th>
        <td>${time(target.due, order.timeZone)}</td>
        <td><span class="jobline-sla jobline-sla-${target.state.toLowerCase()}">${(reached ? MET : OPEN)[target.state]}</span>
          ${reached ? time(reached, order.timeZone) : left(target.left)}</td>
      </tr>`;
    })}</tbody></table>`);
}

/** What the order is expected to cost, and why. */
export function accrual({ cost }) {
  return cost ? part(say('Money'), html`<dl><dt>${say('Accrual')}</dt>
    <dd>${money(cost.accrual, cost.currency)} <span class="jobline-quiet">${word(cost.basis)}</span></dd></dl>`) : nothing;
}

/** @param target its due instant, left and state; @param zone of the site, left out: of this browser */
export function timeLeft(name, { due, left: remaining, state }, zone) {
  return html`<span class="jobline-sla jobline-sla-${state.toLowerCase()}" title=${time(due, zone)}>
    ${targetName(name)}: ${left(remaining)}</span>`;
}

export function costs({ cost }) {
  return cost
    ? part(say('Costs'), html`<dl>
        ${row(say('Accrual'), money(cost.accrual, cost.currency))}
        ${row(say('Basis'), word(cost.basis))}
        ${row(say('Estimate'), cost.estimate && money(cost.estimate, cost.currency))}
        ${row(say('Fixed cost'), cost.fixed && money(cost.fixed, cost.currency))}
        ${row(say('Calculated'), cost.calculated && money(cost.calculated, cost.currency))}
        ${row(say('Remote fix'), cost.remoteFix && money(cost.remoteFix, cost.currency))}
        ${row(say('Delivery charge'), cost.deliveryCharge && money(cost.deliveryCharge, cost.currency))}
        ${row(say('Mark-up'), cost.markUpPercent && cost.markUpPercent + ' %')}
        ${row(say('Client price'), cost.markedUp && money(cost.markedUp, cost.currency))}
      </dl>
      ${(cost.calculation || []).length === 0 ? nothing : html`<ul class="jobline-items" aria-label=${say('How the cost is calculated')}>
        ${cost.calculation.map(item => html`<li>${item}</li>`)}</ul>`}`)
    : nothing;
}

/** What a small job waits for that is held back. */
export function batch({ number, batch: held, cost, timeZone }) {
  const currency = cost && cost.currency;
  return held ? part(say('Held for a batch'), html`<dl>
      ${row(say('Rule'), held.rule)}
      ${row(say('Held since'), time(held.heldSince, timeZone))}
      ${row(say('Release by'), time(held.releaseAt, timeZone))}
      ${row(say('Held with'), held.orders.filter(other => other !== number).map(orderLink))}
      ${row(say('Orders'), held.ordersAtMost ? say('{0} of {1}', held.orders.length, held.ordersAtMost) : held.orders.length)}
      ${row(say('Expected cost'), held.valueAtMost
        ? say('{0} of {1}', money(held.value, currency), money(held.valueAtMost, currency)) : money(held.value, currency))}
    </dl>`)
    : nothing;
}

/** The statuses passed, in order; a status left and entered again stands twice. */
export function path({ timeZone }, events) {
  const passed = events.filter(event => event.statusAfter && event.statusAfter !== event.statusBefore);
  return passed.length === 0 ? nothing : part(say('Status history'), html`<ol class="jobline-path">
    ${passed.map((event, index) => html`<li aria-current=${index === passed.length - 1 ? 'step' : nothing}
      title=${actionName(event.label) + ', ' + time(event.at, timeZone)}>${event.statusAfter}</li>`)}</ol>`);
}

export function visits({ visits: made = [], timeZone }) {
  return made.length === 0 ? nothing : part(say('Visits'), html`<table class="jobline-table jobline-visits">
    <thead><tr><th scope="col">${say('Start')}</th><th scope="col">${say('Stop')}</th><th scope="col">${say('Engineers')}</th><th scope="col">${say('Outcome')}</th></tr></thead>
    <tbody>${made.map(visit => html`<tr>
      <td>${time(visit.startedAt, timeZone)}</td>
      <td>${visit.stoppedAt ? time(visit.stoppedAt, timeZone) : say('on site')}</td>
      <td>${visit.attending}${visit.engineer ? ' (' + visit.engineer + ')' : ''}</td>
      <td>${visit.outcome ? chosenText(visit.outcome) : ''}</td>
    </tr>`)}</tbody></table>`);
}

export function files(order, documents) {
  return documents.length === 0 ? nothing : part(say('Documents'), html`<ul class="jobline-files">
    ${documents.map(file => html`<li>
      <a href=${contentOf(order.number, file.id)} download=${file.fileName}>${file.title || file.fileName}</a>
      <span class="jobline-quiet">${[file.type, file.subType].filter(Boolean).join(' › ')} · ${size(file.size)} · ${day(file.uploadedAt)} ${file.uploadedBy}</span>
      ${preview(order.number, file)}
    </li>`)}</ul>`);
}

/** As a picture, whatever it is: a browser shows one without running anything. It is loaded when it is opened. */
function preview(number, file) {
  const address = PICTURES.includes(file.mediaType) ? contentOf(number, file.id)
    : file.mediaType === 'application/pdf' ? firstPageOf(number, file.id) : null;
  const show = event => {
    const image = event.target.querySelector('img');
    if (event.target.open && !image.src) {
      image.src = address;
    }
  };
  const fail = event => {
    event.target.replaceWith(say('No preview – download the file.'));
  };
  return address ? html`<details class="jobline-preview" @toggle=${show}><summary>${say('Preview')}</summary>
      <img alt=${file.title || file.fileName} @error=${fail}></details>`
    : nothing;
}

/** Whom the order was told of, the first first, so that what somebody has opened stays open when more are told. */
export function messages({ number, notifications = [], timeZone }) {
  return notifications.length === 0 ? nothing : part(say('Messages'), html`<ul class="jobline-files">
    ${notifications.map(told => html`<li><details @toggle=${event => readMessage(event.currentTarget, number, told.id, timeZone)}>
      <summary>${told.subject || capital(told.channel)}</summary>
      <div class="jobline-message"></div>
    </details>
    <span class="jobline-quiet">${[capital(told.channel), told.recipient || told.address,
      told.sentAt ? time(told.sentAt, timeZone) : say('waiting to be sent')].join(' · ')}</span></li>`)}</ul>`);
}

/** What it says is read each time it is opened, since it may be erased, and shown as the text it is. */
async function readMessage(details, number, id, timeZone) {
  const shown = details.querySelector('.jobline-message');
  if (!details.open) {
    return;
  }
  shown.dataset.shows = id;
  render(html`<p class="jobline-quiet" role="status">${say('Loading …')}</p>`, shown);
  let content;
  try {
    const read = await api.message(number, id);
    content = html`<dl>
        ${row(say('To'), [read.recipient, read.address].filter(Boolean).join(', '))}
        ${row(say('Written'), time(read.createdAt, timeZone))}
        ${row(say('Sent'), read.sentAt ? time(read.sentAt, timeZone) : say('waiting to be sent'))}
        ${row(say('Attached'), read.attachments.join(', '))}
      </dl>
      ${read.text ? html`<p class="jobline-message-text">${read.text}</p>`
        : html`<p class="jobline-quiet">${say('The text is no longer kept.')}</p>`}`;
  } catch (failure) {
    content = html`<p class="jobline-complaint" role="alert">${failure.message}</p>`;
  }
  if (shown.dataset.shows === id) {
    render(content, shown);
  }
}

function size(bytes) {
  return bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB';
}
