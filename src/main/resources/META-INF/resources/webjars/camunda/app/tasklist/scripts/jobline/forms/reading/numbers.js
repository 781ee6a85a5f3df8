// Numbers as people type and paste them. What can be read in two ways isn't guessed: it is refused, in words.

import { say } from '../../language.js';

const SPACES = /[\s\u00a0\u2007\u202f]/g;
const SYMBOLS = { '£': 'GBP', '€': 'EUR', '$': 'USD' };
/** Beyond this the server refuses, and a number of the browser no longer holds every digit. */
const MAX_DIGITS = 10;
/** A currency or % may stand before or behind the digits. */
const WITH_UNIT = /^([£€$]|[A-Za-z]{3}(?=[\s\d]))?\s*(.*?)\s*([£€$%]|(?<=[\s\d])[A-Za-z]{3})?$/s;
const GROUPED = /^[1-9]\d{0,2}(?:([.,'’])\d{3})(?:\1\d{3})*$/;

/**
 * @param text as typed
 * @param locale whose decimal sign is meant where only one is there, such as de-DE
 * @param decimals how many may follow it
 * @param currency of money, such as GBP; left out: a number without a unit
 * @param unit that may be typed behind it, such as %
 * @return value, null when nothing was typed; or error, what is wrong in words
 */
export function readNumber(text, locale, { decimals = 2, currency, unit } = {}) {
  const typed = (text || '').trim();
  if (typed === '') {
    return { value: null };
  }
  const bare = withoutUnit(typed, currency, unit);
  if (bare.error) {
    return bare;
  }
  const [, sign, digits] = /^([-−–+]?)(.*)$/.exec(bare.text.replace(/^([-−–+])\s+/, '$1'));
  const { whole, fraction, error } = parts(digits, locale, decimals);
  if (error) {
    return { error };
  }
  if (whole === undefined) {
    return { error: expected(locale, decimals, currency) };
  }
  const kept = fraction.replace(/0+$/, '');
  // 950.000 with two decimals is no slip of the pen for 950: somebody means 950,000
  if (kept.length > decimals || fraction.length > Math.max(decimals > 2 ? decimals + 1 : decimals, 2)) {
    return { error: expected(locale, decimals, currency) };
  }
  const before = whole.replace(/^0+(?=\d)/, '');
  if (before.length > MAX_DIGITS) {
    return { error: say('Must be below {0}', formatNumber(10 ** MAX_DIGITS, locale, { decimals: 0 })) };
  }
  const value = Number(before + (kept ? '.' + kept : ''));
  return { value: sign && sign !== '+' && value !== 0 ? -value : value };
}

function withoutUnit(typed, currency, unit) {
  const [, before, text, after] = WITH_UNIT.exec(typed);
  const sign = /^([-−–])\s*([£€$])\s*(.*)$/s.exec(text);
  const units = [before, after, sign && sign[2]].filter(Boolean);
  for (const given of units) {
    const named = SYMBOLS[given] || given.toUpperCase();
    if (given === '%' ? unit !== '%' : !currency || named !== currency) {
      return { error: given === '%' || !currency ? say('Leave out {0}', given)
        : say('This order is in {0}', currency) };
    }
  }
  return { text: sign ? sign[1] + sign[3] : text };
}

/** The digits before and behind the decimal sign; none when it is no number, an error when it may be two. */
function parts(typed, locale, decimals) {
  const text = /^\d{1,3}(?:[\s\u00a0\u2007\u202f]\d{3})+(?:[.,]\d+)?$/.test(typed) ? typed.replace(SPACES, '') : typed;
  const hadSpaces = text !== typed;
  if (/^\d+$/.test(text)) {
    return { whole: text, fraction: '' };
  }
  const points = text.match(/[.,'’]/g) || [];
  const last = points[points.length - 1];
  const at = text.lastIndexOf(last);
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^\d*(?:[.,'’]\d+)*$/.test(head) || !/^\d+$/.test(tail)) {
    return {};
  }
  if (last === '\'' || last === '’') {
    return GROUPED.test(text) ? { whole: text.replace(/\D/g, ''), fraction: '' } : {};
  }
  if (points.length > 1) {
    // 1,234.56 and 1.234,56 say which is which, 1,234,567 has no decimals
    const isDecimal = points[points.length - 2] !== last;
    const group = isDecimal ? head : text;
    return GROUPED.test(group)
      ? { whole: group.replace(/\D/g, ''), fraction: isDecimal ? tail : '' } : {};
  }
  const point = decimalSign(locale);
  const mayBeThousands = !hadSpaces && GROUPED.test(text);
  if (point === '.') {
    if (last === '.') {
      return { whole: head || '0', fraction: tail };
    }
    return mayBeThousands ? { whole: head + tail, fraction: '' }
      : { error: say('Thousands or decimals? Write {0} or {1}.', head + tail, (head || '0') + '.' + tail) };
  }
  // where a comma is the decimal sign, one sign before three digits is read either way: it may come from elsewhere
  return mayBeThousands ? { error: eitherWay(head, tail, decimals) } : { whole: head || '0', fraction: tail };
}

function eitherWay(head, tail, decimals) {
  const kept = tail.replace(/0+$/, '');
  if (kept.length > decimals || decimals === 0) {
    return say('Thousands or decimals? Write {0}.', head + tail);
  }
  // a zero more says that these are decimals
  return say('Thousands or decimals? Write {0} or {1}.', head + tail,
    head + ',' + (kept.length === 3 ? tail + '0' : kept || '0'));
}

function decimalSign(locale) {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(part => part.type === 'decimal').value;
}

function expected(locale, decimals, currency) {
  if (decimals === 0) {
    return say('Whole numbers only');
  }
  const example = formatNumber(120.55, locale, { decimals: 2 });
  if (currency === 'GBP' && decimals === 2) {
    return say('Pounds and pence only, e.g. {0}', example);
  }
  return say('A number with up to {0} decimals, e.g. {1}', decimals, example);
}

/** As it is shown when nobody is typing: with thousands separators, money with its pence. */
export function formatNumber(value, locale, { decimals = 2, currency } = {}) {
  return value === null || value === undefined || value === '' ? ''
    : new Intl.NumberFormat(locale, {
      minimumFractionDigits: currency ? decimals : 0,
      maximumFractionDigits: decimals,
      // 1.234 is read either way where a comma is the decimal sign
      useGrouping: Boolean(currency) || decimalSign(locale) === '.'
    }).format(value);
}

/** What stands before an amount, such as £. */
export function currencySign(currency, locale) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1).find(part => part.type === 'currency').value;
}
