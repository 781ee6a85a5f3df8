// What the clocks and calendars of a site look like, wherever the browser is.

const MONTH_FIRST = new RegExp('^(?:US/|America/(?:New_York|Detroit|Kentucky/|Indiana/|Chicago|Menominee|North_Dakota/'
  + '|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Puerto_Rico)'
  + '|Pacific/(?:Honolulu|Guam))');
const YEAR_FIRST = /^Asia\/(?:Tokyo|Seoul|Shanghai|Taipei|Ulaanbaatar)$/;
const WITH_POINTS = new RegExp('^Europe/(?:Berlin|Busingen|Vienna|Zurich|Vaduz|Prague|Bratislava|Warsaw|Oslo|Helsinki'
  + '|Copenhagen|Moscow|Kiev|Kyiv|Bucharest|Sofia|Riga|Tallinn|Istanbul|Zagreb|Ljubljana|Belgrade|Sarajevo|Skopje)$');
const MINUTE = 60000;

/** @return how dates are written at a site: the order of day, month and year, and what stands between them */
export function siteFormat(zone) {
  return MONTH_FIRST.test(zone) ? { order: 'mdy', separator: '/' }
    : YEAR_FIRST.test(zone) ? { order: 'ymd', separator: '/' }
      : { order: 'dmy', separator: WITH_POINTS.test(zone) ? '.' : '/' };
}

const clocks = new Map();

function clock(zone) {
  if (!clocks.has(zone)) {
    clocks.set(zone, new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric',
      month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }));
  }
  return clocks.get(zone);
}

/** What the clocks at the site show at an instant. */
export function wallTime(instant, zone) {
  const parts = Object.fromEntries(clock(zone).formatToParts(instant).map(part => [part.type, Number(part.value)]));
  return { year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute };
}

function utc({ year, month, day, hour = 0, minute = 0 }) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute);
  return date.getTime();
}

function isSame(a, b) {
  return ['year', 'month', 'day', 'hour', 'minute'].every(part => a[part] === b[part]);
}

/** @return the instants at which the clocks of the site show this: none or two in the night they are changed */
export function instantsOf(wall, zone) {
  const plain = utc(wall);
  const offsets = [-1, 1].map(days => {
    const around = plain + days * 1440 * MINUTE;
    return utc(wallTime(new Date(around), zone)) - Math.floor(around / MINUTE) * MINUTE;
  });
  return [...new Set(offsets)].map(offset => new Date(plain - offset))
    .filter(instant => isSame(wallTime(instant, zone), { hour: 0, minute: 0, ...wall }))
    .sort((a, b) => a - b);
}

/** @return such as +01:00, of an instant at the site */
export function offsetOf(instant, zone) {
  const minutes = Math.round((utc(wallTime(instant, zone)) - Math.floor(instant.getTime() / MINUTE) * MINUTE) / MINUTE);
  const part = value => String(value).padStart(2, '0');
  return (minutes < 0 ? '-' : '+') + part(Math.floor(Math.abs(minutes) / 60)) + ':' + part(Math.abs(minutes) % 60);
}

export function daysIn(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** @param days how many later, fewer than 0 for earlier */
export function addDays({ year, month, day }, days) {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** @return 0 for Sunday */
export function weekdayOf({ year, month, day }) {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Days from one date to another. */
export function daysBetween(from, to) {
  return Math.round((utc({ ...to, hour: 0, minute: 0 }) - utc({ ...from, hour: 0, minute: 0 })) / (1440 * MINUTE));
}
