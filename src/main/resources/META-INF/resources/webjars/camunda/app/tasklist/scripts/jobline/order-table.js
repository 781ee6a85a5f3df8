import { actionMenu } from './action-menu.js';
import { api, fileOf } from './api.js';
import { Bulk, MAX_ORDERS } from './bulk.js';
import { html, nothing, render } from './lit-html.js';
import { COLUMNS, USUAL_COLUMNS } from './order-columns.js';
import { filters } from './order-filters.js';
import { showOrder } from './order-address.js';
import { askedByAddress, BUILT_IN, criteria, headings, isSame, tableAddress } from './order-lists.js';
import { takeTurns } from './pulse.js';
import { QUICK, QuickAction } from './quick-action.js';
import { SaveList } from './save-list.js';
import { orderWords as words } from './words.js';

/** The page that is shown is read again in the place of every other call, and its total is counted each so many times. */
const EVERY = 2;
const COUNT_EVERY = 3;
const PAGE_SIZE = 50;
/** The order somebody stood on when he left the table: he comes back to it. */
let left = null;

function usualColumns({ columns }) {
  return columns && columns.length > 0 ? columns.slice() : USUAL_COLUMNS.slice();
}

/** The table of orders with its lists, filters, columns, pages, quick and bulk actions. */
export class OrderTable {

  constructor(node) {
    this.node = node;
    this.saved = [];
    this.user = '';
    this.groups = [];
    this.selected = new Set();
    this.choose(BUILT_IN[0]);
    this.turns = takeTurns(EVERY, () => this.readAgain());
    node.addEventListener('keydown', event => this.key(event));
    this.bulkMenu = actionMenu(null, {
      title: words.act,
      offers: () => api.sharedOffers(Array.from(this.selected)),
      onChosen: (offer, channel) => this.act(offer, channel)
    });
  }

  choose(list) {
    Object.assign(this, { list, query: { ...list.query }, sort: list.sort || '', page: 0, columns: usualColumns(list) });
  }

  async open() {
    this.title = document.title;
    this.draw();
    await this.readLists();
    const { list, ...asked } = askedByAddress([...BUILT_IN, ...this.saved]);
    this.choose(list);
    Object.assign(this, asked, asked.columns ? { columns: asked.columns.filter(key => COLUMNS[key]) } : {}, { standing: left });
    await this.read();
    if (!this.isOver && !this.node.contains(document.activeElement)) {
      this.focusRow(this.at());
    }
  }

  close() {
    this.isOver = true;
    this.turns.end();
    left = this.standing;
    document.title = this.title;
    this.bulkMenu.close();
  }

  fail(failure) {
    this.failure = failure;
    this.draw();
  }

  async readLists() {
    try {
      const { items, user, groups } = await api.lists();
      Object.assign(this, { saved: items, user, groups });
    } catch (failure) {
      this.failure = failure;
    }
  }

  asked() {
    return criteria(this, this.user);
  }

  /** Reads the page; while it is looked at, again and again. */
  async read(isRepeated = false) {
    this.turns.done();
    if (this.isOver) {
      return;
    }
    const asked = { ...this.asked(), page: this.page, size: PAGE_SIZE };
    this.run = (this.run || 0) + 1;
    const run = this.run;
    this.repeats = isRepeated ? this.repeats + 1 : 0;
    const isCounted = this.repeats % COUNT_EVERY === 0;
    this.isLoading = !isRepeated;
    if (this.isLoading) {
      this.tellAddress();
      this.draw();
    }
    try {
      const found = await api.search(isCounted ? asked : { ...asked, total: false });
      if (run !== this.run || this.isOver) {
        return;
      }
      Object.assign(this, { items: found.items }, isCounted ? { total: found.total, isMore: found.more } : {});
      this.failure = null;
    } catch (failure) {
      if (run !== this.run || this.isOver) {
        return;
      }
      this.failure = failure;
    }
    this.isLoading = false;
    this.drawInPlace();
  }

  async readAgain() {
    await this.read(true);
    if (this.failure) {
      throw this.failure;
    }
  }

  /** Without a step back for each: the page that was before the table is one step away. */
  tellAddress() {
    if (!this.node.isConnected) {
      return;
    }
    history.replaceState(history.state, '', tableAddress(this));
    document.title = words.title + ' · ' + this.list.name;
  }

