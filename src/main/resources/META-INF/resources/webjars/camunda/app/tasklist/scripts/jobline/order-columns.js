// What the table of orders can show, and how.

import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { day, distance, money, orderWords as words, time, TYPES } from './words.js';

const COLOURS = { GREEN: 'jobline-sla-green', AMBER: 'jobline-sla-amber', RED: 'jobline-sla-red' };

/** What the colour tells, in words too; that all is well goes without saying. */
const WORTH_SAYING = ['AMBER', 'RED'];

function slaOf({ sla }) {
  return html`<span class="jobline-sla ${COLOURS[sla]}">${words.sla[sla]}</span>`;
}

function named(code, name) {
  return code ? html`<span title=${code}>${name || code}</span>` : nothing;
}

/** Its number never stands alone on a line. */
function statusOf({ statusName, statusCode }) {
  const words = statusName.split(' ');
  return html`<span class="jobline-status-words">${words.slice(0, -1).join(' ')} <span class="jobline-whole">${words.at(-1)}
    <span class="jobline-status">${statusCode}</span></span></span>`;
}

/** On two lines at most; all of it shows when pointed at. */
function clipped(text) {
  return html`<span class="jobline-clip" title=${text}>${text}</span>`;
}

function at(key) {
  return order => order[key] ? html`<time datetime=${order[key]}>${time(order[key], order.timeZone)}</time>` : nothing;
}

/**
 * sort: the key the server sorts by; left out: it cannot. isPlain: what it is shows without its label, where rows are
 * cards.
 */
export const COLUMNS = {
  number: { label: say('Order'), isPlain: true, sort: 'number', cell: order => html`<strong>${order.number}</strong>` },
  status: {
    label: say('Status'), isPlain: true, sort: 'status', cell: order => statusOf(order)
  },
  type: { label: say('Type'), isPlain: true, sort: 'type', cell: order => TYPES[order.type] ?? order.type },
  priority: { label: say('Priority'), isPlain: true, sort: 'priority', cell: order => named(order.priorityName, order.priority) },
  client: { label: say('Client'), isPlain: true, sort: 'client', cell: order => named(order.client, order.clientName) },
  site: { label: say('Site'), isPlain: true, sort: 'site', cell: order => named(order.site, order.siteName) },
  workType: { label: say('Work type'), isPlain: true, sort: 'workType', cell: order => named(order.workType, order.workTypeName) },
  description: { label: say('Description'), isPlain: true, cell: order => order.description ? clipped(order.description) : nothing },
  reference: { label: say('Client\'s reference'), cell: order => order.reference },
  resource: {
    label: say('Contractor'), sort: 'resource',
    cell: order => order.supplier ? named(order.supplier, order.supplierName) : named(order.resource, order.resourceName)
  },
  supplier: { label: say('Supplier'), sort: 'supplier', cell: order => named(order.supplier, order.supplierName) },
  promisedOn: { label: say('Delivery promised'), cell: order => order.promisedOn ? day(order.promisedOn + 'T00:00') : nothing },
  eta: { label: say('ETA'), sort: 'eta', cell: at('eta') },
  loggedAt: { label: say('Logged'), sort: 'loggedAt', cell: at('loggedAt') },
  respondDue: { label: say('Respond by'), sort: 'respondDue', cell: at('respondDue') },
  fixDue: { label: say('Fix by'), sort: 'fixDue', cell: at('fixDue') },
  due: {
    label: say('Due'), sort: 'due',
    cell: order => order.due ? html`<time class="jobline-sla ${COLOURS[order.sla] ?? ''}" datetime=${order.due}
      title=${time(order.due, order.timeZone)}>${distance(order.due)}${WORTH_SAYING.includes(order.sla)
        ? ' · ' + words.sla[order.sla] : ''}</time>`
      : WORTH_SAYING.includes(order.sla) ? slaOf(order) : nothing
  },
  sla: { label: say('SLA'), isPlain: true, cell: order => order.sla ? slaOf(order) : nothing },
  locked: {
    label: say('Authorisation'), isPlain: true, cell: order => order.locked ? html`<span class="jobline-locked">${words.waits(order.lockedFor)}</span>` : nothing
  },
  followUp: { label: say('Try again'), sort: 'followUp', cell: at('followUp') },
  accrual: { label: say('Accrual'), cell: order => order.accrual ? money(order.accrual, order.currency) : nothing },
  openAmount: {
    label: say('Open, net'), cell: order => Number(order.openAmount) ? money(order.openAmount, order.currency) : nothing
  },
  tasks: { label: say('Next action'), cell: order => clipped(order.tasks.join(', ')) },
  assignee: { label: say('Assigned to'), cell: order => order.assignees.join(', ') }
};

export const USUAL_COLUMNS = ['number', 'status', 'priority', 'site', 'description', 'resource', 'due', 'tasks', 'assignee'];
