import { actionMenu } from './action-menu.js';
import { api, orderSheetOf } from './api.js';
import { forgetOldDrafts } from './drafts.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { NextAction } from './next-action.js';
import { NoteLine } from './note-line.js';
import { shownOrder, showOrder, takeWord } from './order-address.js';
import { opensOrders } from './order-link.js';
import { batch, costs, facts, files, lock, path, sla, visits } from './order-parts.js';
import { tables } from './order-tables.js';
import { contractor, site } from './site-parts.js';
import { timeline } from './timeline.js';
import { left, money, targetName, time } from './words.js';

/** Another agent's action is seen within this time, in milliseconds. */
const REFRESH_MS = 5000;
/** After calls that failed it asks less and less often, up to this, in milliseconds. */
const MAX_REFRESH_MS = 60000;

let page = null;

/** The page of one order, with an address of its own inside Tasklist: …/tasklist/default/#/orders/R-100046. */
export const orderPage = {
  id: 'jobline-order-page',
  pluginPoint: 'tasklist.route',
  priority: 100,
  properties: { path: '/orders/:number' },

  render(node) {
    const holder = document.createElement('main');
    holder.className = 'jobline-page';
    node.append(holder);
    page = new OrderPage(holder, shownOrder());
  },

  unmount() {
    page?.close();
    page = null;
  }
};

class OrderPage {

  constructor(node, number) {
    Object.assign(this, {
      node, number, filter: { text: '', kind: 'all' }, isShown: true, pause: REFRESH_MS, said: takeWord(number), complaint: null
    });
    this.deaf = opensOrders(node, showOrder);
    this.open();
  }

  async open() {
    forgetOldDrafts();
    this.draw();
    try {
      this.user = await api.user();
    } catch (failure) {
      this.fail(failure);
      return;
    }
    if (!this.isShown) {
      return;
    }
    this.menu = actionMenu(this.number, {
      onFailure: text => {
        this.complaint = text;
        this.draw();
      },
      onChosen: (offer, channel) => {
        this.said = null;
        this.next.choose(offer, channel).then(() => this.next.focus());
      }
    });
    await this.look();
  }

  close() {
    this.isShown = false;
    clearTimeout(this.timer);
    this.deaf();
    this.menu?.close();
    this.next?.close();
    this.note?.close();
    document.title = this.title ?? document.title;
    render(nothing, this.node);
  }

  fail(failure) {
    this.failure = failure;
    this.draw();
  }

  /** Asks whether the order has changed, and reads the rest only if it has. */
  async look() {
    clearTimeout(this.timer);
    const run = this.run = (this.run || 0) + 1;
    try {
      const answer = document.hidden && this.order ? null : await api.orderIfChanged(this.number, this.mark);
      if (answer) {
        const [events, documents, offers] = await Promise.all([
          api.events(this.number), api.documents(this.number), api.actions(this.number)]);
        if (!this.isShown || run !== this.run) {
          return;
        }
        this.mark = answer.mark;
        Object.assign(this, { order: answer.content, events, documents, offers, readAt: Date.now() });
      }
      this.failure = null;
      this.pause = REFRESH_MS;
    } catch (failure) {
      this.failure = failure;
      this.pause = Math.min(2 * this.pause, MAX_REFRESH_MS);
    }
    if (this.isShown && run === this.run) {
      this.draw();
      this.hand();
      if (this.failure?.status !== 404) {
        this.timer = setTimeout(() => this.look(), this.pause);
      }
    }
  }

  /** What the form and the note line have to know; they draw themselves, so that nothing typed is drawn over. */
  hand() {
    if (!this.order || !this.node.querySelector('.jobline-next')) {
      return;
    }
    if (!this.next) {
      this.next = new NextAction(this.node.querySelector('.jobline-next'), this.number, this.user,
        async (offer, answer) => {
          await this.done(offer, answer);
          this.next?.focus();
        });
      this.note = new NoteLine(this.node.querySelector('.jobline-note'), this.number, this.user,
        (offer, answer) => this.done(offer, answer));
      this.next.wantsFocus = [document.body, null].includes(document.activeElement)
        || Boolean(document.activeElement.closest('.jobline-find'));
    }
    this.next.show(this.order, this.offers);
    this.note.show(this.offers);
  }

