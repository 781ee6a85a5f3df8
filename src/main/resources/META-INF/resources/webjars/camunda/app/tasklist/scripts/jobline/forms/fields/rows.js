// A table of lines, such as staged payments. The form names its columns in the property "rows", each with its kind,
// such as "date Due, money Amount"; what is submitted is text, one line for each row, as the server reads it: a cell
// that has blanks or quotes in it stands in double quotes. A cell that is looked up is kept as a look-up field keeps
// it: what is shown, and what it stands for. With the property "fixedRows" the lines are those the server hands out:
// none is added or removed, some columns are only shown, and each line that is submitted begins with its key.

import { say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';
import { textOfForm } from '../../translations.js';
import { capital } from '../../words.js';
import { formatDate, isoDate, readDate } from '../reading/dates.js';
import { currencySign, formatNumber, readNumber } from '../reading/numbers.js';
import { lookUps } from './look-ups.js';

const COLUMN = /^\s*(\w+)(\?)?\s+(.*?)\s*$/;
/** What can be chosen, where it is looked up, which columns are multiplied or taken over stands behind the label. */
const BRACKETED = /^(.*?)\s*\((.*)\)$/;
const WITH_BRACKETS = ['choice', 'lookup', 'total', 'number', 'money'];
/** A number with what it counts, as it is shown: 20 pieces. */
const COUNTED = /^(\d+(?:\.\d+)?)(?:\s|$)/;
const WORD = /"((?:[^"]|"")*)"|(\S+)/g;
/** What the server says of a row, or of one of its cells. */
const ABOUT_A_ROW = /^(?:Line|Row) (\S+?)(?:, ([^:]+))?: (.*)$/s;
/** In the place of a cell that is blank. */
const BLANK = '-';
const MAX_DECIMALS = 3;
const MAX_TEXT = 200;

function columnsOf(field) {
  if (!field.columns) {
    let given = 0;
    field.columns = field.component.properties.rows.split(',').map((column, index) => {
      const [, kind, optional, text] = COLUMN.exec(column);
      const [, name, bracketed] = WITH_BRACKETS.includes(kind) && BRACKETED.exec(text) || [text, text, ''];
      return {
        kind, index, name, label: textOfForm(name), isRequired: !optional,
        isShown: kind === 'shown' || kind === 'total',
        given: kind === 'total' ? null : given++,
        choices: kind === 'choice' ? bracketed.split('|') : [],
        pickList: kind === 'lookup' ? bracketed : null,
        factors: kind === 'total' ? bracketed.split(/[*/]/).map(factor => factor.trim()) : [],
        ...source(kind, bracketed)
      };
    });
  }
  return field.columns;
}

/**
 * Where a column's values come from: another column, from which they can be taken over, or a figure of what a column
 * looks up, which counts where nothing is typed.
 */
function source(kind, bracketed) {
  const [, from] = ['number', 'money'].includes(kind) && /^=\s*(.*)$/.exec(bracketed) || [];
  const [, lookUp, figure] = /^(.*)\.(\w+)$/.exec(from ?? '') ?? [];
  return { filledFrom: from && !lookUp ? from : null, suggested: lookUp ? { lookUp, figure } : null };
}

/** What counts in a cell in which nothing is typed: from a quantity on it may be something else; undefined for nothing. */
function suggestion(row, { suggested }, field) {
  const from = suggested && row[columnsOf(field).find(({ name }) => name === suggested.lookUp).index];
  const figures = from?.figures?.[suggested.figure];
  const quantity = columnsOf(field).find(({ kind, isRequired }) => kind === 'number' && isRequired);
  const many = figures && quantity && readCell(row[quantity.index], quantity, field).value || 0;
  return figures?.filter(figure => figure.from <= many).at(-1)?.value;
}

function entered(field) {
  return columnsOf(field).filter(({ isShown }) => !isShown);
}

function isFixed({ component }) {
  return component.properties.fixedRows === 'true';
}

function numberRules(kind, context) {
  return kind === 'money' ? { decimals: 2, currency: context.currency } : { decimals: MAX_DECIMALS };
}

/** What stands in a cell, as it is shown. */
function textOf(cell) {
  return typeof cell === 'string' ? cell : cell.text;
}

function blank({ kind }) {
  return kind === 'lookup' ? { text: '', value: null } : '';
}

