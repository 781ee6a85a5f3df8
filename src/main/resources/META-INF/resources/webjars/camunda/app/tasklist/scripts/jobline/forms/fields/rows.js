// A table of lines, such as staged payments. The form names its columns in the property "rows", each with its kind,
// such as "date Due, money Amount"; what is submitted is text, one line for each row, as the server reads it.

import { say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';
import { formatDate, isoDate, readDate } from '../reading/dates.js';
import { textOfForm } from '../../translations.js';
import { currencySign, formatNumber, readNumber } from '../reading/numbers.js';

function columnsOf(field) {
  return field.component.properties.rows.split(',').map(column => {
    const [, kind, label] = /^\s*(\S+)\s+(.*?)\s*$/.exec(column);
    return { kind, label: textOfForm(label) };
  });
}

function numberRules(kind, context) {
  return { decimals: 2, currency: kind === 'money' ? context.currency : undefined };
}

function readCell(text, { kind }, { context }) {
  if (kind === 'date') {
    const read = readDate(text, { zone: context.zone, now: context.now() });
    return { error: read.error, value: read.date, words: read.date && isoDate(read.date) };
  }
  const read = readNumber(text, context.locale, numberRules(kind, context));
  return { ...read, words: read.value === null || read.value === undefined ? undefined
    : kind === 'money' ? read.value.toFixed(2) : String(read.value) };
}

function shown(read, { kind }, { context }) {
  return kind === 'date' ? formatDate(read.value, context.zone)
    : formatNumber(read.value, context.locale, numberRules(kind, context));
}

/** As the server wrote it; a line that is no row of this table stays as it is, in the first column. */
function cells(line, columns, field) {
  const words = line.trim().split(/\s+/);
  return columns.map((column, index) => {
    const word = words[index] || '';
    if (column.kind === 'date') {
      const read = readCell(word, column, field);
      return read.value ? shown(read, column, field) : word;
    }
    return /^\d+(?:\.\d+)?$/.test(word) ? shown({ value: Number(word) }, column, field) : word;
  });
}

function isBlank(row) {
  return row.every(cell => cell.trim() === '');
}

function wrongIn(text, column, field) {
  return text.trim() === '' ? say('Required') : readCell(text, column, field).error;
}

export const rows = {
  isGroup: () => true,
  start(value, field) {
    const columns = columnsOf(field);
    return Array.isArray(value) ? value
      : [...String(value || '').split('\n').filter(line => line.trim() !== '').map(line => cells(line, columns, field)),
        columns.map(() => '')];
  },

  read(entry, field) {
    const columns = columnsOf(field);
    const faults = entry.map(row => isBlank(row) ? row.map(() => undefined)
      : row.map((cell, index) => wrongIn(cell, columns[index], field)));
    const first = faults.findIndex(row => row.some(Boolean));
    if (first >= 0) {
      const column = faults[first].findIndex(Boolean);
      const error = say('Row {0}, {1}: {2}', first + 1, columns[column].label, faults[first][column]);
      return { value: null, faults, error };
    }
    const text = entry.filter(row => !isBlank(row))
      .map(row => row.map((cell, index) => readCell(cell, columns[index], field).words).join(' ')).join('\n');
    return { value: text === '' ? null : text, faults };
  },

  draw(field, aria) {
    const columns = columnsOf(field);
    const faults = field.isLeft ? this.read(field.entry, field).faults : [];
    const change = (row, column, text) => field.enter(field.entry.map((cellsOf, index) =>
      index !== row ? cellsOf : cellsOf.map((cell, at) => at === column ? text : cell)));
    return html`<table class="jobline-rows">
      <thead><tr>${columns.map(column => heading(column, field))}<td></td></tr></thead>
      <tbody>${field.entry.map((row, at) => html`<tr>${columns.map((column, index) => html`<td><input type="text"
          class="form-control ${column.kind === 'date' ? '' : 'jobline-number'}" autocomplete="off"
          id=${at === 0 && index === 0 ? aria.id : nothing} name=${aria.name + '-' + at + '-' + index}
          aria-label=${say('{0}, row {1}', column.label, at + 1)}
          aria-describedby=${aria.describedBy} aria-invalid=${faults[at] && faults[at][index] ? 'true' : nothing}
          .value=${row[index]} @input=${event => change(at, index, event.target.value)}
          @change=${event => change(at, index, event.target.value)}
          @keydown=${event => key(event, field, at, columns)}
          @blur=${() => leave(field, at, index, column)}></td>`)}
        <td><button type="button" class="btn btn-default btn-xs" aria-label=${say('Remove row {0}', at + 1)}
          @click=${event => remove(event.target, field, at, columns)}>×</button></td></tr>`)}</tbody>
      <tfoot>${total(field, columns)}</tfoot></table>
      <button type="button" class="btn btn-default btn-xs" @click=${event => add(event.target, field, columns)}>${
        say('Add row')}</button>`;
  }
};

function heading({ kind, label }, { context }) {
  return html`<th scope="col" class=${kind === 'date' ? nothing : 'jobline-amount'}>${label}${
    kind === 'money' ? ' (' + currencySign(context.currency, context.locale) + ')' : nothing}</th>`;
}

function total(field, columns) {
  return html`<tr>${columns.map((column, index) => {
    if (column.kind !== 'money') {
      return html`<td>${index === 0 ? say('Total') : nothing}</td>`;
    }
    const pence = field.entry.map(row => Math.round((readCell(row[index], column, field).value || 0) * 100))
      .reduce((sum, next) => sum + next, 0);
    return html`<td class="jobline-amount"><output>${formatNumber(pence / 100, field.context.locale,
      { decimals: 2, currency: field.context.currency })}</output></td>`;
  })}<td></td></tr>`;
}

/** What was read is shown as it was understood. */
function leave(field, at, index, column) {
  const read = field.entry[at] && readCell(field.entry[at][index], column, field);
  if (read && read.words !== undefined) {
    field.enter(field.entry.map((row, other) => other !== at ? row
      : row.map((cell, position) => position === index ? shown(read, column, field) : cell)));
  }
}

function focus(table, at, index = 0) {
  const row = table.tBodies[0].rows[at];
  if (row) {
    row.cells[index].querySelector('input').focus();
  }
}

function add(node, field, columns) {
  const table = node.closest('fieldset').querySelector('table');
  field.enter([...field.entry, columns.map(() => '')]);
  focus(table, field.entry.length - 1);
}

function remove(node, field, at, columns) {
  const table = node.closest('table');
  const left = field.entry.filter((row, other) => other !== at);
  field.enter(left.length > 0 ? left : [columns.map(() => '')]);
  focus(table, Math.min(at, field.entry.length - 1));
}

/** Enter leads down, and adds a row below the last; Ctrl+Delete removes the row. */
function key(event, field, at, columns) {
  const table = event.target.closest('table');
  if (event.key === 'Enter' && !event.ctrlKey) {
    event.preventDefault();
    if (at < field.entry.length - 1) {
      focus(table, at + 1);
    } else if (!isBlank(field.entry[at])) {
      add(event.target, field, columns);
    }
  } else if (event.key === 'Delete' && event.ctrlKey) {
    event.preventDefault();
    remove(event.target, field, at, columns);
  }
}
