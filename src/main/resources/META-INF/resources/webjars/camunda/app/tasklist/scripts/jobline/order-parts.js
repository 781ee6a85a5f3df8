// The parts of an order an agent goes by, each left out when there is nothing to show.

import { contentOf } from './api.js';
import { html, nothing } from './lit-html.js';
import { day, left, money, targetName, time } from './words.js';

const TARGETS = ['respond', 'temporaryFix', 'fix'];
const OPEN = { GREEN: 'in time', AMBER: 'soon due', RED: 'breached' };
const MET = { GREEN: 'met', RED: 'missed' };

function part(title, content) {
  return html`<section class="jobline-part"><h3>${title}</h3>${content}</section>`;
}

function row(label, value) {
  return value === null || value === undefined || value === '' || value === false
    ? nothing
    : html`<dt>${label}</dt><dd>${value}</dd>`;
}

export function facts(order) {
  const contact = order.contact || {};
  return part('Facts', html`<dl>
    ${row('Type', words(order.type))}
    ${row('Work type', order.workTypeName || order.workType)}
    ${row('Priority', [order.priority, order.priorityName].filter(Boolean).join(' '))}
    ${row('Location', order.location)}
    ${row('Equipment', order.equipment)}
    ${row('Symptom', order.symptom)}
    ${row('Contact', [contact.name, contact.phone].filter(Boolean).join(', '))}
    ${row('Reference', order.externalReference)}
    ${row('Reason', order.reason)}
    ${row('Cost code', order.costCode)}
    ${row('Capital code', order.capitalCode)}
    ${row('Resource', [order.resourceName, order.resource && '(' + order.resource + ')'].filter(Boolean).join(' '))}
    ${row('Its reference', order.resourceReference)}
    ${row('Schedule', schedule(order))}
    ${row('Paid', order.dayRate ? 'by the day' : null)}
    ${row('Sent', order.sentAt && time(order.sentAt, order.timeZone))}
    ${row('ETA', order.eta && time(order.eta, order.timeZone))}
    ${row('Attempts', order.attempts || null)}
    ${row('Engineers approved', order.engineersApproved)}
    ${row('CIS', order.cis ? 'yes' : null)}
    ${row('Logged', time(order.loggedAt, order.timeZone) + ' by ' + order.loggedBy)}
    ${row('Completed', order.completedAt && time(order.completedAt, order.timeZone))}
    ${row('Recall until', order.recallUntil && time(order.recallUntil, order.timeZone))}
    ${row('Still to come', (order.outstanding || []).join(', '))}
    ${row('Engineers asked for', order.engineersRequested)}
  </dl>`);
}

function words(code) {
  return code && code.charAt(0) + code.slice(1).toLowerCase();
}

function schedule({ schedule: agreed, timeZone }) {
  return agreed && [agreed.kind, agreed.from && time(agreed.from, timeZone), agreed.to && '– ' + time(agreed.to, timeZone)]
    .filter(Boolean).join(' ');
}

/** Colour says it at a glance, the word beside it to everybody. */
export function sla(order, readAt) {
  const clock = order.sla;
  if (!clock || !TARGETS.some(key => clock[key])) {
    return nothing;
  }
  return part('SLA', html`<table class="jobline-table">
    <thead><tr><th scope="col">Target</th><th scope="col">Due</th><th scope="col">Time left</th></tr></thead>
    <tbody>${TARGETS.filter(key => clock[key]).map(key => {
      const target = clock[key];
      return html`<tr>
        <th scope="row">${targetName(key)}</th>
        <td>${time(target.due, order.timeZone)}</td>
        <td><span class="jobline-sla jobline-sla-${target.state.toLowerCase()}">${(target.met ? MET : OPEN)[target.state]}</span>
          ${target.met ? time(target.met, order.timeZone) : left(target.left)}</td>
      </tr>`;
    })}</tbody></table>`);
}

