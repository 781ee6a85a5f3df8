import { api } from './api.js';
import { draftOf, forgetDraft, keepDraft, lastDraftOf } from './drafts.js';
import { ActionForm } from './forms/action-form.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { Once } from './once.js';

/** What brings what is outstanding of an order. */
const FILING = ['certificates', 'documents'];

/** Whether the agent has it open as a task of his own, which nobody else is asked for. */
function isOpened(offer) {
  return Boolean(offer.taskId) && !offer.prompt;
}

/**
 * The form of an action in place, ready to type: what the order waits for, or what was chosen from the menu. Looking at
 * it takes nothing from anybody; what is typed is kept until it is saved or thrown away.
 */
export class NextAction {

  /**
   * @param user who is logged in
   * @param task whose action is asked for first; null for what the order waits for
   * @param onDone told the offer and the answer when an action was done; the answer is null when what was open as a task
   *   was given up
   */
  constructor(node, number, user, task, onDone) {
    Object.assign(this, { node, number, user, task, onDone, offers: [], offer: null, channel: null, order: null, run: 0 });
    this.draw();
  }

  close() {
    this.run++;
    this.drop();
    render(nothing, this.node);
  }

  drop() {
    if (this.form) {
      this.form.close();
      this.form = null;
    }
  }

  /** What is offered now, and the order as it is. What is being typed stays, even if somebody else was quicker. */
  async show(order, offers) {
    this.order = order;
    this.offers = offers;
    const current = this.offer && offers.find(offer => offer.key === this.offer.key);
    if (this.isSaved) {
      this.drop();
      Object.assign(this, { offer: null, isChosen: false, isSaved: false, task: null });
    } else if (this.form && this.form.isDirty()) {
      this.isGone = !current;
      this.draw();
      return;
    } else if (current && this.isChosen) {
      this.offer = current;
      return;
    }
    const asked = this.task && offers.find(offer => offer.taskId === this.task);
    const kept = lastDraftOf(this.user, this.number, asked ? [asked.key] : offers.map(offer => offer.key));
    const next = asked || offers.find(offer => kept && offer.key === kept.action) || offers.find(offer => offer.prompt) || null;
    if (!next || !this.offer || next.key !== this.offer.key || !this.form) {
      await this.choose(next, kept?.channel, false);
    }
  }

  /** @param isChosen by the agent, and not what the order waits for */
  async choose(offer, channel, isChosen = true) {
    const run = ++this.run;
    this.drop();
    // what was just saved is no reason to take away what is chosen before the page has it
    Object.assign(this, { offer, channel, isChosen, isGone: false, isSaved: false, failure: null });
    this.draw();
    if (!offer) {
      this.wantedFrom = null;
      return;
    }
    try {
      const { content, mark } = await api.formWithMark(this.number, offer.key);
      if (run === this.run) {
        this.begin(content, mark);
      }
    } catch (failure) {
      if (run === this.run) {
        this.failure = failure.message;
        this.wantedFrom = null;
        this.draw();
      }
    }
  }

  begin(form, mark) {
    const { offer, channel } = this;
    // another form may be shown before the answer to this one comes
    const sending = { channel, mark, once: new Once() };
    this.draw();
    sending.form = this.form = new ActionForm(this.node.querySelector('.jobline-next-form'), {
      form,
      values: draftOf(this.user, this.number, offer.key) || undefined,
      order: { number: this.number, timeZone: this.order.timeZone, currency: this.order.cost?.currency },
      onSubmit: (fields, confirmed) => this.submit(offer, fields, sending, confirmed),
      onSummary: fields => this.ask(offer, sending,
        () => api.summary(this.number, offer.key, this.body(fields, sending), sending.mark)),
      onChange: () => this.keep(offer),
      submitLabel: offer.label
    });
    if (this.wantedFrom && [this.wantedFrom, document.body, null].includes(document.activeElement)) {
      this.form.focus();
    }
    this.wantedFrom = null;
  }