  /** Whether it shows what the address asks for; the table itself may have written it there. */
  isAtAddress() {
    const { list, ...asked } = askedByAddress([...BUILT_IN, ...this.saved]);
    return tableAddress(this) === tableAddress({ list, sort: list.sort || '', columns: usualColumns(list), ...asked });
  }

  /** Whoever stands on an order stays on it, wherever the new page has it. */
  drawInPlace() {
    const control = document.activeElement;
    const row = control && control.closest('.jobline-orders tbody tr');
    const number = row && row.dataset.number;
    const at = row ? this.rows().indexOf(row) : -1;
    const inRow = row ? Array.from(row.querySelectorAll('a, button, input')).indexOf(control) : -1;
    this.draw();
    const there = number && this.rows().find(other => other.dataset.number === number);
    if (there && there !== row && row.contains(document.activeElement)) {
      (there.querySelectorAll('a, button, input')[inRow] || there).focus({ preventScroll: true });
    } else if (number && !there) {
      // its order is on another page now: nothing is to be done by mistake on the one in its place
      this.focusRow(at);
    }
  }

  ask(change) {
    Object.assign(this, change, { page: change.page || 0 });
    this.read();
  }

  draw() {
    render(html`
      <div class="jobline-orders-head">
        <h1 id="jobline-orders-title">${words.title}</h1>
        ${this.lists()}
        ${this.saving ? nothing : this.buttons()}
      </div>
      ${this.saving ? this.saving.draw() : nothing}
      <div class="jobline-filters" role="search" aria-label=${words.title}>
        ${filters(this.query, change => this.ask({ query: { ...this.query, ...change } }), () => this.draw(),
          this.showsFilters, () => {
            this.showsFilters = !this.showsFilters;
            this.draw();
          })}
      </div>
      ${this.failure ? html`<p class="jobline-complaint" role="alert">${this.failure.message}</p>` : nothing}
      <p class="jobline-said" role="status">${this.said ?? nothing}</p>
      ${this.bar()}
      <div class="jobline-orders-table" tabindex="-1">${this.table()}</div>
      <p class="jobline-quiet jobline-keys">${words.help}</p>
      <dialog class="jobline-bulk" aria-labelledby="jobline-bulk-title"></dialog>
      <dialog class="jobline-quick-panel" aria-labelledby="jobline-quick-title"></dialog>`, this.node);
  }

  lists() {
    const chosen = id => {
      const list = [...BUILT_IN, ...this.saved].find(other => String(other.id) === id);
      this.choose(list);
      this.saving = null;
      this.ask({});
    };
    return html`<label class="jobline-list"><span>${words.list}</span>
      <select class="form-control input-sm" name="list" @change=${event => chosen(event.target.value)}>
        ${headings(this.saved, this.user).map(([heading, lists]) => html`<optgroup label=${heading}>
          ${lists.map(list => html`<option value=${list.id} .selected=${list.id === this.list.id}>${
            list.owner && list.owner !== this.user ? list.name + ' (' + list.owner + ')' : list.name}</option>`)}</optgroup>`)}
      </select></label>
      ${this.isChanged() ? html`<span class="jobline-tag">${words.changed}</span>` : nothing}`;
  }

  isChanged() {
    const columns = this.list.columns && this.list.columns.length > 0 ? this.list.columns : USUAL_COLUMNS;
    return !isSame(this.query, this.list.query) || this.sort !== (this.list.sort || '')
      || columns.join() !== this.columns.join();
  }

  buttons() {
    return html`
      <button type="button" class="btn btn-default" @click=${() => this.save()}>${words.save}</button>
      ${this.list.mayChange ? html`<button type="button" class="btn btn-default" @click=${() => this.remove()}>${words.remove}</button>` : nothing}
      <details class="jobline-columns-menu">
        <summary class="btn btn-default">${words.columns}</summary>
        <ul>${[...this.columns, ...Object.keys(COLUMNS).filter(key => !this.columns.includes(key))].map((key, index) =>
          this.columnChoice(key, index))}</ul>
      </details>
      ${this.isMore ? html`<span class="jobline-quiet">${words.fileTooLong}</span>`
        : html`<a class="btn btn-default" download="work-orders.csv"
            href=${fileOf({ ...this.asked(), columns: this.columns.join() })}>${words.file}</a>`}`;
  }

