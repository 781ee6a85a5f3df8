// What an agent wants to be reminded of: on an order's page, on the start page, and as a notice when it is time.

import { api } from './api.js';
import { draftOf, forgetDraft, keepDraft } from './drafts.js';
import { ActionForm } from './forms/action-form.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { Once } from './once.js';
import { addressOf } from './order-address.js';
import { element } from './page.js';
import { listen } from './pulse.js';
import { time } from './words.js';

/** How many calls there are for one that asks whether it is time. */
const EVERY = 6;
const LATER_MINUTES = 15;
const ME = '';
const DRAFT = 'reminder';

function form(groups) {
  return {
    components: [
      { type: 'datetime', subtype: 'datetime', id: 'at', key: 'at', dateLabel: say('When'), validate: { required: true } },
      { type: 'textfield', id: 'text', key: 'text', label: say('About'), defaultValue: say('Ring back'),
        validate: { required: true, maxLength: 200 } },
      ...(groups.length === 0 ? [] : [{ type: 'select', id: 'group', key: 'group', label: say('For'),
        defaultValue: ME, values: [{ value: ME, label: say('me') },
          ...groups.map(group => ({ value: group, label: say('everyone in {0}', group) }))] }])
    ]
  };
}

/** The line of a reminder, with what can be done about it. */
function line({ id, order, at, text, forGroup, madeBy, mayChange }, { zone, hasOrder, onDone }) {
  const act = call => call.then(onDone, failure => onDone(failure));
  return html`<li data-reminder=${id}>
    <span class="glyphicon glyphicon-bell" aria-hidden="true"></span>
    <strong>${time(at, zone)}</strong> ${hasOrder ? html`<a href=${addressOf(order)}>${order}</a>` : nothing} ${text}
    <span class="jobline-quiet">${[forGroup && say('for {0}', forGroup), madeBy].filter(Boolean).join(' · ')}</span>
    ${mayChange ? html`
      <button type="button" class="btn btn-default btn-xs" @click=${() => act(api.closeReminder(id))}>${say('Done')}</button>
      <button type="button" class="btn btn-default btn-xs" @click=${() => act(api.putOffReminder(id,
        new Date(Date.now() + LATER_MINUTES * 60000).toISOString()))}>${say('In {0} min', LATER_MINUTES)}</button>` : nothing}
  </li>`;
}

export function reminderLines(reminders, options) {
  return html`<ul class="jobline-lines jobline-reminders">${reminders.map(reminder => line(reminder, options))}</ul>`;
}

/** The reminders on one order, and the form to make another. */
export class OrderReminders {

  constructor(node, order, user) {
    Object.assign(this, { node, order, user, reminders: [], failure: null, isOpen: false, isClosed: false });
    this.once = new Once();
    this.draw();
    this.look();
    if (this.draft()) {
      this.toggle(false);
    }
  }

  draft() {
    return draftOf(this.user, this.order.number, DRAFT);
  }

  close() {
    this.isClosed = true;
    this.form?.close();
    render(nothing, this.node);
  }

  async look(failure = null) {
    this.failure = failure?.message ?? null;
    try {
      this.reminders = await api.remindersOf(this.order.number);
    } catch (e) {
      this.failure = e.message;
    }
    this.draw();
  }

  async toggle(wantsFocus = true) {
    if (this.isOpen) {
      this.hide();
      return;
    }
    this.isOpen = true;
    this.draw();
    const groups = await api.lists().then(lists => lists.groups, () => []);
    if (!this.isOpen || this.isClosed || this.form) {
      return;
    }
    const node = this.node.querySelector('.jobline-reminder-form');
    this.form = new ActionForm(node, {
      form: form(groups),
      order: { number: this.order.number, timeZone: this.order.timeZone },
      values: this.draft() || undefined,
      submitLabel: say('Remind me'),
      onChange: () => this.form?.isDirty() && keepDraft(this.user, this.order.number, DRAFT, this.form.values()),
      onCancel: () => this.discard(),
      onSubmit: fields => this.make(fields)
    });
    if (wantsFocus) {
      this.form.focus();
    }
  }

  async make({ group, ...fields }) {
    await this.once.send(key => api.remind(this.order.number, { ...fields, ...(group && { group }) }, key));
    this.discard();
    await this.look();
  }

  discard() {
    this.hide();
    forgetDraft(this.user, this.order.number, DRAFT);
  }

  /** What was typed is there again when it is opened again. */
  hide() {
    this.isOpen = false;
    this.form?.close();
    this.form = null;
    this.draw();
  }

  draw() {
    if (this.isClosed) {
      return;
    }
    render(html`
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
      ${this.reminders.length > 0 ? reminderLines(this.reminders, { zone: this.order.timeZone, onDone: failure => this.look(failure) })
        : nothing}
      <button type="button" class="btn btn-link btn-sm" aria-expanded=${this.isOpen ? 'true' : 'false'}
        @click=${() => this.toggle()}>${say('Remind me …')}</button>
      <div class="jobline-reminder-form" ?hidden=${!this.isOpen}></div>`, this.node);
  }
}

/** What it is time for, as it was told last; what was put away is kept by its number and time. */
const notice = { due: [], mark: '', put: new Set(), failure: null };

/** Says what it is time for, wherever the agent is; put away, it comes back only with something new. */
export function tellReminders() {
  notice.part = listen('reminders', {
    every: EVERY,
    known: () => notice.mark,
    told(news) {
      Object.assign(notice, news);
      showDue();
      notice.failure = null;
    },
    failed({ status }) {
      if (status === 401) {
        forgetDue();
      }
    }
  });
}

function isLoggedOut() {
  return window.location.hash.startsWith('#/login');
}

/** What somebody was to be reminded of is nothing for the next one at this desk. */
window.addEventListener('hashchange', () => isLoggedOut() && forgetDue());

function forgetDue() {
  Object.assign(notice, { due: [], mark: '', failure: null });
  showDue();
}

function askAgain(failure) {
  notice.failure = failure?.message ?? null;
  notice.part.now();
}

function showDue() {
  const fresh = isLoggedOut() ? [] : notice.due.filter(({ id, at }) => !notice.put.has(id + ' ' + at));
  notice.node ??= element('aside', { class: 'jobline-due', 'aria-label': say('Reminders') });
  if (!notice.node.isConnected) {
    document.body.append(notice.node);
  }
  render(fresh.length === 0 ? nothing : html`<div role="alert">
    ${notice.failure ? html`<p class="jobline-complaint">${notice.failure}</p>` : nothing}
    ${reminderLines(fresh, { hasOrder: true, onDone: askAgain })}</div>
    <button type="button" class="btn btn-default btn-sm" @click=${() => {
      fresh.forEach(({ id, at }) => notice.put.add(id + ' ' + at));
      showDue();
    }}>${say('Close')}</button>`, notice.node);
}
