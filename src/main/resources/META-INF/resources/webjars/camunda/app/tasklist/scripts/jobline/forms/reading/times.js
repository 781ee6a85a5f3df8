// Times of day as people type them.

import { say } from '../../language.js';

const NOON = /^(?:noon|midday|mittags?)$/;
const HALVES = /^(\d{1,2})(?:[.:h ]?([0-5]\d))? ?([ap])\.?m?\.?$/;
const CLOCK = /^(\d{1,2})[.:h]([0-5]\d)(?::\d\d)?(?: ?(?:h|hrs?|uhr))?$/;
const DIGITS = /^(\d{1,2})([0-5]\d)(?: ?(?:h|hrs?|uhr))?$/;
const HOURS = /^(\d{1,2}) ?(?:h|uhr)$/;

/**
 * @return hour and minute, nothing when blank; or error, what is wrong in words
 */
export function readTime(text) {
  const typed = (text || '').trim().toLowerCase();
  if (typed === '') {
    return {};
  }
  if (NOON.test(typed)) {
    return { hour: 12, minute: 0 };
  }
  const halves = HALVES.exec(typed);
  if (halves) {
    const hour = Number(halves[1]);
    return hour < 1 || hour > 12 ? { error: say('Write the time as {0} or {1}.', '15:30', '3:30pm') }
      : { hour: hour % 12 + (halves[3] === 'p' ? 12 : 0), minute: Number(halves[2] || 0) };
  }
  const clock = CLOCK.exec(typed) || DIGITS.exec(typed) || HOURS.exec(typed);
  if (clock && Number(clock[1]) < 24) {
    return { hour: Number(clock[1]), minute: Number(clock[2] || 0) };
  }
  if (/^\d{1,2}$/.test(typed) && Number(typed) < 24) {
    return { error: Number(typed) >= 1 && Number(typed) < 12
      ? say('Morning or evening? Write {0} or {1}.', twoDigits(typed) + ':00', Number(typed) + 12 + ':00')
      : say('Write the time as {0} or {1}.', twoDigits(typed) + ':00', twoDigits(typed) + '00') };
  }
  return { error: say('Write the time as {0} or {1}.', '15:30', '3:30pm') };
}

export function formatTime({ hour, minute }) {
  return twoDigits(hour) + ':' + twoDigits(minute);
}

function twoDigits(value) {
  return String(Number(value)).padStart(2, '0');
}