export function costs({ cost }) {
  return cost
    ? part('Costs', html`<dl>
        ${row('Accrual', money(cost.accrual, cost.currency))}
        ${row('Basis', cost.basis)}
        ${row('Estimate', cost.estimate && money(cost.estimate, cost.currency))}
        ${row('Fixed cost', cost.fixed && money(cost.fixed, cost.currency))}
        ${row('Calculated', cost.calculated && money(cost.calculated, cost.currency))}
        ${row('Remote fix', cost.remoteFix && money(cost.remoteFix, cost.currency))}
        ${row('Delivery charge', cost.deliveryCharge && money(cost.deliveryCharge, cost.currency))}
        ${row('Mark-up', cost.markUpPercent && cost.markUpPercent + ' %')}
        ${row('Marked-up price', cost.markedUp && money(cost.markedUp, cost.currency))}
      </dl>
      ${(cost.calculation || []).length === 0 ? nothing : html`<ul class="jobline-items" aria-label="How the cost is calculated">
        ${cost.calculation.map(item => html`<li>${item}</li>`)}</ul>`}`)
    : nothing;
}

/** What a small job waits for that is held back. */
export function batch({ number, batch: held, cost, timeZone }) {
  const currency = cost && cost.currency;
  return held ? part('Held for a batch', html`<dl>
      ${row('Rule', held.rule)}
      ${row('Held since', time(held.heldSince, timeZone))}
      ${row('At the latest until', time(held.releaseAt, timeZone))}
      ${row('Held with', held.orders.filter(other => other !== number).join(', '))}
      ${row('Orders', held.orders.length + (held.ordersAtMost ? ' of ' + held.ordersAtMost : ''))}
      ${row('Expected cost', money(held.value, currency) + (held.valueAtMost ? ' of ' + money(held.valueAtMost, currency) : ''))}
    </dl>`)
    : nothing;
}

/** The statuses passed, in order; a status left and entered again stands twice. */
export function path(events) {
  const passed = events.filter(event => event.statusAfter && event.statusAfter !== event.statusBefore);
  return passed.length === 0 ? nothing : part('Path', html`<ol class="jobline-path">
    ${passed.map((event, index) => html`<li aria-current=${index === passed.length - 1 ? 'step' : nothing}
      title=${event.label + ', ' + time(event.at)}>${event.statusAfter}</li>`)}</ol>`);
}

export function visits({ visits: made = [], timeZone }) {
  return made.length === 0 ? nothing : part('Visits', html`<table class="jobline-table">
    <thead><tr><th scope="col">Start</th><th scope="col">Stop</th><th scope="col">Engineers</th><th scope="col">Outcome</th></tr></thead>
    <tbody>${made.map(visit => html`<tr>
      <td>${time(visit.startedAt, timeZone)}</td>
      <td>${visit.stoppedAt ? time(visit.stoppedAt, timeZone) : 'on site'}</td>
      <td>${visit.attending}${visit.engineer ? ' (' + visit.engineer + ')' : ''}</td>
      <td>${visit.outcome || ''}</td>
    </tr>`)}</tbody></table>`);
}

export function files(order, documents) {
  return documents.length === 0 ? nothing : part('Documents', html`<ul class="jobline-files">
    ${documents.map(file => html`<li>
      <a href=${contentOf(order.number, file.id)} download=${file.fileName}>${file.title || file.fileName}</a>
      <span class="jobline-quiet">${[file.type, file.subType].filter(Boolean).join(' › ')} · ${size(file.size)} · ${day(file.uploadedAt)} ${file.uploadedBy}</span>
    </li>`)}</ul>`);
}

function size(bytes) {
  return bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB';
}

export function notes(events) {
  const written = events.filter(event => event.action.startsWith('add-notes')).reverse();
  return written.length === 0 ? nothing : part('Notes', html`<ul class="jobline-notes">
    ${written.map(event => html`<li class=${event.isPrivate ? 'jobline-private' : ''}>
      <span class="jobline-quiet">${time(event.at)} ${event.agent}${event.isPrivate ? ' · private' : ''}</span>
      <span class="jobline-text">${event.fields.text || '(you may not read it)'}</span>
    </li>`)}</ul>`);
}
