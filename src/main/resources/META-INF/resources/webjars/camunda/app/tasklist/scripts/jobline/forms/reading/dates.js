// Dates as people type them, always in the order the site writes them, and dates with a time.

import { locale, say } from '../../language.js';
import { formatTime, readTime } from './times.js';
import { addDays, daysBetween, daysIn, instantsOf, offsetOf, siteFormat, wallTime, weekdayOf } from './zones.js';

/** Further away, a date is asked about. */
export const FAR_DAYS = 90;
const MINUTE = 60000;
const MONTHS = [
  'jan(?:uary|uar)?|jän(?:ner)?', 'feb(?:ruary|ruar)?', 'mar(?:ch)?|mär(?:z)?|mrz', 'apr(?:il)?', 'may|mai',
  'june?|juni?', 'july?|juli?', 'aug(?:ust)?', 'sept?(?:ember)?', 'o[ck]t(?:ober)?', 'nov(?:ember)?', 'de[cz](?:ember)?'
].map(names => new RegExp('^(?:' + names + ')\\.?$'));
const WEEKDAYS = [
  'sun(?:day)?|so(?:nntag)?', 'mon(?:day)?|mo(?:ntag)?', 'tue(?:s(?:day)?)?|di(?:enstag)?',
  'wed(?:nesday)?|mi(?:ttwoch)?',
  'thu(?:r(?:s(?:day)?)?)?|do(?:nnerstag)?', 'fri(?:day)?|fr(?:eitag)?', 'sat(?:urday)?|sa(?:mstag)?'
].map(names => new RegExp('^(?:' + names + ')\\.?,?$'));
const LIKE_A_DATE = /^\d{1,2}[-/.]\d{1,2}[-/.]\d+$|^\d{1,2}[-/]\d{1,2}$|^\d{1,2}\.?[a-z]|^\d{4}-/;
const NEAR = { today: 0, tod: 0, heute: 0, tomorrow: 1, tom: 1, tmrw: 1, morgen: 1, yesterday: -1, gestern: -1 };
/** Such as +1h30, with the days, hours and minutes apart. */
const SHIFT = new RegExp('^([+\\-−–]|in )\\s*(?:(\\d+)\\s*(?:d|days?|tage?n?))?'
  + '\\s*(?:(\\d+(?:[.,]\\d+)?)\\s*(?:h|hrs?|hours?|std\\.?|stunden?))?'
  + '\\s*(?:(\\d+)\\s*(?:m|mins?|minutes?|minuten?)?)?$');

function words(text) {
  return (text || '').trim().toLowerCase().replace(/\s+/g, ' ');
}

/**
 * @param zone of the site
 * @param now the present instant
 * @param isPast whether the field is for what has happened, so that "Monday" means the last one
 * @return date as {year, month, day}, nothing when blank; isFar when it has to be asked about; or error, in words
 */
export function readDate(text, { zone, now, isPast = false }) {
  const typed = words(text);
  if (typed === '') {
    return {};
  }
  const today = wallTime(now, zone);
  const shift = SHIFT.exec(typed);
  const result = shift && shift[2] && !shift[3] && !shift[4]
    ? { date: addDays(today, Number(shift[2]) * (isMinus(shift[1]) ? -1 : 1)) } : oneDate(typed, zone, today, isPast);
  return result.date ? { ...result, isFar: Math.abs(daysBetween(today, result.date)) > FAR_DAYS } : result;
}

function isMinus(sign) {
  return '-−–'.includes(sign);
}

function oneDate(typed, zone, today, isPast) {
  if (typed in NEAR) {
    return { date: addDays(today, NEAR[typed]) };
  }
  const weekday = WEEKDAYS.findIndex(names => names.test(typed));
  if (weekday >= 0) {
    const days = (weekday - weekdayOf(today) + 7) % 7;
    return { date: addDays(today, isPast && days > 0 ? days - 7 : days) };
  }
  const [first, ...others] = typed.split(' ');
  const named = others.length > 0 ? WEEKDAYS.findIndex(names => names.test(first)) : -1;
  const result = calendarDate(named >= 0 ? others.join(' ') : typed, zone, today);
  return result.date && named >= 0 && weekdayOf(result.date) !== named
    ? { error: say('{0} is a {1}.', formatDate(result.date, zone), weekdayName(result.date)) } : result;
}

