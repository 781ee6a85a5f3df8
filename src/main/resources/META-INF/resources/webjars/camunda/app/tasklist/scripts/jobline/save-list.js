import { api } from './api.js';
import { html, nothing } from './lit-html.js';
import { orderWords as words } from './words.js';

/** Keeps what the table shows as a list, under a new name or the old one. */
export class SaveList {

  /** @param onEnd told the list that was saved, null for none */
  constructor(table, onEnd) {
    this.table = table;
    this.onEnd = onEnd;
    this.failure = null;
    this.name = table.list.mayChange ? table.list.name : '';
    this.sharedWith = table.list.mayChange ? table.list.sharedWith || '' : '';
  }

  async save(event) {
    event.preventDefault();
    const { query, sort, columns, list } = this.table;
    const draft = { name: this.name, sharedWith: this.sharedWith || null, query, sort: sort || null, columns };
    try {
      const isReplaced = event.submitter && event.submitter.value === 'replace';
      this.onEnd(await (isReplaced ? api.changeList(list.id, draft) : api.createList(draft)));
    } catch (failure) {
      this.failure = failure.message;
      this.table.draw();
    }
  }

  draw() {
    const { list, groups } = this.table;
    return html`<form class="jobline-save" @submit=${event => this.save(event)}>
      <label class="jobline-box"><span>${words.name}</span><input class="form-control input-sm" name="name" maxlength="60" required
        autocomplete="off" .value=${this.name} @input=${event => {
          this.name = event.target.value;
        }}></label>
      <label class="jobline-box"><span>${words.shareWith}</span><select class="form-control input-sm" name="sharedWith"
        @change=${event => {
          this.sharedWith = event.target.value;
        }}>
        <option value="" .selected=${!this.sharedWith}>${words.onlyMe}</option>
        ${groups.map(group => html`<option value=${group} .selected=${group === this.sharedWith}>${words.group(group)}</option>`)}
      </select></label>
      ${list.mayChange ? html`<button type="submit" class="btn btn-primary" value="replace">${words.replace}</button>` : nothing}
      <button type="submit" class="btn ${list.mayChange ? 'btn-default' : 'btn-primary'}" value="new">${words.saveAs}</button>
      <button type="button" class="btn btn-default" @click=${() => this.onEnd(null)}>${words.cancel}</button>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure}</p>` : nothing}
    </form>`;
  }
}
