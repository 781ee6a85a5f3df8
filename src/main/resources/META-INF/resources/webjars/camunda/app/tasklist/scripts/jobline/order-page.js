import { actionMenu } from './action-menu.js';
import { api, orderSheetOf } from './api.js';
import { forgetOldDrafts } from './drafts.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { NextAction } from './next-action.js';
import { NoteLine } from './note-line.js';
import { addressOf, shownOrder, showOrder, takeWord } from './order-address.js';
import { opensOrders } from './order-link.js';
import { boughtFor, partsHint, purchaseFacts, purchaseItems } from './purchase-parts.js';
import { quotes } from './quote-parts.js';
import { accrual, batch, costs, facts, files, lock, messages, path, sla, timeLeft, visits } from './order-parts.js';
import { OrderWatch } from './order-watch.js';
import { tables } from './order-tables.js';
import { OrderReminders } from './reminders.js';
import { routePage } from './route-page.js';
import { contractor, site } from './site-parts.js';
import { statuses } from './statuses.js';
import { timeline } from './timeline.js';
import { capital } from './words.js';

/** The action that buys something for a work order. */
const BUY = 'buy-for-order';

/** The page of one order, with an address of its own inside Tasklist: …/tasklist/default/#/orders/R-100046. */
export const orderPage = routePage({
  id: 'jobline-order-page',
  path: '/orders/:number',
  open: holder => new OrderPage(holder, shownOrder())
});

function looking(names) {
  return names.length === 1 ? say('{0} has this open', names[0])
    : say('{0} and {1} have this open', names.slice(0, -1).join(', '), names.at(-1));
}

/** All there is to know of an order and what is to be done about it, kept up to date while it is shown. */
export class OrderPage {

  /**
   * @param task the task of Tasklist beside whose list it stands, whose action comes first; null for a page of its own
   * @param onDone told what was said when an action was done
   */
  constructor(node, number, { task = null, onDone = () => {} } = {}) {
    Object.assign(this, { node, number, task, onDone, filter: { text: '', kind: 'all' }, said: takeWord(number) });
    this.byKey = event => {
      if (event.code === 'KeyF' && event.ctrlKey && event.altKey) {
        event.preventDefault();
        this.next?.focus();
      }
    };
    document.addEventListener('keydown', this.byKey);
    this.deaf = opensOrders(node, showOrder);
    this.menu = actionMenu(number, {
      onChosen: (offer, channel) => this.choose(offer, channel)
    });
    this.watch = new OrderWatch(number, {
      events: api.events,
      documents: api.documents,
      offers: api.actions,
      statuses,
      user: () => this.watch.user ?? api.user()
    }, 'offers', () => {
      this.draw();
      this.hand();
    });
    forgetOldDrafts();
    this.draw();
    this.watch.again();
  }

  choose(offer, channel = offer.menus[0]) {
    this.said = null;
    this.next.choose(offer, channel);
    this.next.focus();
  }

  close() {
    document.removeEventListener('keydown', this.byKey);
    this.watch.close();
    this.deaf();
    this.menu.close();
    this.next?.close();
    this.note?.close();
    this.reminders?.close();
    document.title = this.title ?? document.title;
    render(nothing, this.node);
  }

  /** What the form and the note line have to know; they draw themselves, so that nothing typed is drawn over. */
  hand() {
    const { order, offers, user } = this.watch;
    if (!order) {
      return;
    }
    const isFirst = !this.next;
    if (isFirst) {
      this.next = new NextAction(this.node.querySelector('.jobline-next'), this.number, user, this.task,
        async (offer, answer) => {
          await this.done(offer, answer);
          this.next?.focus();
        });
      this.note = new NoteLine(this.node.querySelector('.jobline-note'), this.number, user,
        (offer, answer) => this.done(offer, answer));
      this.reminders = new OrderReminders(this.node.querySelector('.jobline-order-reminders'), order, user);
    }
    this.next.show(order, offers);
    if (isFirst && ([document.body, null].includes(document.activeElement)
        || document.activeElement.closest('.jobline-find'))) {
      this.next.focus();
    }
    this.note.show(offers);
  }