function readCell(cell, { kind }, { context }) {
  const text = textOf(cell);
  if (kind === 'choice') {
    return { value: text || null, words: text || undefined };
  }
  if (kind === 'text' || kind === 'lookup') {
    const value = kind === 'lookup' && cell.value !== null ? cell.value : text.trim();
    return kind === 'text' && value.length > MAX_TEXT
      ? { error: say('At most {0} characters; these are {1}', MAX_TEXT, value.length) }
      : { value: value || null, words: value ? written(value) : undefined };
  }
  if (kind === 'date') {
    const read = readDate(text, { zone: context.zone, now: context.now() });
    return { error: read.error, value: read.date, words: read.date && isoDate(read.date) };
  }
  const read = readNumber(text, context.locale, numberRules(kind, context));
  return { ...read, error: read.error || (read.value < 0 ? say('Can\'t be negative') : undefined),
    words: read.value === null || read.value === undefined ? undefined
      : kind === 'money' ? read.value.toFixed(2) : String(read.value) };
}

/** As the server reads it: what has blanks or quotes, or looks like a blank cell, stands in quotes. */
function written(text) {
  return text === BLANK || /[\s"]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function shown(read, { kind }, { context }) {
  return kind === 'choice' || kind === 'text' ? read.value
    : kind === 'date' ? formatDate(read.value, context.zone)
      : formatNumber(read.value, context.locale, numberRules(kind, context));
}

/** As the server wrote it; what is no value of this column stays as it is. */
function cell(given, column, field) {
  const word = given === null || given === undefined ? '' : String(given);
  if (column.isShown) {
    return typeof given === 'number' ? formatNumber(given, field.context.locale, { decimals: MAX_DECIMALS }) : word;
  }
  if (column.kind === 'lookup') {
    return lookUps.start(word, { options: named(column, field) });
  }
  if (column.kind === 'date') {
    const read = readCell(word, column, field);
    return read.value ? shown(read, column, field) : word;
  }
  const isNumber = (column.kind === 'money' || column.kind === 'number') && /^\d+(?:\.\d+)?$/.test(word);
  return isNumber ? shown({ value: Number(word) }, column, field) : word;
}

/** The entries of a pick list that stand in the table from the start. */
function named({ pickList }, field) {
  return field.model.form.data?.[pickList] || [];
}

function cells(line, field) {
  const words = Array.from(line.trim().matchAll(WORD), ([, quoted, plain]) =>
    plain === BLANK ? '' : plain ?? quoted.replaceAll('""', '"'));
  return columnsOf(field).map(column => cell(words[column.given], column, field));
}

/** A row that was kept, of a form that may have had other columns. */
function fitting(row, field) {
  return columnsOf(field).map(column => {
    const kept = row[column.index] ?? blank(column);
    return column.kind !== 'lookup' ? textOf(kept) : typeof kept === 'string' ? { text: kept, value: null } : kept;
  });
}

/** A row in which nothing is typed; in one that is given, what it can do without may stand as it was given. */
function isBlank(row, at, field) {
  const columns = entered(field);
  const isGiven = column => isFixed(field)
    && textOf(row[column.index]) === textOf(cell(field.lines[at].cells[column.given], column, field));
  const hasNeeded = columns.some(({ isRequired }) => isRequired);
  return columns.every(column => isEmpty(row[column.index]) || hasNeeded && !column.isRequired && isGiven(column));
}

function isEmpty(cell) {
  return textOf(cell).trim() === '';
}

function wrongIn(cell, column, field) {
  return isEmpty(cell) ? column.isRequired ? say('Required') : undefined : readCell(cell, column, field).error;
}

/** What a row is called: by the first of what is only shown of it, else by its number. */
function nameOf(row, at, field) {
  const title = columnsOf(field).find(({ kind }) => kind === 'shown');
  return title && row[title.index] ? row[title.index] : null;
}

/** Where the row stands that the server speaks of: lines that are given by their keys, others counted without blank ones. */
function placeOf(place, field) {
  return isFixed(field) ? field.lines.findIndex(({ key }) => String(key) === place)
    : field.entry.map((row, at) => at).filter(at => !isBlank(field.entry[at], at, field))[Number(place) - 1] ?? -1;
}

/** The column of a row in which something was typed, else the first that can be filled in. */
function firstTyped(at, field) {
  return entered(field).find(({ index }) => !isEmpty(field.entry[at][index])) ?? entered(field)[0];
}

export const rows = {
  isGroup: () => true,

  /** Lines that are given are submitted as they stand, touched or not. */
  isGiven: isFixed,

  start(value, field) {
    if (isFixed(field)) {
      field.lines = Array.isArray(value) ? value : [];
      return field.lines.map(line => columnsOf(field).map(column =>
        cell(column.kind === 'total' ? '' : line.cells[column.given], column, field)));
    }
    return Array.isArray(value) ? value.map(row => fitting(row, field))
      : [...String(value || '').split('\n').filter(line => line.trim() !== '').map(line => cells(line, field)),
        columnsOf(field).map(blank)];
  },

  /** What the server says of one row: by what people call the row, and marked there. */
  tell(message, field, refuse) {
    const [, place, name, rest] = ABOUT_A_ROW.exec(message) ?? [];
    const at = place === undefined ? -1 : placeOf(place, field);
    if (at < 0) {
      return refuse(message);
    }
    const column = columnsOf(field).find(candidate => candidate.name === name);
    const told = refuse(capital(rest));
    field.marked = [...(field.complaint ? field.marked ?? [] : []),
      { at, index: (column ?? firstTyped(at, field)).index, told: [column?.label, told].filter(Boolean).join(': ') }];
    return [nameOf(field.entry[at], at, field) ?? say('Row {0}', at + 1), column?.label].filter(Boolean).join(', ')
      + ': ' + told;
  },

  /** By the keys of the lines: there may be others when it comes back. */
  draft: (entry, field) => isFixed(field) ? entry.map((row, at) => ({ key: field.lines[at].key, row })) : entry,

  restore(value, field) {
    return !isFixed(field) ? this.start(value, field)
      : !Array.isArray(value) ? field.entry : field.entry.map((row, at) => {
        const kept = value.find(({ key }) => key === field.lines[at].key)?.row;
        return !kept ? row
          : row.map((cell, index) => columnsOf(field)[index].isShown ? cell : fitting(kept, field)[index]);
      });
  },

  resolve: field => lookedUp(field).forEach(cell => lookUps.resolve(cell)),
  awaits: field => Promise.all(lookedUp(field).map(cell => lookUps.awaits(cell))),

  read(entry, field) {
    const columns = entered(field);
    const faults = entry.map((row, at) => isBlank(row, at, field) ? row.map(() => undefined)
      : row.map((text, index) => columns.some(column => column.index === index)
        ? wrongIn(text, columnsOf(field)[index], field) : undefined));
    const first = faults.findIndex(row => row.some(Boolean));
    if (first >= 0) {
      const column = faults[first].findIndex(Boolean);
      const { label } = columnsOf(field)[column];
      const error = isFixed(field) && nameOf(entry[first], first, field)
        ? nameOf(entry[first], first, field) + ', ' + label + ': ' + faults[first][column]
        : say('Row {0}, {1}: {2}', first + 1, label, faults[first][column]);
      return { value: null, faults, error };
    }
    const text = entry.map((row, at) => isBlank(row, at, field) ? null
      : [...(isFixed(field) ? [written(String(field.lines[at].key))] : []),
        ...columns.map(column => readCell(row[column.index], column, field).words ?? BLANK)].join(' '))
      .filter(line => line !== null).join('\n');
    return { value: text === '' ? null : text, faults };
  },

  draw(field, aria) {
    const columns = columnsOf(field);
    const fixed = isFixed(field);
    const faults = field.isLeft ? this.read(field.entry, field).faults : [];
    if (field.entry.length === 0) {
      return html`<p class="jobline-quiet">${say('None.')}</p>`;
    }
    return html`<div class="jobline-rows-frame"><table class="jobline-rows">
      <thead><tr>${columns.map(column => heading(column, field))}${fixed ? nothing : html`<td></td>`}</tr></thead>
      <tbody>${field.entry.map((row, at) => html`<tr>${columns.map(column => column.isShown
          ? shownCell(row, at, column, field)
          : html`<td data-label=${column.label} @keydown=${event => key(event, field, at, column)}>${
            control(row, at, column, field, aria, faults)}${
            !fixed && column.index === 0 ? toldOf(at, field) : nothing}</td>`)}
        ${fixed ? nothing : html`<td><button type="button" class="btn btn-default btn-xs"
          aria-label=${say('Remove row {0}', at + 1)}
          @click=${event => remove(event.target, field, at)}>×</button></td>`}
        </tr>`)}</tbody>
      <tfoot>${total(field)}</tfoot></table></div>
      <span class="jobline-quiet" role="status">${field.filled ?? nothing}</span>
      ${fixed ? nothing : html`<button type="button" class="btn btn-default btn-xs"
        @click=${event => add(event.target, field)}>${say('Add row')}</button>`}`;
  }
};

function heading(column, field) {
  const { kind, label } = column;
  const isNumber = ['money', 'number', 'total'].includes(kind) || column.isShown && isOfNumbers(column, field);
  return html`<th scope="col" class=${isNumber ? 'jobline-amount' : nothing}><span>${label}${
    ['money', 'total'].includes(kind) ? ' (' + currencySign(field.context.currency, field.context.locale) + ')'
      : nothing}</span>${filler(column, field)}</th>`;
}

/** Fills in a whole column: with what stands in another, else with its first value. */
function filler(column, field) {
  const { label } = column;
  if (column.filledFrom) {
    const source = textOfForm(column.filledFrom);
    return html` <button type="button" class="btn btn-link btn-xs jobline-fill"
      aria-label=${say('Fill in {0} = {1}', label, source)}
      title=${say('Takes over “{0}” where the column is blank (in a cell: =)', source)}
      @click=${event => fillFrom(event.currentTarget, field, column)}>= ${source}</button>`;
  }
  return column.isShown || filledIn(field).length < 2 ? nothing : html` <button type="button"
      class="btn btn-link btn-xs jobline-fill" aria-label=${say('Fill down {0}', label)}
      title=${say('Copies the first value to where the column is blank (in a row: Ctrl+↓ to the rows below)')}
      @click=${event => fill(event.currentTarget, field, column)}>↓</button>`;
}

/** What the server said of a row, where it is seen: the message of the whole table may be far away. */
function toldOf(at, field) {
  const told = field.complaint && field.marked?.filter(mark => mark.at === at).map(mark => mark.told).join(' ');
  return told ? html`<span class="jobline-row-error" aria-hidden="true">${told}</span>` : nothing;
}

/** Whether what is only shown there is numbers, also with what they count. */
function isOfNumbers(column, field) {
  return field.lines?.some(line => typeof counted(line.cells[column.given]) === 'number');
}

function shownCell(row, at, column, field) {
  if (column.kind === 'total') {
    return html`<td class="jobline-amount" data-label=${column.label}>${amount(product(row, at, column, field), field)}</td>`;
  }
  const isNumber = isOfNumbers(column, field);
  return columnsOf(field).find(({ kind }) => kind === 'shown') === column
    ? html`<th scope="row">${row[column.index]}${toldOf(at, field)}</th>`
    : html`<td class=${isNumber ? 'jobline-amount' : nothing} data-label=${column.label}>${row[column.index]}</td>`;
}

function control(row, at, column, field, aria, faults) {
  const { kind, index, label } = column;
  const change = event => put(field, [at], index, event.target.value);
  const isFirst = at === 0 && entered(field)[0] === column;
  const name = aria.name + '-' + at + '-' + index;
  const title = nameOf(row, at, field);
  const spoken = title ? label + ', ' + title : say('{0}, row {1}', label, at + 1);
  const isMarked = field.complaint && field.marked?.some(mark => mark.at === at && mark.index === index);
  const invalid = isMarked || faults[at] && faults[at][index] ? 'true' : nothing;
  if (kind === 'lookup') {
    const id = isFirst ? aria.id : aria.id + '-' + at + '-' + index;
    return lookUps.draw(cellAt(field, at, column, spoken),
      { id, name, label: spoken, describedBy: aria.describedBy, invalid, required: nothing });
  }
  const id = isFirst ? aria.id : nothing;
  return kind === 'choice'
    ? html`<select class="form-control" id=${id} name=${name} aria-label=${spoken} aria-describedby=${aria.describedBy}
        aria-invalid=${invalid} @change=${change}>
        ${['', ...column.choices].map(choice => html`<option value=${choice} .selected=${choice === row[index]}>${
          textOfForm(capital(choice.replaceAll('-', ' ')))}</option>`)}</select>`
    : html`<input type="text" class="form-control ${kind === 'money' || kind === 'number' ? 'jobline-number' : ''}"
        autocomplete="off" id=${id} name=${name} aria-label=${spoken} aria-describedby=${aria.describedBy}
        placeholder=${placeholder(row, column, field)} aria-invalid=${invalid} .value=${row[index]} @input=${change} @change=${change}
        @blur=${() => leave(field, at, column)}>`;
}

/** What counts while nothing is typed. */
function placeholder(row, column, field) {
  const value = suggestion(row, column, field);
  return value === undefined ? nothing : shown({ value }, column, field);
}

/** A cell that is looked up, as the look-up field it would be if it stood alone. */
class LookUpCell {

  constructor(field, at, column, label) {
    Object.assign(this, { field, at, column, label });
    this.component = { type: 'textfield', properties: { pickList: column.pickList } };
  }

  get model() {
    return this.field.model;
  }

  get context() {
    return this.field.context;
  }

  get options() {
    return named(this.column, this.field);
  }

  get isTouched() {
    return this.field.isTouched;
  }

  /** The row may have been removed while the server was asked. */
  get entry() {
    return this.field.entry[this.at]?.[this.column.index] ?? blank(this.column);
  }

  enter(entry) {
    put(this.field, [this.at], this.column.index, entry);
  }

  leave() {
    this.model.changed();
  }
}

/** The same one each time it is drawn: it knows whether its list is open. */
function cellAt(field, at, column, label) {
  field.lookUpCells ??= new Map();
  const place = at + ' ' + column.index;
  if (!field.lookUpCells.has(place)) {
    field.lookUpCells.set(place, new LookUpCell(field, at, column, label));
  }
  return Object.assign(field.lookUpCells.get(place), { label });
}

function lookedUp(field) {
  const columns = columnsOf(field).filter(({ kind }) => kind === 'lookup');
  return field.entry.flatMap((row, at) => columns.map(column => cellAt(field, at, column, column.label)));
}

/** In pence, rounded half up; null while a factor is blank or wrong. */
function product(row, at, { factors }, field) {
  const [one, other, divisor = 1000n] = factors.map(name => columnsOf(field).find(column => column.name === name))
    .map(column => thousandths(row, at, column, field));
  return one === null || other === null || !divisor ? null : (one * other * 1000n + divisor * 5000n) / (divisor * 10000n);
}

function thousandths(row, at, column, field) {
  const given = column.isShown ? field.lines[at].cells[column.given] : readCell(row[column.index], column, field);
  const value = column.isShown ? counted(given) : given.error ? null : given.value ?? suggestion(row, column, field);
  return typeof value === 'number' ? BigInt(Math.round(value * 1000)) : null;
}

/** The number that is shown, also one with what it counts; anything else as it is. */
function counted(given) {
  const [, digits] = typeof given === 'string' && COUNTED.exec(given) || [];
  return digits === undefined ? given : Number(digits);
}

function amount(pence, field) {
  return pence === null ? nothing
    : formatNumber(Number(pence) / 100, field.context.locale, numberRules('money', field.context));
}

function sumOf(column, field) {
  if (column.kind === 'total') {
    return amount(field.entry.map((row, at) => product(row, at, column, field) ?? 0n)
      .reduce((all, next) => all + next, 0n), field);
  }
  const values = field.entry.map(row => Math.round((readCell(row[column.index], column, field).value || 0) * 1000));
  return formatNumber(values.reduce((all, next) => all + next, 0) / 1000, field.context.locale,
    numberRules(column.kind, field.context));
}

/** Whether the rows count different things, such as metres and pieces, of which there is no sum. */
function isOfSeveralUnits(field) {
  const units = (field.lines ?? []).flatMap(({ cells: given }) => given)
    .filter(given => typeof given === 'string' && COUNTED.test(given)).map(given => given.replace(COUNTED, ''));
  return new Set(units.map(unit => unit.replace(/e?s$/, ''))).size > 1;
}

/** Where rows are multiplied, what comes of it is added up, and not the factors. */
function total(field) {
  const columns = columnsOf(field);
  const isMultiplied = columns.some(({ kind }) => kind === 'total');
  const added = isMultiplied ? ['total'] : isOfSeveralUnits(field) ? ['money'] : ['money', 'number'];
  const sums = columns.map(column => added.includes(column.kind)
    ? sumOf(column, field) : null);
  return sums.every(sum => sum === null) ? nothing
    : html`<tr>${sums.map((sum, index) => sum === null ? html`<td>${index === 0 ? say('Total') : nothing}</td>`
      : html`<td class="jobline-amount"><output>${sum}</output></td>`)}${
      isFixed(field) ? nothing : html`<td></td>`}</tr>`;
}

function put(field, places, index, cell) {
  field.filled = null;
  field.enter(field.entry.map((row, at) => !places.includes(at) ? row
    : row.map((before, position) => position === index ? cell : before)));
}

/** The rows a column can be filled in for: the one that is left blank for the next line is none of them. */
function filledIn(field) {
  return field.entry.map((row, at) => at)
    .filter(at => isFixed(field) || field.entry[at].some(cell => !isEmpty(cell)));
}

/**
 * Those of them where the column is blank: what somebody has typed is written over by nobody. A line that is given and
 * has nothing in it yet is begun only with what it can't do without, or it would have to be filled in.
 */
function toBeFilledIn(field, { index, isRequired }) {
  const begins = isRequired || !entered(field).some(column => column.isRequired);
  return filledIn(field).filter(at => isEmpty(field.entry[at][index])
    && (begins || !isFixed(field) || !isBlank(field.entry[at], at, field)));
}

/** With the first value of the column. */
function fill(button, field, column) {
  const { index } = column;
  const places = filledIn(field);
  const source = places.find(at => !isEmpty(field.entry[at][index]));
  if (source === undefined) {
    field.filled = say('Fill in one row first.');
    field.model.changed();
    focus(button.closest('table'), places[0], index);
    return;
  }
  copy(field, source, toBeFilledIn(field, column), column);
}

/** With the number another column shows of the same row, where it is more than nothing. */
function fillFrom(button, field, column) {
  const places = filledIn(field).filter(at => isEmpty(field.entry[at][column.index]) && takenOver(at, column, field) > 0);
  places.forEach(at => put(field, [at], column.index, shown({ value: takenOver(at, column, field) }, column, field)));
  told(field, places, column);
  focus(button.closest('table'), places[0] ?? 0, column.index);
}

function takenOver(at, { filledFrom }, field) {
  return counted(field.lines?.[at].cells[columnsOf(field).find(({ name }) => name === filledFrom).given]);
}

function copy(field, source, places, column) {
  put(field, places, column.index, field.entry[source][column.index]);
  told(field, places, column);
}

function told(field, places, { label }) {
  field.filled = places.length === 0 ? say('{0}: not blank in any row that is filled in', label)
    : places.length === 1 ? say('{0}: filled in for 1 row', label)
      : say('{0}: filled in for {1} rows', label, places.length);
  field.model.changed();
}

/** What was read is shown as it was understood. */
function leave(field, at, column) {
  const read = column.kind !== 'lookup' && field.entry[at] && readCell(field.entry[at][column.index], column, field);
  if (read && read.words !== undefined && !read.error) {
    const { filled } = field;
    put(field, [at], column.index, shown(read, column, field));
    field.filled = filled;
  }
}

function focus(table, at, index) {
  const row = table.tBodies[0].rows[at];
  const box = row && (row.cells[index]?.querySelector('input, select') || row.querySelector('input, select'));
  if (box) {
    box.focus();
  }
}

function add(node, field) {
  const table = node.closest('fieldset').querySelector('table');
  field.enter([...field.entry, columnsOf(field).map(blank)]);
  focus(table, field.entry.length - 1, 0);
}

function remove(node, field, at) {
  const table = node.closest('table');
  const left = field.entry.filter((row, other) => other !== at);
  // each cell is in another place now
  field.lookUpCells = new Map();
  field.enter(left.length > 0 ? left : [columnsOf(field).map(blank)]);
  focus(table, Math.min(at, field.entry.length - 1), 0);
}

/**
 * Enter leads down, and adds a row below the last; Ctrl+Delete removes the row, Ctrl+↓ fills in those below. In rows
 * that are given, Enter keeps to the column.
 */
function key(event, field, at, column) {
  if (event.defaultPrevented) {
    // it chose something from a list
    return;
  }
  const table = event.target.closest('table');
  const fixed = isFixed(field);
  if (event.key === 'Enter' && !event.ctrlKey) {
    event.preventDefault();
    if (at < field.entry.length - 1) {
      focus(table, at + 1, fixed ? column.index : 0);
    } else if (!fixed && !isBlank(field.entry[at], at, field)) {
      add(event.target, field);
    }
  } else if (event.key === 'Delete' && event.ctrlKey && !fixed) {
    event.preventDefault();
    remove(event.target, field, at);
  } else if (event.key === '=' && column.filledFrom) {
    event.preventDefault();
    if (isEmpty(field.entry[at][column.index]) && takenOver(at, column, field) > 0) {
      put(field, [at], column.index, shown({ value: takenOver(at, column, field) }, column, field));
    }
  } else if (event.key === 'ArrowDown' && event.ctrlKey && !event.altKey) {
    event.preventDefault();
    if (!isEmpty(field.entry[at][column.index])) {
      leave(field, at, column);
      copy(field, at, toBeFilledIn(field, column).filter(other => other > at), column);
    }
  }
}
