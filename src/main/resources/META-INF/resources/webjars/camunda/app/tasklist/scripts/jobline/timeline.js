import { say } from './language.js';
import { html, nothing } from './lit-html.js';
import { time } from './words.js';

const KINDS = {
  all: [say('Everything'), () => true],
  moves: [say('Changes of status'), event => event.statusBefore !== event.statusAfter],
  notes: [say('Notes'), event => event.action.startsWith('add-notes')],
  calls: [say('Calls'), event => event.channel === 'CALL_IN' || event.channel === 'CALL_OUT'],
  changes: [say('Changed values'), event => event.fields && event.fields.changes]
};
const CHANNELS = { AGENT: say('Agent'), CALL_IN: say('Call In'), CALL_OUT: say('Call Out') };

/** Every event, newest first: when, what, who, how, and what it changed. */
export function timeline(events, filter, onFilter) {
  const wanted = filter.text.trim().toLowerCase();
  const shown = events.filter(KINDS[filter.kind][1])
    .filter(event => !wanted || JSON.stringify([event.label, event.agent, event.spokeTo, event.summary, event.fields,
      event.statusAfter]).toLowerCase().includes(wanted))
    .reverse();
  return html`<section class="jobline-part jobline-timeline">
    <h3>${say('Timeline')}</h3>
    <div class="jobline-filter">
      <input type="search" class="form-control input-sm" aria-label=${say('Words in the timeline')} placeholder=${say('Words')}
        .value=${filter.text} @input=${event => onFilter({ ...filter, text: event.target.value })}>
      <select class="form-control input-sm" aria-label=${say('Kind of event')}
        @change=${event => onFilter({ ...filter, kind: event.target.value })}>
        ${Object.entries(KINDS).map(([kind, [label]]) =>
          html`<option value=${kind} ?selected=${kind === filter.kind}>${label}</option>`)}
      </select>
      <span class="jobline-quiet" role="status">${say('{0} of {1}', shown.length, events.length)}</span>
    </div>
    <ol class="jobline-events">${shown.map(item)}</ol>
  </section>`;
}

function item(event) {
  const changes = Object.entries((event.fields && event.fields.changes) || {});
  return html`<li class=${event.isPrivate ? 'jobline-private' : ''}>
    <time datetime=${event.at}>${time(event.at)}</time>
    <strong>${event.label}</strong>
    ${event.statusBefore === event.statusAfter ? nothing
      : html`<span class="jobline-move">${event.statusBefore || ''} → ${event.statusAfter}</span>`}
    <span class="jobline-quiet">${[event.agent, CHANNELS[event.channel], event.spokeTo].filter(Boolean).join(' · ')}</span>
    ${event.isPrivate ? html`<span class="jobline-tag">${say('private')}</span>` : nothing}
    ${event.summary && event.summary !== event.label ? html`<span class="jobline-summary">${event.summary}</span>` : nothing}
    ${changes.length === 0 ? nothing : html`<span class="jobline-summary">${changes.map(([what, change], index) =>
      html`${index ? '; ' : ''}${what}: ${value(change.from)} → ${value(change.to)}`)}</span>`}
  </li>`;
}

function value(of) {
  return of === null || of === undefined || of === '' ? say('nothing') : String(of);
}