function calendarDate(typed, zone, today) {
  const unclear = { error: say('Write the date as {0}.', formatDate(addDays(today, 1), zone)) };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) {
    return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const { order } = siteFormat(zone);
  const numbers = /^(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2})|[./]?)$/.exec(typed);
  if (numbers) {
    const [one, two] = [Number(numbers[1]), Number(numbers[2])];
    const [day, month] = order === 'dmy' ? [one, two] : [two, one];
    if (month > 12 && day <= 12) {
      const meant = inYear(month, day, numbers[3], today);
      return meant.date ? { error: order === 'dmy' ? say('Day first at this site: {0}?', formatDate(meant.date, zone))
        : say('Month first at this site: {0}?', formatDate(meant.date, zone)) } : meant;
    }
    return inYear(day, month, numbers[3], today);
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]?([a-zä]+\.?)(?:,?[ -]?(\d{4}|\d{2}))?$/.exec(typed);
  const monthFirst = /^([a-zä]+\.?)[ -]?(\d{1,2})(?:st|nd|rd|th)?(?:,? ?(\d{4})|, ?(\d{2}))?$/.exec(typed);
  const [day, name, year] = dayFirst ? dayFirst.slice(1)
    : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3] || monthFirst[4]] : [];
  const month = name ? MONTHS.findIndex(names => names.test(name)) + 1 : 0;
  return month > 0 ? inYear(Number(day), month, year, today) : unclear;
}

/** Without a year, the one that is nearest. */
function inYear(day, month, year, today) {
  if (year) {
    return existing(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  }
  const candidates = [today.year - 1, today.year, today.year + 1].map(candidate => existing(candidate, month, day));
  const distance = ({ date }) => date ? Math.abs(daysBetween(today, date)) : Infinity;
  const nearest = candidates.reduce((best, next) => distance(next) < distance(best) ? next : best);
  return nearest.date ? nearest : candidates[1];
}

function existing(year, month, day) {
  if (month < 1 || month > 12) {
    return { error: say('There is no month {0}.', month) };
  }
  if (day < 1 || day > daysIn(year, month)) {
    const which = month === 2 && day === 29 ? ' ' + year : '';
    return { error: say('There is no {0} {1}.', day, monthName(month) + which) };
  }
  if (year < 1970 || year > 2199) {
    return { error: say('Must be between the years 1970 and 2200') };
  }
  return { date: { year, month, day } };
}

/**
 * @param zone of the site
 * @param now the present instant
 * @param isPast whether the field is for what has happened
 * @return wall and instant, nothing when blank; with isFar and isTwice what has to be asked about: a date far away, and
 *     a time that the clocks show twice that night (others: both instants). Or error, what is wrong in words
 */
export function readDateTime(text, { zone, now, isPast = false }) {
  const typed = words(text);
  if (typed === '') {
    return {};
  }
  if (/^(?:now|jetzt)$/.test(typed)) {
    return at(wallTime(now, zone), zone, now, new Date(Math.floor(now.getTime() / MINUTE) * MINUTE));
  }
  const shift = SHIFT.exec(typed);
  if (shift && (shift[2] || shift[3] || shift[4])) {
    return shifted(shift, zone, now);
  }
  const iso = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)$/.exec(typed);
  if (iso) {
    const instant = new Date(iso[1] + 'T' + iso[2] + iso[3].toUpperCase());
    return Number.isNaN(instant.getTime()) ? { error: missing(zone, now) }
      : at(wallTime(instant, zone), zone, now, instant);
  }
  return dateAndTime(typed.replace(/^(\d{4}-\d\d-\d\d)t/, '$1 '), { zone, now, isPast });
}

