import { leftAt } from './absence.js';
import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { BUILT_IN, criteria, listAddress } from './order-lists.js';
import { orderLines } from './order-lines.js';
import { takeTurns } from './pulse.js';
import { reminderLines } from './reminders.js';
import { routePage } from './route-page.js';
import { number, time } from './words.js';

const MAX_SHOWN = 6;
/** One of the sections is read again in the place of every so manieth call. */
const EVERY = 3;
/** The standard lists that are shown, by their ids. */
const LISTS = ['mine', 'breached', 'due-soon', 'chase-now', 'unassigned', 'locked', 'chase-later'];
/** What to begin with: …/tasklist/default/#/start. */
export const startPage = routePage({
  id: 'jobline-start-page',
  path: '/start',
  className: 'jobline-page jobline-start',
  open: holder => new StartPage(holder)
});

class StartPage {

  constructor(node) {
    Object.assign(this, { node, read: null, at: 0, failure: null, isClosed: false });
    this.reads = [() => api.reminders(), ...LISTS.map(id => () => this.list(id)), () => this.news()];
    this.title = document.title;
    document.title = say('Start') + ' – ' + this.title;
    this.turns = takeTurns(EVERY, () => this.lookAtNext());
    this.byVisibility = () => !document.hidden && this.look();
    document.addEventListener('visibilitychange', this.byVisibility);
    this.draw();
    this.look();
  }

  close() {
    this.isClosed = true;
    this.turns.end();
    document.removeEventListener('visibilitychange', this.byVisibility);
    document.title = this.title;
    render(nothing, this.node);
  }

  /** @param told a failure of something else, which is said */
  async look(told = null) {
    try {
      if (!this.user) {
        this.user = await api.user();
      }
      this.read = await Promise.all(this.reads.map(read => read()));
      this.failure = told;
    } catch (failure) {
      this.failure = failure;
    }
    this.show();
  }

  async lookAtNext() {
    if (!this.read) {
      await this.look();
    } else {
      try {
        const at = this.at++ % this.reads.length;
        this.read[at] = await this.reads[at]();
        this.failure = null;
      } catch (failure) {
        this.failure = failure;
      }
      this.show();
    }
    if (this.failure) {
      throw this.failure;
    }
  }

  show() {
    if (!this.isClosed) {
      this.draw();
    }
  }

  async list(id) {
    const list = BUILT_IN.find(candidate => candidate.id === id);
    return { id, name: list.name, address: listAddress(list), found: await api.search({ ...criteria(list, this.user), size: MAX_SHOWN }) };
  }

  async news() {
    const left = leftAt(this.user);
    return left ? {
      id: 'news',
      name: say('New since you left ({0})', time(left)),
      found: await api.search({ from: left.toISOString(), sort: '-loggedAt', size: MAX_SHOWN })
    } : null;
  }

  draw() {
    const [reminders, ...sections] = this.read ?? [];
    render(html`
      <header class="jobline-page-head"><h1>${say('Start')}</h1></header>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure.message}</p>` : nothing}
      ${this.read ? html`<div class="jobline-start-sections">${this.reminded(reminders)}${
        sections.filter(Boolean).map(section => this.section(section))}</div>`
        : html`<p class="jobline-quiet" role="status">${say('Loading …')}</p>`}`, this.node);
  }

  reminded(reminders) {
    return reminders.length === 0 ? nothing : html`<section class="jobline-part" data-list="reminders">
      <h2>${say('Reminders')} <span class="badge">${number(reminders.length)}</span></h2>
      ${reminderLines(reminders, { hasOrder: true, onDone: failure => this.look(failure) })}</section>`;
  }

  section({ id, name, address, found }) {
    return html`<section class="jobline-part" data-list=${id}>
      <h2>${address ? html`<a href=${address}>${name}</a>` : name} <span class="badge">${found.more ? say('more than {0}', number(found.total)) : number(found.total)}</span></h2>
      ${found.items.length === 0 ? html`<p class="jobline-quiet">${say('None.')}</p>` : orderLines(found.items)}
    </section>`;
  }
}
