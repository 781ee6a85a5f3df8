// A month to pick a day from, and a clock, for people who would rather click than type.

import { locale, say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';
import { dateInWords, isoDate } from '../reading/dates.js';
import { addDays, daysIn, siteFormat, weekdayOf } from '../reading/zones.js';

const WEEK = 7;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };
const MINUTES = ['00', '05', '10', '15', '20', '25', '30', '35', '40', '45', '50', '55'];
const HOURS = Array.from({ length: 24 }, (none, hour) => String(hour).padStart(2, '0'));

/** Weeks begin on Sunday where the month is written first, and on Monday elsewhere. */
function firstWeekday(zone) {
  return siteFormat(zone).order === 'mdy' ? 0 : 1;
}

function weeks({ year, month }, zone) {
  const first = { year, month, day: 1 };
  const before = (weekdayOf(first) - firstWeekday(zone) + WEEK) % WEEK;
  const rows = Math.ceil((before + daysIn(year, month)) / WEEK);
  return Array.from({ length: rows }, (none, row) => Array.from({ length: WEEK },
    (nothingElse, column) => addDays(first, row * WEEK + column - before)));
}

function inWords({ year, month }, options) {
  return new Date(Date.UTC(year, month - 1, 1)).toLocaleString(locale, { ...options, timeZone: 'UTC' });
}

function weekdayNames(zone) {
  // 4 January 2026 is a Sunday
  return Array.from({ length: WEEK }, (none, index) => new Date(Date.UTC(2026, 0, 4 + firstWeekday(zone) + index)))
    .map(day => ['short', 'long'].map(weekday => day.toLocaleString(locale, { weekday, timeZone: 'UTC' })));
}

/**
 * @param shown the day the calendar leads to, with hour and minute as texts where there is a time
 * @param today at the site
 * @param onMove told the day that is to be shown
 * @param onPick told the day that was picked
 * @param onTime told hour and minute as texts; null for a date without a time
 * @param onClose told to close it
 */
export function calendar({ id, zone, shown, today, onMove, onPick, onTime, onClose }) {
  const key = event => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') {
      // closes the calendar only, and not what is around the form
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.target.matches('td button') && (step || event.key === 'PageUp' || event.key === 'PageDown')) {
      event.preventDefault();
      const grid = event.currentTarget;
      onMove(step ? addDays(shown, step) : otherMonth(shown, event.key === 'PageUp' ? -1 : 1));
      grid.querySelector('button[tabindex="0"]').focus();
    }
  };
  return html`<div class="jobline-calendar" role="dialog" aria-label=${say('Calendar')} id=${id} @keydown=${key}>
    <div class="jobline-calendar-head">
      <button type="button" class="btn btn-default btn-xs" aria-label=${say('Previous month')}
        @click=${() => onMove(otherMonth(shown, -1))}>‹</button>
      <strong aria-live="polite">${inWords(shown, { month: 'long', year: 'numeric' })}</strong>
      <button type="button" class="btn btn-default btn-xs" aria-label=${say('Next month')}
        @click=${() => onMove(otherMonth(shown, 1))}>›</button>
    </div>
    <table><thead><tr>${weekdayNames(zone).map(([short, long]) =>
      html`<th scope="col" abbr=${long}>${short}</th>`)}</tr></thead>
      <tbody>${weeks(shown, zone).map(week => html`<tr>${week.map(day => html`<td>${
        day.month === shown.month ? dayButton(day, shown, today, onPick) : nothing}</td>`)}</tr>`)}</tbody></table>
    ${onTime ? html`<div class="jobline-calendar-time">
      ${part(HOURS, shown.hour, say('Hour'), hour => onTime(hour, shown.minute))}<span aria-hidden="true">:</span>
      ${part(MINUTES.includes(shown.minute) ? MINUTES : [...MINUTES, shown.minute].sort(), shown.minute, say('Minute'),
        minute => onTime(shown.hour, minute))}</div>` : nothing}
  </div>`;
}

function otherMonth({ year, month, day }, step) {
  const first = addDays({ year, month: month + step, day: 1 }, 0);
  return { ...first, day: Math.min(day, daysIn(first.year, first.month)) };
}

function dayButton(day, shown, today, onPick) {
  const isShown = day.day === shown.day;
  return html`<button type="button" tabindex=${isShown ? 0 : -1} aria-label=${dateInWords(day)}
    aria-current=${isoDate(day) === isoDate(today) ? 'date' : nothing} aria-pressed=${isShown ? 'true' : 'false'}
    @click=${() => onPick(day)}>${day.day}</button>`;
}

function part(values, chosen, label, onChange) {
  return html`<select class="form-control" aria-label=${label} @change=${event => onChange(event.target.value)}>
    ${values.map(value => html`<option value=${value} ?selected=${value === chosen}>${value}</option>`)}</select>`;
}
