// What a group writes again and again, put into a text by its name.

import { api } from '../api.js';
import { say } from '../language.js';
import { html, nothing } from '../lit-html.js';

/** The texts for one field of an action; opened by Ctrl+Alt+T in the field, so that Tab leads on to the next field. */
export class CannedTexts {

  /**
   * @param action its key
   * @param read what stands in the field
   * @param write puts something else there
   * @param draw told when it is to be drawn again
   */
  constructor({ action, read, write, draw }) {
    Object.assign(this, { action, read, write, draw, isOpen: false, isKeeping: false, items: null, groups: [],
      failure: null, name: '', group: null });
  }

  /** A key pressed in the field. */
  key(event) {
    if (event.code === 'KeyT' && event.ctrlKey && event.altKey) {
      event.preventDefault();
      this.open(event.target);
    }
  }

  async open(control) {
    this.control = control;
    Object.assign(this, { isOpen: true, failure: null, isKeeping: false });
    this.draw();
    try {
      const { items, groups } = await api.texts(this.action);
      Object.assign(this, { items, groups, group: this.group ?? groups.find(group => group === 'helpdesk') ?? groups[0] });
    } catch (failure) {
      this.failure = failure.message;
    }
    this.draw();
    this.node()?.querySelector('button')?.focus();
  }

  node() {
    return this.control?.closest('.jobline-form-field, form')?.querySelector('.jobline-texts-list');
  }

  close() {
    this.isOpen = false;
    this.draw();
    this.control?.focus();
  }

  choose({ text }) {
    const before = this.read().trimEnd();
    const isLong = this.control?.matches('textarea');
    const words = isLong ? text : text.replace(/\s*\n\s*/g, ' ');
    this.write(before ? before + (isLong ? '\n' : ' ') + words : words);
    this.close();
  }

  async change(call) {
    this.failure = null;
    try {
      await call;
      Object.assign(this, { name: '', isKeeping: false });
      const { items } = await api.texts(this.action);
      this.items = items;
    } catch (failure) {
      this.failure = failure.problem?.errors?.map(({ message }) => message).join(' ') || failure.message;
    }
    this.draw();
    if (!this.isKeeping) {
      this.node()?.querySelector('button')?.focus();
    }
  }

  keep() {
    return this.change(api.keepText({ group: this.group, action: this.action, name: this.name, text: this.read() }));
  }

  walk(event) {
    const stops = Array.from(this.node().querySelectorAll('button, input, select'));
    const at = stops.indexOf(event.target);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.target.matches('select')) {
      event.preventDefault();
      stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length].focus();
    } else if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      this.keep();
    }
  }

  /** @param control finds the field, for those who use the mouse */
  button(control) {
    return html`<button type="button" class="btn btn-link btn-xs jobline-texts" tabindex="-1"
        aria-expanded=${this.isOpen ? 'true' : 'false'} title=${say('Saved texts of your team (Ctrl+Alt+T)')}
        @click=${() => this.isOpen ? this.close() : this.open(control())}>${say('Saved texts')}</button>`;
  }

  panel() {
    return this.isOpen ? html`<div class="jobline-texts-list" role="group" aria-label=${say('Saved texts')}
        @keydown=${event => this.walk(event)}>
        ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
        ${this.items === null ? nothing : this.items.length === 0
          ? html`<p class="jobline-quiet">${say('No saved texts yet.')}</p>`
          : this.items.map(item => html`<div class="jobline-text-entry">
              <button type="button" class="btn btn-default btn-xs" @click=${() => this.choose(item)}>${item.name}</button>
              <span class="jobline-quiet">${item.text}</span>
              <button type="button" class="btn btn-link btn-xs" aria-label=${say('Delete {0}', item.name)}
                @click=${() => this.change(api.deleteText(item.id))}>×</button></div>`)}
        ${this.read().trim() && this.groups.length > 0 ? this.isKeeping ? html`<div class="jobline-text-entry">
            <input type="text" class="form-control input-sm" maxlength="60" aria-label=${say('Name')}
              placeholder=${say('Name')} .value=${this.name} @input=${event => {
                this.name = event.target.value;
              }}>
            <select class="form-control input-sm" aria-label=${say('For')} @change=${event => {
              this.group = event.target.value;
            }}>${this.groups.map(group => html`<option value=${group} ?selected=${group === this.group}>${
              say('everyone in {0}', group)}</option>`)}</select>
            <button type="button" class="btn btn-default btn-sm" @click=${() => this.keep()}>${say('Save')}</button></div>`
          : html`<button type="button" class="btn btn-default btn-xs" @click=${() => {
              this.isKeeping = true;
              this.draw();
              this.node()?.querySelector('input')?.focus();
            }}>${say('Save this text …')}</button>` : nothing}
      </div>` : nothing;
  }
}
