import { api } from './api.js';
import { CannedTexts } from './forms/canned-texts.js';
import { draftOf, forgetDraft, keepDraft } from './drafts.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { Once } from './once.js';

const CALL = { kind: 'for the record' };
const KINDS = [
  { key: 'add-notes-private', label: say('Private note') },
  { key: 'information', label: say('Call in'), fields: { ...CALL, channel: 'CALL_IN' } },
  { key: 'information', label: say('Call out'), fields: { ...CALL, channel: 'CALL_OUT' } },
  { key: 'add-notes-public', label: say('Note for the client') }
];
const DRAFT = 'note-line';

/** One line that is always open, for what was said on the telephone. */
export class NoteLine {

  /** @param onDone told the answer when a note was added */
  constructor(node, number, user, onDone) {
    Object.assign(this, { node, number, user, onDone, kind: 0, text: '', offers: [], failure: null });
    const kept = draftOf(user, number, DRAFT);
    Object.assign(this, kept || {});
    this.once = new Once();
    this.draw();
  }

  /** Those for the kind of note that is chosen. */
  texts() {
    const { key } = KINDS[this.kind];
    if (this.canned?.action !== key) {
      this.canned = new CannedTexts({
        action: key,
        read: () => this.text,
        write: text => this.type({ text }),
        draw: () => this.draw()
      });
    }
    return this.canned;
  }

  show(offers) {
    this.offers = offers;
    this.draw();
  }

  close() {
    render(nothing, this.node);
  }

  isOffered({ key }) {
    return this.offers.some(offer => offer.key === key);
  }

  type(change) {
    Object.assign(this, change);
    keepDraft(this.user, this.number, DRAFT, { kind: this.kind, text: this.text });
    this.draw();
  }

  async add(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (!text || this.isBusy) {
      return;
    }
    const { key, label, fields } = KINDS[this.kind];
    this.isBusy = true;
    this.failure = null;
    try {
      const answer = await this.once.send(once => api.perform(this.number, key, { text, ...fields }, once));
      if (this.text.trim() === text) {
        forgetDraft(this.user, this.number, DRAFT);
        this.text = '';
      }
      this.onDone({ key, label }, answer);
    } catch (failure) {
      this.failure = failure.message;
    }
    this.isBusy = false;
    this.draw();
  }

  draw() {
    const kinds = KINDS.map((kind, index) => [kind, index]).filter(([kind]) => this.isOffered(kind));
    if (kinds.length > 0 && !this.isOffered(KINDS[this.kind])) {
      [[, this.kind]] = kinds;
    }
    render(kinds.length === 0 ? nothing : html`<form class="jobline-note-line" @submit=${event => this.add(event)}>
      <select class="form-control input-sm" aria-label=${say('Kind of note')}
        @change=${event => this.type({ kind: Number(event.target.value) })}>
        ${kinds.map(([{ label }, index]) => html`<option value=${index} ?selected=${index === this.kind}>${label}</option>`)}
      </select>
      <input type="text" class="form-control input-sm" maxlength="4000" autocomplete="off" aria-label=${say('Note or call')}
        placeholder=${say('What was said?')} .value=${this.text} @input=${event => this.type({ text: event.target.value })}
        @keydown=${event => this.texts().key(event)}>
      <button type="submit" class="btn btn-default btn-sm">${say('Add')}</button>
      <div class="jobline-note-texts">${this.texts().button(() => this.node.querySelector('input'))}${
        this.texts().panel()}</div>
      ${this.failure ? html`<span class="jobline-complaint" role="alert">${this.failure}</span>` : nothing}
    </form>`, this.node);
  }
}
