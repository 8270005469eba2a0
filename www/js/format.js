/** Money, dates and counts as people read them. Amounts stay decimal strings throughout. */
import { amountStyle } from './amount-style.js';
import { decimalsOf } from './currencies.js';

export const NBSP = '\u00a0';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const countFormat = new Intl.NumberFormat('en-GB');

/** `260000.00` as `260,000`, in the page's style; the decimals stay where they say something, or where they are wanted exactly. */
export function grouped(decimal, { exact = false } = {}) {
  const { group, decimal: point, byTwos } = amountStyle();
  const [whole, fraction = ''] = decimal.split('.');
  const head = whole.replace(byTwos ? BY_TWOS : BY_THREES, group);
  return fraction && (exact || /[1-9]/.test(fraction)) ? head + point + fraction : head;
}

const BY_THREES = /\B(?=(\d{3})+$)/g;
const BY_TWOS = /\B(?=(\d{2})*\d{3}$)/g;

/** `260,000`, or `260,000.50`: all the decimals that the currency counts, or none where they say nothing. */
export const amountIn = (amount, currency, how) => grouped(padded(String(amount), decimalsOf(currency)), how);

function padded(decimal, decimals) {
  const [whole, fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(decimals, '0');
  return digits ? `${whole}.${digits}` : whole;
}

/** `DKK 260,000`, never broken over two lines. */
export const money = (amount, currency) => `${currency}${NBSP}${amountIn(amount, currency).replace('-', '\u2212')}`;

/** `DKK 260,000.00`: with all the decimals that the currency counts. */
export const exactMoney = (amount, currency) => `${currency}${NBSP}${amountIn(amount, currency, { exact: true })}`;

/** A count with its thousands grouped. */
export const count = (value) => countFormat.format(value);

/** `3 partners`, `1 partner`. */
export const counted = (value, one, many = `${one}s`) => `${count(value)}${NBSP}${value === 1 ? one : many}`;

const days = new Map();
/** As many different days as a form is likely to show. */
const DAYS = 500;

/** `31 May 2013`; what is no date stays as it is. */
export function day(text) {
  if (!days.has(text)) {
    if (days.size >= DAYS) days.clear();
    days.set(text, written(text));
  }
  return days.get(text);
}

function written(text) {
  const match = DATE.exec(text);
  if (!match) return text;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return dayFormat.format(date).replace(' ', NBSP);
}

/** A date, or a moment with its offset. */
export function moment(text) {
  const match = INSTANT.exec(text);
  if (!match) return day(text);
  const zone = match[3] === 'Z' ? 'UTC' : `UTC${match[3].replace('-', '\u2212')}`;
  return `${day(match[1])}, ${match[2]}${NBSP}(${zone})`;
}

const MONTHS = Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)));
const JOINED = new RegExp(`(?<=\\b\\d{1,2}) (?=(?:${MONTHS.join('|')})\\b)|(?<=\\b[A-Z]{3}) (?=\\d)`, 'g');

/** A text of a rulebook in which no line ends within "31 May" or "DKK 250,000". */
export const unbroken = (text) => text.replace(JOINED, NBSP);

/** Whether a text has the shape of a date. */
export const isDay = (text) => DATE.test(text);

/** Whole days from one date to another; `null` where one of them is no date. */
export function daysBetween(from, to) {
  if (!isDay(from) || !isDay(to)) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
}

/** The first letter in capitals. */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter small, but for a name in capitals such as EUR or SME. */
export const small = (text) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** `Denmark, Finland and Sweden`. */
export function listed(items, last = 'and') {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
