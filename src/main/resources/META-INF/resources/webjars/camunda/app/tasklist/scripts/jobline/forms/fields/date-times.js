// Dates, with and without a time, in the time and the format of the site.

import { say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';
import {
  dateInWords, formatDate, formatDateTime, isoDate, isoDateTime, readDate, readDateTime
} from '../reading/dates.js';
import { formatTime } from '../reading/times.js';
import { addDays, siteFormat, wallTime } from '../reading/zones.js';
import { calendar } from './calendar.js';

const ARROWS = { ArrowRight: 1, ArrowLeft: -1 };

function isDate(field) {
  return field.component.subtype === 'date';
}

function settings(field) {
  const { zone, now } = field.context;
  return { zone, now: now(), isPast: (field.component.properties || {}).when === 'past' };
}

function readText(text, field) {
  const given = settings(field);
  return isDate(field) ? readDate(text, given) : readDateTime(text, given);
}

/** Another text is another question: whether it is so far away, and which of two times it is. */
function entryOf(text) {
  return { text, isSure: false, which: null };
}

/** How the server wrote it down, as the site writes it. */
function shown(value, field) {
  const { zone } = field.context;
  const text = String(value).replace(/(T\d\d:\d\d):\d\d(?:\.\d+)?/, '$1');
  const read = readText(text, field);
  return read.date ? formatDate(read.date, zone) : read.wall ? formatDateTime(read.wall, zone) : String(value);
}

/** Buttons for the times that are meant most often; each types what it says. */
function shortcuts(field) {
  const { zone, now, isPast } = settings(field);
  const wall = wallTime(now, zone);
  const dateOf = days => formatDate(addDays(wall, days), zone);
  const later = minutes => formatDateTime(wallTime(new Date(now.getTime() + minutes * 60000), zone), zone);
  if (isDate(field)) {
    return isPast ? [[say('today'), dateOf(0)], [say('yesterday'), dateOf(-1)]]
      : [[say('today'), dateOf(0)], [say('tomorrow'), dateOf(1)]];
  }
  return isPast ? [[say('now'), later(0)], [say('−30 min'), later(-30)], [say('−1 h'), later(-60)]]
    : [[say('now'), later(0)], [say('+30 min'), later(30)], [say('+1 h'), later(60)], [say('+2 h'), later(120)],
      ...(wall.hour < 16 ? [['16:00', dateOf(0) + ' 16:00']] : []),
      [say('tomorrow {0}', '08:00'), dateOf(1) + ' 08:00']];
}

export const dateTimes = {
  start: (value, field) => entryOf(value === null ? '' : shown(value, field)),
  restore: (value, field) => entryOf(/^\d{4}-\d\d-\d\d/.test(value) ? shown(value, field) : String(value)),
  /** What was meant by now or +30, not what it would mean when it is put back. */
  draft(entry, field) {
    return this.tidy(entry, field).text;
  },

  read({ text, isSure, which }, field) {
    const read = readText(text, field);
    if (read.error || !(read.date || read.wall)) {
      return { ...read, value: null };
    }
    const isAsked = read.isFar || read.isTwice;
    const instant = read.others && read.others[which === null ? 0 : which];
    const value = read.date ? isoDate(read.date) : isoDateTime({ ...read, instant }, field.context.zone);
    return { ...read, value, isAsked,
      error: read.isTwice && which === null ? say('The clocks go back that night: which one is it?')
        : read.isFar && !isSure ? say('That is far away. Tick if it is right.') : undefined };
  },

  /** What was read is shown as the site writes it; what was not stays as it was typed. */
  tidy(entry, field) {
    const read = readText(entry.text, field);
    const { zone } = field.context;
    return { ...entry, text: read.date && !read.error ? formatDate(read.date, zone)
      : read.wall && !read.isTwice ? formatDateTime(read.wall, zone) : entry.text };
  },

  draw(field, aria) {
    const enter = event => event.target.value !== field.entry.text
      && field.enter(entryOf(event.target.value));
    const { order, separator } = siteFormat(field.context.zone);
    const date = Array.from(order).map(part => ({ d: say('DD'), m: say('MM'), y: say('YYYY') })[part]).join(separator);
    const isFixed = field.component.readonly || field.component.disabled;
    return html`<span class="jobline-date-time" @focusout=${event => leave(event, field)}>
      <input type="text" class="form-control" id=${aria.id} name=${aria.name} autocomplete="off"
        placeholder=${isDate(field) ? date : say('{0} HH:MM', date)}
        aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
        ?readonly=${isFixed} .value=${field.entry.text}
        @input=${enter} @change=${enter} @blur=${() => field.settle()}>
      ${isFixed ? nothing : html`<span class="jobline-shortcuts" role="group"
        aria-label=${say('Times for {0}', field.label)} @keydown=${walk}>
        ${shortcuts(field).map(([words, text], index) => html`<button type="button" class="btn btn-default btn-xs"
          tabindex=${index === 0 ? 0 : -1} @click=${event => fill(event, field, text)}>${words}</button>`)}
        <button type="button" class="btn btn-default btn-xs" tabindex="-1" aria-haspopup="dialog"
          aria-expanded=${field.day ? 'true' : 'false'} @click=${event => openCalendar(event, field)}>${
          say('Calendar')}</button></span>`}
      ${field.day ? month(field, aria) : nothing}
    </span>`;
  },

  /** What was understood, and what has to be asked about. */
  drawBelow(field, aria) {
    const read = this.read(field.entry, field);
    const { zone } = field.context;
    if (!read.value) {
      return nothing;
    }
    const words = read.date ? dateInWords(read.date) : dateInWords(read.wall) + ', ' + formatTime(read.wall);
    return html`<span class="jobline-understood" id=${aria.id + '-understood'}>${words}</span>
      ${read.isTwice ? html`<span class="jobline-asked" role="radiogroup"
        aria-label=${say('The clocks go back that night: which one is it?')}>
        ${read.others.map((instant, index) => html`<label class="jobline-tick"><input type="radio"
          name=${aria.id + '-which'} .checked=${field.entry.which === index}
          @change=${() => field.enter({ ...field.entry, which: index })}>
          <span>${say('{0} ({1})', formatTime(read.wall), nameOfZone(instant, zone))}</span></label>`)}
        </span>` : nothing}
      ${read.isFar ? html`<label class="jobline-tick jobline-asked"><input type="checkbox" name=${aria.id + '-sure'}
        .checked=${field.entry.isSure}
        @change=${event => field.enter({ ...field.entry, isSure: event.target.checked })}>
        <span>${say('Yes, {0}', words)}</span></label>` : nothing}`;
  }
};

/** What is in the field, or a time somebody may mean. */
function dayOf(field) {
  const { zone, now, isPast } = settings(field);
  const read = readText(field.entry.text, field);
  // the full hour, the next one for what is still to come
  const near = wallTime(new Date(now.getTime() + (isPast ? 0 : 60 * 60000)), zone);
  const { hour, minute, ...day } = read.date || read.wall || { ...near, minute: 0 };
  const [hourText, minuteText] = hour === undefined ? [] : formatTime({ hour, minute }).split(':');
  return isDate(field) ? day : { ...day, hour: hourText, minute: minuteText };
}

function openCalendar(event, field) {
  const around = event.target.closest('.jobline-date-time');
  field.day = field.day ? null : dayOf(field);
  field.model.changed();
  if (field.day) {
    around.querySelector('.jobline-calendar td button[tabindex="0"]').focus();
  }
}

function month(field, aria) {
  const { zone, now } = settings(field);
  const write = day => {
    field.day = day;
    const date = formatDate(day, zone);
    field.enter(entryOf(isDate(field) ? date : date + ' ' + day.hour + ':' + day.minute));
    field.model.changed();
  };
  const close = () => {
    field.day = null;
    field.leave();
    document.getElementById(aria.id).focus();
  };
  return calendar({
    id: aria.id + '-calendar', zone, shown: field.day, today: wallTime(now, zone),
    onMove: day => {
      field.day = { ...field.day, ...day };
      // the day somebody is on may not be there in another month
      field.isTurning = true;
      field.model.changed();
      field.isTurning = false;
    },
    onPick: day => {
      write({ ...field.day, ...day });
      close();
    },
    onTime: isDate(field) ? null : (hour, minute) => write({ ...field.day, hour, minute }),
    onClose: close
  });
}

function nameOfZone(instant, zone) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(instant)
    .find(part => part.type === 'timeZoneName').value;
}

/** Its buttons and its calendar are part of it. */
function leave(event, field) {
  if (!event.currentTarget.contains(event.relatedTarget) && !field.isTurning) {
    field.day = null;
    field.leave();
  }
}

function fill(event, field, text) {
  field.enter(entryOf(text));
  field.leave();
  event.target.closest('.jobline-date-time').querySelector('input').focus();
}

/** The buttons are one stop on the way from field to field; the arrows lead along them. */
function walk(event) {
  const step = ARROWS[event.key];
  const buttons = Array.from(event.currentTarget.children);
  const next = step && buttons[buttons.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