  columnChoice(key, index) {
    const isShown = this.columns.includes(key);
    const show = event => {
      this.columns = event.target.checked ? [...this.columns, key] : this.columns.filter(other => other !== key);
      this.tellAddress();
      this.draw();
    };
    const move = () => {
      this.columns.splice(index - 1, 2, this.columns[index], this.columns[index - 1]);
      this.tellAddress();
      this.draw();
    };
    return html`<li><label><input type="checkbox" .checked=${isShown} ?disabled=${isShown && this.columns.length === 1}
        @change=${show}> ${COLUMNS[key].label}</label>
      ${isShown && index > 0 ? html`<button type="button" class="btn btn-link btn-sm" aria-label="${words.moveUp} ${COLUMNS[key].label}"
        @click=${move}>↑</button>` : nothing}</li>`;
  }

  save() {
    this.saving = new SaveList(this, async list => {
      this.saving = null;
      if (list) {
        await this.readLists();
        this.list = this.saved.find(other => other.id === list.id) || this.list;
        this.tellAddress();
      }
      this.draw();
    });
    this.draw();
    this.node.querySelector('.jobline-save input').focus();
  }

  async remove() {
    try {
      await api.deleteList(this.list.id);
      await this.readLists();
      this.choose(BUILT_IN[0]);
      this.ask({});
    } catch (failure) {
      this.fail(failure);
    }
  }

  bar() {
    const count = this.selected.size;
    const first = this.page * PAGE_SIZE + 1;
    const last = this.page * PAGE_SIZE + (this.items || []).length;
    return html`<div class="jobline-bar">
      <span role="status">${this.isLoading || !this.items ? words.loading
        : this.items.length === 0 ? words.none : words.range(first, last, this.total ?? null, this.isMore)}</span>
      <button type="button" class="btn btn-default btn-sm" ?disabled=${this.page === 0} @click=${() => this.turn(-1)}
        aria-label=${words.previous}>‹</button>
      <button type="button" class="btn btn-default btn-sm" ?disabled=${!this.hasNext()} @click=${() => this.turn(1)}
        aria-label=${words.next}>›</button>
      <button type="button" class="btn btn-link btn-sm" @click=${() => this.ask({ query: {} })}>${words.clear}</button>
      <span class="jobline-selection" ?hidden=${count === 0}>
        <strong>${words.selected(count)}</strong>
        ${count > MAX_ORDERS ? html`<span class="jobline-complaint">${words.tooMany(MAX_ORDERS)}</span>` : this.bulkMenu}
        <button type="button" class="btn btn-link btn-sm" @click=${() => this.select([...this.selected], false)}>${words.unselect}</button>
      </span>
    </div>`;
  }

  hasNext() {
    return Boolean(this.items) && this.items.length === PAGE_SIZE && (this.isMore || (this.page + 1) * PAGE_SIZE < (this.total ?? Infinity));
  }

  async turn(by) {
    if (by < 0 ? this.page > 0 : this.hasNext()) {
      this.page += by;
      await this.read();
      this.focusRow(0);
    }
  }

  table() {
    const items = this.items || [];
    const numbers = items.map(order => order.number);
    const all = numbers.length > 0 && numbers.every(number => this.selected.has(number));
    return html`<table role="grid" class="table" aria-labelledby="jobline-orders-title" aria-multiselectable="true">
      <thead><tr>
        <th scope="col"><input type="checkbox" aria-label=${words.selectAll} .checked=${all}
          @change=${event => this.select(numbers, event.target.checked)}></th>
        ${this.columns.map(key => this.heading(COLUMNS[key]))}
        <th scope="col"><span class="sr-only">${words.quick}</span></th>
      </tr></thead>
      <tbody role="rowgroup">${items.map((order, index) => this.row(order, index))}</tbody>
    </table>`;
  }

  heading({ label, sort }) {
    if (!sort) {
      return html`<th scope="col">${label}</th>`;
    }
    const direction = this.sort === sort ? 'ascending' : this.sort === '-' + sort ? 'descending' : 'none';
    return html`<th scope="col" aria-sort=${direction}><button type="button"
      @click=${() => this.ask({ sort: direction === 'ascending' ? '-' + sort : sort })}>${label}
      <span aria-hidden="true">${{ ascending: '▲', descending: '▼', none: '' }[direction]}</span></button></th>`;
  }