  /** Says what happened and stays, with what comes next. */
  async done(offer, answer) {
    const sent = (this.order.notifications || []).length;
    const { code, name } = this.order.status;
    this.said = answer.status === code + ' ' + name ? say('{0}: saved.', offer.label)
      : say('{0}: {1} is now {2}.', offer.label, this.number, answer.status);
    this.mark = null;
    await this.look();
    const queued = (this.order.notifications || []).slice(sent);
    if (queued.length > 0) {
      this.said += ' ' + queued.map(({ channel, subject, recipient, address }) =>
        say('{0} “{1}” to {2}.', channel.charAt(0).toUpperCase() + channel.slice(1), subject || '', recipient || address)).join(' ');
    }
    this.draw();
  }

  draw() {
    if (!this.order) {
      render(html`<p role="status" class=${this.failure ? 'jobline-complaint' : 'jobline-quiet'}>${this.failure
        ? this.failure.status === 404 ? say('There is no order {0}.', this.number) : this.failure.message
        : say('Loading …')}</p>`, this.node);
      return;
    }
    const { order, events, documents } = this;
    this.title ??= document.title;
    document.title = order.number + ' ' + order.status.name;
    render(html`
      <header class="jobline-page-head">
        <h1>${order.number}</h1>
        <span class="jobline-status">${order.status.name} ${order.status.code}</span>
        ${lock(order)}
        <span class="jobline-priority">${order.priorityName || order.priority}</span>
        ${this.timeLeft()}
        <strong class="jobline-site">${[order.siteName, order.clientName].filter(Boolean).join(' · ')}</strong>
        <span class="jobline-page-tools">${this.menu}
          <a class="btn btn-default" href=${orderSheetOf(order.number)} target="_blank" rel="noopener">${say('Print')}</a></span>
        <p class="jobline-description">${order.description}</p>
      </header>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure.message}</p>` : nothing}
      ${this.complaint ? html`<p class="jobline-complaint" role="alert">${this.complaint}</p>` : nothing}
      <p class="jobline-said" role="status">${this.said ?? nothing}</p>
      <div class="jobline-page-columns">
        <div class="jobline-page-work">
          <section class="jobline-next" aria-label=${say('Next action')}></section>
          <div class="jobline-note"></div>
        </div>
        <div class="jobline-page-facts">
          ${site(order)}
          ${contractor(order)}
          ${this.money()}
          ${sla(order, this.readAt)}
          ${visits(order)}
          ${batch(order)}
          ${files(order, documents)}
          ${tables(order)}
          ${facts(order)}
          <details class="jobline-part"><summary>${say('Costs in full')}</summary>${costs(order)}</details>
          ${path(events)}
        </div>
        <div class="jobline-page-story">${timeline(events, this.filter, filter => {
          this.filter = filter;
          this.draw();
        })}</div>
      </div>`, this.node);
  }

  money() {
    const { cost } = this.order;
    return cost ? html`<section class="jobline-part"><h3>${say('Money')}</h3><dl>
      <dt>${say('Accrual')}</dt><dd>${money(cost.accrual, cost.currency)} <span class="jobline-quiet">${cost.basis}</span></dd>
      </dl></section>` : nothing;
  }

  timeLeft() {
    const clock = this.order.sla;
    const target = clock?.next && clock[clock.next];
    return target ? html`<span class="jobline-sla jobline-sla-${target.state.toLowerCase()}"
      title=${time(target.due, this.order.timeZone)}>${targetName(clock.next)}: ${left(target.left)}</span>` : nothing;
  }
}
