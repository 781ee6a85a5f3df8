import { api } from './api.js';
import { forgetDraft } from './drafts.js';
import { say } from './language.js';
import { html, render } from './lit-html.js';
import { NextAction } from './next-action.js';
import { refusal } from './refusals.js';

/** What can be done without leaving the table, by its key there: the first of the actions that the order offers. */
export const QUICK = {
  e: { label: say('ETA …'), actions: ['eta-provided', 'accept-job'] },
  s: { label: say('Assign …'), actions: ['assign'] },
  n: { label: say('Note …'), actions: ['add-notes-private'] }
};
/** Between the panel and the edges of the window, in pixels. */
const MARGIN = 8;

/** The form of one action in a panel at the row of its order. */
export class QuickAction {

  /**
   * @param node the dialog to draw into
   * @param onEnd told what was said when it was done; null when it was not
   */
  constructor(node, onEnd) {
    Object.assign(this, { node, onEnd });
    node.addEventListener('cancel', event => {
      event.preventDefault();
      this.close(null);
    });
  }

  /**
   * @param row of the order in the table
   * @throws CallFailed when the order or what it offers can't be read
   */
  async open(row, number, { label, actions }) {
    const run = this.run = (this.run || 0) + 1;
    const [{ content: order }, offers, user] = await Promise.all([api.orderIfChanged(number), api.actions(number), api.user()]);
    const offer = actions.map(key => offers.find(other => other.key === key)).find(Boolean);
    const why = offer ? null : (await api.notOffered(number)).find(other => actions.includes(other.key))?.why;
    if (run !== this.run) {
      // another row was quicker
      return;
    }
    this.form?.close();
    this.form = null;
    render(html`
      <button type="button" class="close" aria-label=${say('Close')} @click=${() => this.close(null)}>×</button>
      <h2 id="jobline-quick-title">${number} · ${label}</h2>
      ${offer ? html`<div class="jobline-next"></div>`
        : html`<p role="status">${say('Not available now.')} ${why ? refusal(why) : ''}</p>`}`, this.node);
    if (!this.node.open) {
      this.node.showModal();
    }
    if (offer) {
      const form = this.form = new QuickForm(this.node.querySelector('.jobline-next'), number, user, null, (done, answer) => {
        const said = answer && say('{0}: {1} is now {2}.', done.label, number, answer.status);
        if (this.form === form) {
          this.close(said);
        } else {
          // the panel was closed meanwhile, and may be open for another row
          this.onEnd(said);
        }
      });
      Object.assign(this.form, { order, offers: [offer] });
      const chosen = this.form.choose(offer, null);
      this.form.focus();
      await chosen;
    }
    this.place(row);
  }

  /** Below the row, or above it where there is more room. */
  place(row) {
    const { top, bottom } = row.getBoundingClientRect();
    const height = this.node.offsetHeight;
    const below = bottom + height + MARGIN <= window.innerHeight;
    this.node.style.top = Math.max(MARGIN, below ? bottom : Math.min(top - height, window.innerHeight - height - MARGIN)) + 'px';
  }

  close(said) {
    this.run = (this.run || 0) + 1;
    this.form?.close();
    this.form = null;
    this.node.close();
    this.onEnd(said);
  }
}

/** There is nothing else to go on with: what is thrown away ends it. */
class QuickForm extends NextAction {

  throwAway() {
    forgetDraft(this.user, this.number, this.offer.key);
    this.onDone(this.offer, null);
  }
}
