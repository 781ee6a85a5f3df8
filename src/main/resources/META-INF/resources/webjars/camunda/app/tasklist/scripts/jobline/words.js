// Times, money and durations as agents in Britain read them.

/** @param zone of the site; left out: of this browser */
export function time(instant, zone) {
  return format(instant, zone, { weekday: 'short', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function day(date) {
  return format(date, undefined, { day: '2-digit', month: 'short', year: 'numeric' });
}

function format(instant, zone, parts) {
  const at = new Date(instant);
  return !instant || Number.isNaN(at.getTime()) ? instant || '' : at.toLocaleString('en-GB', { ...parts, timeZone: zone });
}

export function money(amount, currency) {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);
}

const TARGETS = { respond: 'Respond', temporaryFix: 'Temporary fix', fix: 'Fix' };

export function targetName(key) {
  return TARGETS[key];
}

/** @param duration as ISO 8601 has it, such as PT1H59M */
export function left(duration) {
  const [, minus, days = 0, hours = 0, minutes = 0] =
    /^(-)?P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?.*)?$/.exec(duration || '') || [null, ''];
  const all = Math.abs(days * 1440 + hours * 60 + Number(minutes));
  const over = minus || [days, hours, minutes].some(part => part < 0);
  const text = [Math.floor(all / 1440) && Math.floor(all / 1440) + ' d', Math.floor(all / 60) % 24 + ' h', all % 60 + ' min']
    .filter(Boolean).join(' ');
  return over ? text + ' over' : text;
}

/** @param count of something, with the words for one and for several */
export function counted(count, one, several) {
  return count.toLocaleString('en-GB') + ' ' + (count === 1 ? one : several);
}

/** What the table of orders says. */
export const orderWords = {
  title: 'Orders',
  shortcut: 'Orders (Ctrl+Alt+O)',
  help: '↑ ↓ walk · Enter opens · Space selects · Page Up, Page Down turn pages · / finds · a acts on those selected · Esc goes back',
  loading: 'One moment …',
  none: 'No order answers this.',
  any: 'any',
  list: 'List',
  builtIn: 'Of the helpdesk',
  byStage: 'By stage',
  mine: 'Mine',
  shared: 'Shared with me',
  changed: 'changed',
  columns: 'Columns',
  moveUp: 'Move further to the front:',
  file: 'CSV',
  fileTooLong: 'A file holds 10,000 orders; ask for fewer.',
  save: 'Save list',
  saveAs: 'Save as a new list',
  replace: 'Save changes',
  remove: 'Delete list',
  name: 'Name',
  shareWith: 'Who sees it',
  onlyMe: 'only me',
  group: group => 'everybody in ' + group,
  cancel: 'Cancel',
  close: 'Close',
  clear: 'Clear filters',
  more: 'More filters',
  previous: 'Previous page',
  next: 'Next page',
  range: (first, last, total, isMore) => first.toLocaleString('en-GB') + '–' + last.toLocaleString('en-GB')
    + (total === null ? '' : (isMore ? ' of more than ' : ' of ') + total.toLocaleString('en-GB')),
  selected: count => counted(count, 'order selected', 'orders selected'),
  selectAll: 'Select all on this page',
  select: number => 'Select ' + number,
  unselect: 'Select none',
  act: 'Do with those selected',
  tooMany: most => 'At most ' + most + ' orders can be changed at once; select fewer.',
  bulkTitle: (label, count) => label + ' on ' + counted(count, 'order', 'orders'),
  bulkStart: count => 'Do it on ' + counted(count, 'order', 'orders'),
  bulkStop: 'Stop after this one',
  bulkDone: (done, refused, left) => done + ' done, ' + refused + ' refused' + (left ? ', ' + left + ' not tried' : ''),
  bulkNotTried: 'not tried',
  bulkDoneAs: status => 'done, now ' + status,
  bulkUnsuitable: label => label + ' asks each order something of its own: do it order by order.',
  waits: group => 'waits for ' + group,
  sla: { GREEN: 'in time', AMBER: 'soon due', RED: 'breached' },
  yes: 'yes'
};

/** @return how far away an instant is, such as 2 h 5 min or 1 d 3 h ago */
export function distance(instant, now = Date.now()) {
  const minutes = Math.floor((new Date(instant).getTime() - now) / 60000);
  const all = Math.abs(minutes);
  const text = (all >= 1440 ? [Math.floor(all / 1440) + ' d', Math.floor(all / 60) % 24 + ' h']
    : [all >= 60 ? Math.floor(all / 60) + ' h' : '', all % 60 + ' min']).filter(Boolean).join(' ');
  return minutes < 0 ? text + ' ago' : 'in ' + text;
}