  /** Says what happened and stays, with what comes next. */
  async done(offer, answer) {
    const { order } = this.watch;
    this.said = answer === null ? null : answer.status === order.status.code + ' ' + order.status.name ? say('{0}: saved.', offer.label)
      : say('{0}: {1} is now {2}.', offer.label, this.number, answer.status);
    await this.watch.again();
    if (this.watch.isOver) {
      return;
    }
    if (this.said === null) {
      this.draw();
      this.onDone(null);
      return;
    }
    const queued = this.watch.order.notifications.slice(order.notifications.length);
    const made = this.watch.order.bought.slice(order.bought.length);
    this.said = [this.said, ...made.map(({ number }) => say('{0} logged.', number)), ...queued.map(({ channel, subject, recipient, address }) =>
      say('{0} “{1}” to {2}.', capital(channel), subject || '', recipient || address))].join(' ');
    this.draw();
    // a long form may have led far down
    this.node.querySelector('.jobline-page-head').scrollIntoView();
    this.onDone(this.said);
  }

  /** The task of the next action; null when there is none. */
  nextTask() {
    return this.watch.offers.find(offer => offer.prompt)?.taskId ?? null;
  }

  draw() {
    const { order, events, documents, statuses: all, readAt, alsoLooking, failure } = this.watch;
    if (!order) {
      render(html`<p role="status" class=${failure ? 'jobline-complaint' : 'jobline-quiet'}>${failure
        ? failure.status === 404 ? say('There is no order {0}.', this.number) : failure.message
        : say('Loading …')}</p>`, this.node);
      return;
    }
    const next = order.sla?.next && order.sla[order.sla.next];
    const buying = this.watch.offers?.find(offer => offer.key === BUY);
    if (!this.task) {
      this.title ??= document.title;
      document.title = order.number + ' ' + order.status.name;
    }
    render(html`
      <header class="jobline-page-head">
        <h1>${this.task ? html`<a href=${addressOf(order.number)}>${order.number}</a>` : order.number}</h1>
        <span class="jobline-status">${order.status.name} ${order.status.code}</span>
        ${lock(order)}
        ${order.priority ? html`<span class="jobline-priority">${order.priorityName || order.priority}</span>` : nothing}
        ${next ? timeLeft(order.sla.next, next, order.timeZone) : nothing}
        <strong class="jobline-site">${[order.siteName, order.clientName].filter(Boolean).join(' · ')}</strong>
        ${alsoLooking.length === 0 ? nothing : html`<span class="jobline-looking">${looking(alsoLooking)}</span>`}
        <span class="jobline-page-tools">${this.menu}
          <a class="btn btn-default" href=${orderSheetOf(order.number)} target="_blank" rel="noopener">${say('Print')}</a></span>
        ${order.description ? html`<p class="jobline-description">${order.description}</p>` : nothing}
      </header>
      ${failure ? html`<p class="jobline-complaint" role="alert">${failure.message}</p>` : nothing}
      <p class="jobline-said" role="status">${this.said ?? nothing}</p>
      <div class="jobline-page-body"><div class="jobline-page-columns">
        <div class="jobline-page-work">
          ${partsHint(order, buying, () => this.choose(buying))}
          <section class="jobline-next" aria-label=${say('Next action')}></section>
          <div class="jobline-note"></div>
          <div class="jobline-order-reminders"></div>
          ${purchaseItems(order)}
          ${quotes(order)}
        </div>
        <div class="jobline-page-facts">
          ${site(order)}
          ${contractor(order)}
          ${purchaseFacts(order)}
          ${accrual(order)}
          ${boughtFor(order)}
          ${sla(order, readAt)}
          ${visits(order)}
          ${batch(order)}
          ${files(order, documents)}
          ${messages(order)}
          ${tables(order)}
          ${facts(order, events)}
          ${order.cost ? html`<details class="jobline-part"><summary>${say('Costs in full')}</summary>${costs(order)}</details>` : nothing}
          ${path(order, events)}
        </div>
        <div class="jobline-page-story">${timeline(order, events, all, this.filter, filter => {
          this.filter = filter;
          this.draw();
        })}</div>
      </div></div>`, this.node);
  }
}