  /** Leads to the first field, at once or when it is there; not if the agent has gone elsewhere by then. */
  focus() {
    const isComing = !this.form && this.offer && !this.failure;
    this.wantedFrom = isComing ? document.activeElement ?? document.body : null;
    this.form?.focus();
  }

  keep(offer) {
    if (!this.form || this.isSaved) {
      return;
    }
    if (this.form.isDirty()) {
      keepDraft(this.user, this.number, offer.key, this.form.values(), this.channel);
    } else {
      forgetDraft(this.user, this.number, offer.key);
    }
    this.draw();
  }

  body(fields, { channel }) {
    return channel ? { ...fields, channel } : fields;
  }

  /**
   * @param sending the form that is submitted, with its channel, the mark of its order and its key
   * @param confirmed the mark of the summary the agent has confirmed; null where there is none
   */
  async submit(offer, fields, sending, confirmed) {
    const answer = await this.ask(offer, sending, () => sending.once.send(key =>
      api.perform(this.number, offer.key, this.body(fields, sending), key, confirmed ?? sending.mark)));
    forgetDraft(this.user, this.number, offer.key);
    this.isSaved = this.form === sending.form;
    await this.onDone(offer, answer);
  }

  /** Told once what a colleague did meanwhile, the agent sees the order as it is, may look, and may well go on. */
  async ask(offer, sending, call) {
    try {
      return await call();
    } catch (failure) {
      if (failure.status === 412 || /changed-meanwhile$/.test(failure.problem?.type)) {
        const { content, mark } = await api.formWithMark(this.number, offer.key).catch(() => ({ mark: sending.mark }));
        sending.mark = mark;
        if (content) {
          sending.form.renew(content.data);
        }
      }
      throw failure;
    }
  }

  async throwAway() {
    const { offer } = this;
    if (isOpened(offer)) {
      try {
        await api.discard(this.number, offer.key);
      } catch (failure) {
        this.failure = failure.message;
        this.draw();
        return;
      }
    }
    forgetDraft(this.user, this.number, offer.key);
    this.drop();
    this.task = null;
    if (isOpened(offer)) {
      this.isSaved = true;
      await this.onDone(offer, null);
      return;
    }
    this.offer = null;
    this.isChosen = false;
    this.show(this.order, this.offers).then(() => this.focus());
  }

  /** What there is to say when no action is. */
  waiting() {
    const { locked, outstanding } = this.order;
    const missing = outstanding?.length ? html`<p>${say('Outstanding')}: ${outstanding.join(', ')}</p>` : nothing;
    if (!locked && missing !== nothing) {
      return html`${missing}${this.offers.filter(({ key }) => FILING.includes(key)).map(filing => html`<button type="button"
        class="btn btn-default btn-sm" @click=${() => this.file(filing)}>${filing.label} …</button> `)}`;
    }
    return html`<p class="jobline-quiet">${locked ? say('Nothing to do until this is authorised.')
      : say('Nothing to do here now. Other actions are in the menu.')}</p>${missing}`;
  }

  async file(offer) {
    await this.choose(offer, null);
    this.focus();
  }

  draw() {
    const { offer } = this;
    const isOther = offer && !offer.prompt && this.offers.some(other => other.prompt);
    render(html`
      <h3>${offer ? offer.label : say('Next action')}</h3>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
      ${this.isGone ? html`<p class="jobline-warning" role="alert">${say('A colleague was quicker: {0} is no longer available. What you typed is still here.',
        offer.label)}</p>` : nothing}
      ${offer || !this.order ? nothing : this.waiting()}
      <div class="jobline-next-form"></div>
      ${offer && (isOther || isOpened(offer) || this.form?.isDirty()) ? html`<button type="button" class="btn btn-link btn-sm"
        @click=${() => this.throwAway()}>${say('Discard')}</button>` : nothing}`, this.node);
  }
}