  row(order, index) {
    const isSelected = this.selected.has(order.number);
    const isHere = index === this.at();
    return html`<tr role="row" tabindex=${isHere ? 0 : -1} data-number=${order.number} aria-selected=${isSelected}
        class=${order.sla ? 'jobline-row-' + order.sla.toLowerCase() : nothing}
        @focus=${() => this.stand(order.number)} @click=${event => this.clicked(event, order.number)}>
      <td role="gridcell"><input type="checkbox" tabindex="-1" aria-label=${words.select(order.number)} .checked=${isSelected}
        @change=${event => this.select([order.number], event.target.checked)}></td>
      ${this.columns.map(key => html`<td role="gridcell" class="jobline-cell-${key}" data-label=${
        COLUMNS[key].isPlain ? nothing : COLUMNS[key].label}>${COLUMNS[key].cell(order)}</td>`)}
      <td role="gridcell" class="jobline-quick"><div>${Object.entries(QUICK).map(([key, { label }]) => html`<button type="button"
        class="btn btn-default btn-xs" tabindex=${isHere ? 0 : -1} title="${label} (${key.toUpperCase()})"
        @click=${() => this.quick(order.number, key)}>${label}</button>`)}</div></td>
    </tr>`;
  }

  clicked(event, number) {
    if (!event.target.closest('input, button') && !String(window.getSelection())) {
      this.standing = number;
      showOrder(number);
    }
  }

  select(numbers, isSelected) {
    numbers.forEach(number => this.selected[isSelected ? 'add' : 'delete'](number));
    this.draw();
  }

  rows() {
    return Array.from(this.node.querySelectorAll('.jobline-orders-table tbody tr'));
  }

  /** The row the arrow keys begin from. */
  at() {
    return Math.max(0, (this.items || []).findIndex(order => order.number === this.standing));
  }

  stand(number) {
    if (this.standing !== number) {
      this.standing = number;
      this.draw();
    }
  }

  focusRow(index) {
    const rows = this.rows();
    const target = rows[Math.max(0, Math.min(index, rows.length - 1))] || this.node.querySelector('[name=text]');
    if (target) {
      target.focus();
    }
  }

  /** The form of an action at the row; afterwards somebody stands there again. */
  async quick(number, key) {
    const row = () => this.rows().find(other => other.dataset.number === number);
    this.standing = number;
    this.said = null;
    this.quickAction = this.quickAction || new QuickAction(this.node.querySelector('.jobline-quick-panel'), async said => {
      this.said = said;
      if (said) {
        await this.read();
      }
      this.draw();
      this.focusRow(this.at());
    });
    try {
      await this.quickAction.open(row(), number, QUICK[key]);
    } catch (failure) {
      this.fail(failure);
    }
  }

  async act(offer, channel) {
    const numbers = Array.from(this.selected);
    this.bulk = this.bulk || new Bulk(this.node.querySelector('.jobline-bulk'), done => {
      done.forEach(number => this.selected.delete(number));
      this.read();
      this.bulkMenu.querySelector('button').focus();
    });
    try {
      await this.bulk.open(offer, channel, numbers);
    } catch (failure) {
      this.fail(failure);
    }
  }

  key(event) {
    if (event.target.closest('dialog')) {
      // what is typed there is not meant for the page below
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const isTyping = event.target.closest('input:not([type=checkbox]), textarea, select');
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      event.stopPropagation();
      const box = this.node.querySelector('[name=text]');
      box.focus();
      box.select();
    } else if (event.target.matches('tbody tr')) {
      this.walk(event);
    } else if (event.target.name === 'text' && (event.key === 'ArrowDown' || event.key === 'Enter')) {
      event.preventDefault();
      this.focusRow(0);
    }
  }

  walk(event) {
    const row = event.target;
    const at = this.rows().indexOf(row);
    const { number } = row.dataset;
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: Infinity }[event.key];
    if (go !== undefined) {
      this.focusRow(go);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      this.turn(event.key === 'PageDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      showOrder(number);
    } else if (event.key === ' ') {
      this.select([number], !this.selected.has(number));
    } else if (event.key === 'a' && this.selected.size > 0) {
      this.bulkMenu.querySelector('button').click();
    } else if (QUICK[event.key]) {
      this.quick(number, event.key);
    } else {
      return;
    }
    event.preventDefault();
  }
}