function dateAndTime(typed, { zone, now, isPast }) {
  const today = wallTime(now, zone);
  const dateOnly = readDate(typed, { zone, now, isPast });
  const timeOnly = readTime(typed);
  if (dateOnly.date && timeOnly.hour !== undefined) {
    return { error: say('Date or time? Write {0} for the time.', formatTime(timeOnly)) };
  }
  if (timeOnly.hour !== undefined) {
    return at({ ...dayOf(today), ...timeOnly }, zone, now);
  }
  if (dateOnly.date) {
    return { error: say('Add a time, e.g. {0}', formatDate(dateOnly.date, zone) + ' 15:30') };
  }
  const parts = typed.replace(/,? (?:at|um|at about) /, ' ').replace(/, /g, ' ').split(' ');
  const readings = [];
  let wrong = null;
  for (let split = 1; split < parts.length; split++) {
    const [before, after] = [parts.slice(0, split).join(' '), parts.slice(split).join(' ')];
    for (const [date, time] of [[before, after], [after, before]]) {
      const readDay = readDate(date, { zone, now, isPast });
      const readClock = readTime(time);
      if (readDay.date && readClock.hour !== undefined) {
        readings.push({ ...readDay.date, ...readClock });
      } else if (readDay.date && readClock.error && /\d/.test(time)) {
        wrong = wrong || readClock.error;
      } else if (readClock.hour !== undefined && readDay.error && /\d.*\d|[a-z]/.test(date)) {
        wrong = readDay.error;
      }
    }
  }
  // 10.11 10.30 is read as date and time, the order everybody writes them in
  return readings.length > 0 ? at(readings[0], zone, now)
    : { error: parts.length === 1 ? soleError(typed, dateOnly, timeOnly, zone, now) : wrong || missing(zone, now) };
}

/** Of what is neither a date nor a time: said of what it looks like. */
function soleError(typed, dateOnly, timeOnly, zone, now) {
  return LIKE_A_DATE.test(typed) && !/^\d+ ?[ap]m?$/.test(typed) ? dateOnly.error
    : /^\d{1,2}$/.test(typed) ? timeOnly.error : missing(zone, now);
}

function missing(zone, now) {
  return say('Write date and time as {0}.', formatDate(addDays(wallTime(now, zone), 1), zone) + ' 15:30');
}

function dayOf({ year, month, day }) {
  return { year, month, day };
}

function shifted([, sign, days = 0, hours = '0', minutes = 0], zone, now) {
  const direction = isMinus(sign) ? -1 : 1;
  const later = now.getTime() + direction * MINUTE * (Number(hours.replace(',', '.')) * 60 + Number(minutes));
  const wall = wallTime(new Date(later), zone);
  return Number(days) === 0 ? at(wall, zone, now, new Date(Math.floor(later / MINUTE) * MINUTE))
    : at({ ...addDays(wall, direction * Number(days)), hour: wall.hour, minute: wall.minute }, zone, now);
}

/** @param instant which of the two it is in the night the clocks go back; left out: to be asked */
function at(wall, zone, now, instant) {
  const instants = instant ? [instant] : instantsOf(wall, zone);
  if (instants.length === 0) {
    return { error: say('{0} doesn\'t exist: the clocks go forward past it that night.', formatDateTime(wall, zone)) };
  }
  return { wall, instant: instants[0], isTwice: instants.length > 1, others: instants,
    isFar: Math.abs(daysBetween(wallTime(now, zone), wall)) > FAR_DAYS };
}

/** @return what the server reads, such as 2026-12-24 */
export function isoDate({ year, month, day }) {
  return String(year).padStart(4, '0') + '-' + String(month).padStart(2, '0') + '-' + String(day).padStart(2, '0');
}

/** @return what the server reads: local to the site, with the offset where the clocks show the time twice */
export function isoDateTime({ wall, instant }, zone) {
  const local = isoDate(wall) + 'T' + formatTime(wall);
  return instantsOf(wall, zone).length > 1 ? local + offsetOf(instant, zone) : local;
}

/** As the site writes it. */
export function formatDate({ year, month, day }, zone) {
  const { order, separator } = siteFormat(zone);
  const parts = { d: String(day).padStart(2, '0'), m: String(month).padStart(2, '0'), y: String(year) };
  return Array.from(order).map(part => parts[part]).join(separator);
}

export function formatDateTime(wall, zone) {
  return formatDate(wall, zone) + ' ' + formatTime(wall);
}

function monthName(month) {
  return new Date(Date.UTC(2024, month - 1, 1)).toLocaleString(locale, { month: 'long', timeZone: 'UTC' });
}

function weekdayName({ year, month, day }) {
  return new Date(Date.UTC(year, month - 1, day)).toLocaleString(locale, { weekday: 'long', timeZone: 'UTC' });
}

/** In words, with the weekday: what was understood. */
export function dateInWords({ year, month, day }) {
  return new Date(Date.UTC(year, month - 1, day))
    .toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
