// Times, money and durations as agents read them, and what the table of orders says.

import { locale, say } from './language.js';

/** @param zone of the site; left out: of this browser */
export function time(instant, zone) {
  return format(instant, zone, { hour: '2-digit', minute: '2-digit' });
}

export function day(date) {
  return format(date, undefined, {});
}

/** With the weekday, and with the year unless it is this one. */
function format(instant, zone, parts) {
  const at = new Date(instant);
  if (!instant || Number.isNaN(at.getTime())) {
    return instant || '';
  }
  const year = at.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return at.toLocaleString(locale, { weekday: 'short', day: '2-digit', month: 'short', year, ...parts, timeZone: zone });
}

export function money(amount, currency) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** What types of work order are called. */
export const TYPES = {
  REACTIVE: say('Reactive'), QUOTE: say('Quote'), PPM: say('PPM'), AUDIT: say('Audit'), PURCHASING: say('Purchasing')
};

const TARGETS = { respond: say('Respond'), temporaryFix: say('Temporary fix'), fix: say('Fix') };

export function targetName(key) {
  return TARGETS[key];
}

/** @param duration as ISO 8601 has it, such as PT1H59M */
export function left(duration) {
  const [, minus, days = 0, hours = 0, minutes = 0] =
    /^(-)?P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?.*)?$/.exec(duration || '') || [null, ''];
  const all = Math.abs(days * 1440 + hours * 60 + Number(minutes));
  const over = minus || [days, hours, minutes].some(part => part < 0);
  const text = [Math.floor(all / 1440) && say('{0} d', Math.floor(all / 1440)), Math.floor(all / 60) % 24 + ' h', all % 60 + ' min']
    .filter(Boolean).join(' ');
  return over ? say('{0} overdue', text) : text;
}

/** The text with a capital letter first. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function number(count) {
  return count.toLocaleString(locale);
}

export const orderWords = {
  title: say('Orders'),
  shortcut: say('Orders (Ctrl+Alt+O)'),
  help: say('↑ ↓ = move · Enter = open · E = ETA · S = assign · N = note · Space = select · A = bulk actions · Page Up / Page Down = turn pages · / = search'),
  quick: say('Quick actions'),
  loading: say('Loading …'),
  none: say('No matching orders.'),
  any: say('any'),
  list: say('List'),
  builtIn: say('Standard lists'),
  byStage: say('By stage'),
  mine: say('My lists'),
  shared: say('Shared with me'),
  changed: say('changed'),
  columns: say('Columns'),
  moveUp: say('Move left:'),
  file: say('CSV'),
  fileTooLong: say('Over 10,000 orders – narrow the search to download.'),
  save: say('Save list'),
  saveAs: say('Save as a new list'),
  replace: say('Save changes'),
  remove: say('Delete list'),
  name: say('Name'),
  shareWith: say('Visible to'),
  onlyMe: say('only me'),
  group: group => say('everyone in {0}', group),
  cancel: say('Cancel'),
  close: say('Close'),
  clear: say('Clear filters'),
  more: say('More filters'),
  previous: say('Previous page'),
  next: say('Next page'),
  range: (first, last, total, isMore) => total === null ? say('{0}–{1}', number(first), number(last))
    : isMore ? say('{0}–{1} of more than {2}', number(first), number(last), number(total))
      : say('{0}–{1} of {2}', number(first), number(last), number(total)),
  selected: count => count === 1 ? say('1 order selected') : say('{0} orders selected', number(count)),
  selectAll: say('Select all on this page'),
  select: number => say('Select {0}', number),
  unselect: say('Select none'),
  act: say('Bulk actions'),
  tooMany: most => say('Select up to {0} orders for bulk actions.', most),
  bulkTitle: (label, count) => count === 1 ? say('{0}: 1 order', label) : say('{0}: {1} orders', label, number(count)),
  bulkStart: count => count === 1 ? say('Apply to 1 order') : say('Apply to {0} orders', number(count)),
  bulkStop: say('Stop after this one'),
  bulkDone: (done, refused, left) => left ? say('{0} updated, {1} not updated, {2} not tried', done, refused, left)
    : refused ? say('{0} updated, {1} not updated', done, refused) : say('{0} updated', done),
  bulkNotTried: say('not tried'),
  bulkDoneAs: status => say('now {0}', status),
  bulkUnsuitable: label => say('{0} can\'t be done in bulk: it needs different details for each order.', label),
  waits: group => say('waiting for {0}', group),
  sla: { GREEN: say('on time'), AMBER: say('due soon'), RED: say('breached') },
};

/** @return how far away an instant is, such as 2 h 5 min or 1 d 3 h ago */
export function distance(instant, now = Date.now()) {
  const minutes = Math.floor((new Date(instant).getTime() - now) / 60000);
  const all = Math.abs(minutes);
  const text = (all >= 1440 ? [say('{0} d', Math.floor(all / 1440)), Math.floor(all / 60) % 24 + ' h']
    : [all >= 60 ? Math.floor(all / 60) + ' h' : '', all % 60 + ' min']).filter(Boolean).join(' ');
  return minutes < 0 ? say('{0} ago', text) : say('in {0}', text);
}
