// The boxes above the table of orders.

import { api } from './api.js';
import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { statuses } from './statuses.js';
import { day, orderWords as words, TYPES } from './words.js';

const DEBOUNCE_MS = 200;
const FROM = say('Logged from');
const TO = say('Logged before');
const CHOICES = {
  state: [say('Show'), [['open', say('open')], ['completed', say('completed')], ['cancelled', say('cancelled')]]],
  due: [say('Due'), [['soon', say('soon')], ['today', say('today')], ['overdue', say('overdue')]]],
  breached: [say('SLA'), [['true', say('breached')], ['false', say('not breached')]]],
  chase: [say('Chase'), [['now', say('now')], ['later', say('later')]]],
  unassigned: [say('Assigned'), [['true', say('unassigned')], ['false', say('assigned')]]],
  locked: [say('Authorisation'), [['true', say('pending')], ['false', say('not pending')]]],
  type: [say('Type'), Object.entries(TYPES)]
};
/** What is found by its name while somebody types: label and where the names are. */
const NAMED = {
  status: [say('Status'), asked => statusesLike(asked)],
  site: [say('Site'), asked => api.reference('sites', asked)],
  client: [say('Client'), asked => api.reference('clients', asked)],
  resource: [say('Contractor'), asked => api.reference('resources', asked)],
  supplier: [say('Supplier'), asked => api.reference('suppliers', asked)],
  workType: [say('Work type'), asked => api.reference('work-types', asked)],
  priority: [say('Priority'), asked => api.reference('priorities', asked)]
};
const TEXTS = { assignee: [say('Assigned to'), say('user')], group: [say('Team'), 'helpdesk'] };
/** By the box: entries of code and name that were suggested there. */
const known = {};
/** Box and code whose name was asked for, so that it is asked once. */
const looked = new Set();
/** By the box: what is asked when somebody stops typing. */
const pending = {};

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

/** Agents think of a name, whatever the type of order: statuses of one name are one choice, besides a number itself. */
async function statusesLike(asked) {
  const all = await statuses();
  const parts = asked.toLowerCase().split(',');
  const names = new Set(all
    .filter(({ code, name }) => parts.some(part => (code + ' ' + name).toLowerCase().includes(part)))
    .map(({ name }) => name));
  const named = [...names].map(name =>
    ({ name, code: all.filter(status => status.name === name).map(({ code }) => code).join(',') }));
  const exact = all.find(({ code }) => code === asked);
  return exact && !named.some(({ code }) => code === exact.code) ? [...named, exact] : named;
}

/** Names that mean one thing; of several of the same name each has its code beside it. */
function choices(key) {
  const entries = known[key] || [];
  return entries.map(({ code, name }) =>
    ({ code, text: entries.some(other => other.name === name && other.code !== code) ? name + ' (' + code + ')' : name }));
}

/** The name is shown and typed, the code is asked for. */
function named(key, query, onChange, onFound) {
  const [label, find] = NAMED[key];
  const asked = query[key] || '';
  const look = async text => {
    try {
      known[key] = await find(text);
      onFound();
    } catch (failure) {
      // the box still takes a code
    }
  };
  const suggest = event => {
    clearTimeout(pending[key]);
    pending[key] = setTimeout(look, DEBOUNCE_MS, event.target.value);
  };
  const choose = async event => {
    clearTimeout(pending[key]);
    const text = event.target.value.trim();
    const meant = () => choices(key).find(entry => [entry.text, entry.code].some(name => name.toLowerCase() === text.toLowerCase()));
    if (text && !meant()) {
      // somebody was quicker than the suggestions
      await look(text);
    }
    const chosen = meant() || (choices(key).length === 1 ? choices(key)[0] : null);
    onChange({ [key]: text && chosen ? chosen.code : text });
  };
  if (asked && !looked.has(key + ' ' + asked)) {
    // the address, or a list, has only the code
    looked.add(key + ' ' + asked);
    look(asked);
  }
  const shown = choices(key).find(entry => entry.code === asked);
  return box(label, html`<input class="form-control input-sm" name=${key} list="jobline-${key}-names" placeholder=${words.any}
      autocomplete="off" maxlength="60" .value=${shown ? shown.text : asked} @focus=${suggest} @input=${suggest}
      @change=${choose}>
    <datalist id="jobline-${key}-names">${choices(key).map(({ code, text }) =>
      html`<option value=${text} label=${key === 'status' ? code : nothing}></option>`)}</datalist>`);
}

function date(key, label, query, onChange) {
  return box(label, html`<input type="date" class="form-control input-sm" name=${key}
    .value=${(query[key] || '').slice(0, 10)}
    @change=${event => onChange({ [key]: event.target.value ? event.target.value + 'T00:00:00Z' : '' })}>`);
}

/** What the boxes ask for, besides the words searched for: pairs of label and what is chosen, as they show it. */
function inForce(query) {
  const { from, to } = query;
  return [
    ...Object.entries(CHOICES).map(([key, [label, entries]]) => [label, entries.find(([value]) => value === query[key])?.[1]]),
    ...Object.entries(NAMED).map(([key, [label]]) =>
      [label, choices(key).find(entry => entry.code === query[key])?.text ?? query[key]]),
    ...Object.entries(TEXTS).map(([key, [label]]) => [label, query[key]]),
    [FROM, from && day(from)], [TO, to && day(to)]
  ].filter(([, chosen]) => chosen);
}

/**
 * @param onChange told what has changed of the query; onFound when there are new suggestions
 * @param isOpen whether the boxes are shown where there is little room, besides that of the search
 * @param onToggle told when that is to be the other way round
 */
export function filters(query, onChange, onFound, isOpen, onToggle) {
  const set = inForce(query);
  const typed = event => {
    clearTimeout(pending.text);
    const value = event.target.value;
    // with its blanks: the next word may be about to come
    pending.text = setTimeout(() => onChange({ text: value }), DEBOUNCE_MS);
  };
  return html`
    ${box(say('Search'), html`<input type="search" class="form-control input-sm jobline-words" name="text" maxlength="200"
      placeholder=${say('Number, reference, site, text  /')} autocomplete="off" spellcheck="false"
      .value=${query.text || ''} @input=${typed}>`)}
    <button type="button" class="btn btn-default btn-sm jobline-filters-button" aria-controls="jobline-filters"
      aria-expanded=${isOpen ? 'true' : 'false'} @click=${onToggle}>${
        set.length === 0 ? say('Filters') : say('Filters ({0} set)', set.length)}</button>
    ${set.length === 0 || isOpen ? nothing : html`<p class="jobline-in-force">${
      set.map(([label, chosen]) => html`<span>${label}: <strong>${chosen}</strong></span> `)}</p>`}
    <div id="jobline-filters" class=${isOpen ? 'jobline-filters-open' : nothing}>
      <div class="jobline-boxes">
        ${['state', 'due', 'breached', 'chase', 'unassigned'].map(key => choice(key, query, onChange))}
        ${['status', 'site', 'resource', 'priority'].map(key => named(key, query, onChange, onFound))}
      </div>
      <details class="jobline-more">
        <summary>${words.more}</summary>
        <div class="jobline-boxes">
          ${['type', 'locked'].map(key => choice(key, query, onChange))}
          ${['client', 'supplier', 'workType'].map(key => named(key, query, onChange, onFound))}
          ${['assignee', 'group'].map(key => text(key, query, onChange))}
          ${date('from', FROM, query, onChange)}
          ${date('to', TO, query, onChange)}
        </div>
      </details>
    </div>`;
}
