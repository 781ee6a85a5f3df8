import { leftAt } from './absence.js';
import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { BUILT_IN, criteria, listAddress } from './order-lists.js';
import { orderLines } from './order-lines.js';
import { reminderLines } from './reminders.js';
import { routePage } from './route-page.js';
import { number, time } from './words.js';

const MAX_SHOWN = 6;
/** What is shown is asked for again, in milliseconds. */
const REFRESH_MS = 120000;
/** The standard lists that are shown, by their ids. */
const LISTS = ['mine', 'breached', 'chase-now', 'unassigned', 'locked', 'chase-later'];
/** What to begin with: …/tasklist/default/#/start. */
export const startPage = routePage({
  id: 'jobline-start-page',
  path: '/start',
  className: 'jobline-page jobline-start',
  open: holder => new StartPage(holder)
});

class StartPage {

  constructor(node) {
    Object.assign(this, { node, sections: null, reminders: [], failure: null, isClosed: false });
    this.title = document.title;
    document.title = say('Start') + ' – ' + this.title;
    this.byVisibility = () => !document.hidden && this.look();
    document.addEventListener('visibilitychange', this.byVisibility);
    this.draw();
    this.look();
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.next);
    document.removeEventListener('visibilitychange', this.byVisibility);
    document.title = this.title;
    render(nothing, this.node);
  }

  /** @param told a failure of something else, which is said */
  async look(told = null) {
    clearTimeout(this.next);
    try {
      if (!this.user) {
        this.user = await api.user();
      }
      if (!document.hidden || !this.sections) {
        const [reminders, ...sections] = await Promise.all(
          [api.reminders(false), ...LISTS.map(id => this.list(id)), this.news()]);
        Object.assign(this, { reminders, sections: sections.filter(Boolean) });
      }
      this.failure = told?.message ?? null;
    } catch (failure) {
      this.failure = failure.message;
    }
    if (!this.isClosed) {
      this.draw();
      this.next = setTimeout(() => this.look(), REFRESH_MS);
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
    render(html`
      <header class="jobline-page-head"><h1>${say('Start')}</h1></header>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
      ${this.sections ? html`<div class="jobline-start-sections">${this.reminded()}${this.sections.map(section => this.section(section))}</div>`
        : html`<p class="jobline-quiet" role="status">${say('Loading …')}</p>`}`, this.node);
  }

  reminded() {
    return this.reminders.length === 0 ? nothing : html`<section class="jobline-part" data-list="reminders">
      <h2>${say('Reminders')} <span class="badge">${number(this.reminders.length)}</span></h2>
      ${reminderLines(this.reminders, { hasOrder: true, onDone: failure => this.look(failure) })}</section>`;
  }

  section({ id, name, address, found }) {
    return html`<section class="jobline-part" data-list=${id}>
      <h2>${address ? html`<a href=${address}>${name}</a>` : name} <span class="badge">${found.more ? say('more than {0}', number(found.total)) : number(found.total)}</span></h2>
      ${found.items.length === 0 ? html`<p class="jobline-quiet">${say('None.')}</p>` : orderLines(found.items)}
    </section>`;
  }
}
