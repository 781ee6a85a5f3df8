// Dates and amounts within what the server says, as the agent's language writes them.

import { language, locale } from './language.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Such as Mon 24 Nov 14:05, or Monday 24 November 2026, 14:05. */
const DATE = new RegExp('\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* (\\d{1,2}) (' + MONTHS.join('|') + ')[a-z]*'
  + '(?: (\\d{4}))?(?:,? (\\d\\d):(\\d\\d))?(?!\\d)', 'g');
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
/** What is neither grouped nor has decimals may be the number of something. */
const AMOUNT = /^(?:([£€$])|([A-Z]{3}) )?(\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)$/;
const CURRENCIES = { '£': 'GBP', '€': 'EUR', '$': 'USD' };

export function localValues(text) {
  if (language === 'en') {
    return text;
  }
  const amount = AMOUNT.exec(text);
  return amount ? localAmount(amount)
    : ISO_DATE.test(text) ? shown(new Date(text), { day: '2-digit', month: '2-digit', year: 'numeric' })
      : text.replace(DATE, localDate);
}

function localAmount([, sign, code, digits]) {
  const currency = CURRENCIES[sign] ?? code;
  return Number(digits.replaceAll(',', '')).toLocaleString(locale, currency ? { style: 'currency', currency }
    : { minimumFractionDigits: digits.includes('.') ? 2 : 0 });
}

function localDate(all, weekday, day, month, year, hour, minute) {
  const at = inYear => new Date(Date.UTC(inYear, MONTHS.indexOf(month), day, hour ?? 0, minute ?? 0));
  const now = new Date().getFullYear();
  // without a year, one in which the day is that of the week
  const fits = candidate => at(candidate).toLocaleString('en-GB', { weekday: 'short', timeZone: 'UTC' }) === weekday;
  return shown(at(year ?? [now, now + 1, now - 1].find(fits) ?? now), {
    weekday: 'short', day: '2-digit', month: 'short', year: year && 'numeric',
    ...(hour && { hour: '2-digit', minute: '2-digit' })
  });
}

function shown(date, parts) {
  return date.toLocaleString(locale, { ...parts, timeZone: 'UTC' });
}
