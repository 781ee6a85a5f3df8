// The boxes above the table of orders.

import { api } from './api.js';
import { say } from './language.js';
import { html } from './lit-html.js';
import { orderWords as words, TYPES } from './words.js';

const DEBOUNCE_MS = 200;
const CHOICES = {
  state: [say('Show'), [['open', say('open')], ['completed', say('completed')], ['cancelled', say('cancelled')]]],
  due: [say('Due'), [['today', say('today')], ['overdue', say('overdue')]]],
  breached: [say('SLA'), [['true', say('breached')], ['false', say('not breached')]]],
  chase: [say('Chase'), [['now', say('now')], ['later', say('later')]]],
  unassigned: [say('Assigned'), [['true', say('unassigned')], ['false', say('assigned')]]],
  locked: [say('Authorisation'), [['true', say('pending')], ['false', say('not pending')]]],
  type: [say('Type'), Object.entries(TYPES)]
};
const REFERENCE = {
  site: [say('Site'), 'sites'], client: [say('Client'), 'clients'], resource: [say('Contractor'), 'resources'],
  workType: [say('Work type'), 'work-types'], priority: [say('Priority'), 'priorities']
};
const TEXTS = { status: [say('Status'), say('1.* or 1.03')], assignee: [say('Assigned to'), say('user')], group: [say('Team'), 'helpdesk'] };
const known = {};
let pending = null;

function box(label, control) {
  return html`<label class="jobline-box"><span>${label}</span>${control}</label>`;
}

function choice(key, query, onChange) {
  const [label, entries] = CHOICES[key];
  return box(label, html`<select class="form-control input-sm" name=${key} @change=${event => onChange({ [key]: event.target.value })}>
    <option value="" .selected=${!query[key]}>${words.any}</option>
    ${entries.map(([value, text]) => html`<option value=${value} .selected=${query[key] === value}>${text}</option>`)}
  </select>`);
}

function text(key, query, onChange) {
  const [label, example] = TEXTS[key];
  return box(label, html`<input class="form-control input-sm" name=${key} placeholder=${example} autocomplete="off" maxlength="100"
    .value=${query[key] || ''} @change=${event => onChange({ [key]: event.target.value.trim() })}>`);
}

/** The codes are suggested with their names while one types. */
function reference(key, query, onChange, onFound) {
  const [label, kind] = REFERENCE[key];
  const suggest = event => {
    clearTimeout(pending);
    const asked = event.target.value;
    pending = setTimeout(async () => {
      try {
        known[key] = await api.reference(kind, asked);
        onFound();
      } catch (failure) {
        // the box still takes a code
      }
    }, DEBOUNCE_MS);
  };
  return box(label, html`<input class="form-control input-sm" name=${key} list="jobline-${key}-codes" placeholder=${say('code')}
      autocomplete="off" maxlength="60" .value=${query[key] || ''} @focus=${suggest} @input=${suggest}
      @change=${event => onChange({ [key]: event.target.value.trim() })}>
    <datalist id="jobline-${key}-codes">${(known[key] || []).map(entry =>
      html`<option value=${entry.code}>${entry.name}</option>`)}</datalist>`);
}

function date(key, label, query, onChange) {
  return box(label, html`<input type="date" class="form-control input-sm" name=${key}
    .value=${(query[key] || '').slice(0, 10)}
    @change=${event => onChange({ [key]: event.target.value ? event.target.value + 'T00:00:00Z' : '' })}>`);
}

/** @param onChange told what has changed of the query; onFound when there are new suggestions */
export function filters(query, onChange, onFound) {
  const typed = event => {
    clearTimeout(pending);
    const value = event.target.value;
    pending = setTimeout(() => onChange({ text: value.trim() }), DEBOUNCE_MS);
  };
  return html`
    <div class="jobline-boxes">
      ${box(say('Search'), html`<input type="search" class="form-control input-sm jobline-words" name="text" maxlength="200"
        placeholder=${say('Number, reference, site, text  /')} autocomplete="off" spellcheck="false"
        .value=${query.text || ''} @input=${typed}>`)}
      ${['state', 'due', 'breached', 'chase', 'unassigned'].map(key => choice(key, query, onChange))}
      ${['site', 'resource', 'priority'].map(key => reference(key, query, onChange, onFound))}
    </div>
    <details class="jobline-more">
      <summary>${words.more}</summary>
      <div class="jobline-boxes">
        ${text('status', query, onChange)}
        ${['type', 'locked'].map(key => choice(key, query, onChange))}
        ${['client', 'workType'].map(key => reference(key, query, onChange, onFound))}
        ${['assignee', 'group'].map(key => text(key, query, onChange))}
        ${date('from', say('Logged from'), query, onChange)}
        ${date('to', say('Logged before'), query, onChange)}
      </div>
    </details>`;
}
