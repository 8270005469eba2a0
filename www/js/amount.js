/**
 * Reading an amount as it was typed, exactly: digits in, digits out, no arithmetic. What can mean
 * two amounts, a thousand times apart, is asked about and never guessed: `18.000` is eighteen
 * thousand in Denmark and eighteen in Britain. A style (see `amount-style.js`) decides only what
 * it writes so itself.
 */
import { kindOf } from './amount-style.js';
import { marks } from './currencies.js';

/** The longest amount that the format takes, in digits before the decimals. */
const LONGEST = 15;
/** Longer than any amount with all that may stand around it: whatever it is, it is none. */
const MOST = 64;
const BIDI = /[\u200e\u200f\u061c]/g;
const CORE = /^(\D*)(\d(?:.*\d)?)(\D*)$/s;
const FOREIGN = /[^\u0000-\u00ff\u2000-\u20ff]/;
const SEPARATOR = /[.,٫٬'’ʼ\s]/;
/** What stands for "and no cents": `18.000,-` in Danish, `18 000:-` in Swedish, `18’000.–` in Swiss German. */
const NO_CENTS = /^\s*[.,:]\s*[-–—−]{1,2}(?=\s|$|\p{L})/u;

/** The sizes of groups: one to three digits and then threes; in India twos before the last. */
const BY_THREES = /^[123]( 3)+$/;
const BY_TWOS = /^[12]( 2)* 3$/;

const ok = (value) => ({ kind: 'ok', value });
const unreadable = (reason) => ({ kind: 'unreadable', reason });

/**
 * `ok` with the exact decimal; `ambiguous` with both readings, by thousands and by decimals; or
 * `unreadable` for a reason: `shape`, `sign`, `decimals`, `long`, or the `currency` named beside it.
 */
export function readAmount(typed, { style, decimals, currency = null }) {
  if (typed.length > MOST) return unreadable('shape');
  const match = CORE.exec(westernDigits(typed.replace(BIDI, '').trim()));
  if (!match) return unreadable('shape');
  const [, before, core, after] = match;
  const rest = after.replace(NO_CENTS, '');
  const beside = [before, rest].map((text) => text.trim()).filter(Boolean);
  const reason = beside.length === 0 ? null : whyNot(beside, currency, style);
  return reason ? unreadable(reason) : readCore(core, { style, decimals, noCents: rest !== after });
}

/** What is wrong with the texts before and after the digits; `null` where one of them names the currency. */
function whyNot(beside, currency, { locale }) {
  if (beside.some((text) => /^[-−+]/u.test(text))) return 'sign';
  if (beside.length === 1 && currency && marks(beside[0], currency, locale)) return null;
  return beside.some((text) => /[\p{L}\p{Sc}]/u.test(text)) ? 'currency' : 'shape';
}

/** Arabic, Persian, Bengali digits and others as 0 to 9: each script has its ten in a row. */
const westernDigits = (text) => (FOREIGN.test(text) ? text.replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(valueOf(digit)))) : text);

function valueOf(digit) {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0) - value - 1))) value += 1;
  return value;
}

function readCore(core, { style, decimals, noCents }) {
  const pieces = core.split(SEPARATOR);
  if (pieces.some((piece) => !/^\d+$/.test(piece))) return unreadable('shape');
  const separators = [...core].filter((each) => SEPARATOR.test(each)).map(kindOf);
  const readings = readingsOf(pieces, separators, style.byTwos);
  if (noCents) readings.decimals = null;
  if (readings.thousands === null && readings.decimals === null) return unreadable('shape');
  return choose(readings, { separators, style, decimals });
}

/** The amounts that pieces of digits can stand for: all of them whole, or the last as decimals. */
function readingsOf(pieces, separators, byTwos) {
  const [head, tail, last] = [pieces.slice(0, -1), pieces.at(-1), separators.at(-1)];
  const inOrder = separators.every((each) => each === separators[0]);
  const headInOrder = separators.slice(0, -1).every((each) => each === separators[0] && each !== last);
  const mayPoint = ['.', ',', '٫'].includes(last) && headInOrder && isGrouped(head, byTwos);
  return {
    thousands: separators.includes('٫') || !isGrouped(pieces, byTwos) || !(inOrder || mayPoint) ? null : pieces.join(''),
    decimals: mayPoint ? `${head.join('')}.${tail}` : null,
    inOrder,
  };
}

/** Whether pieces of digits are groups of one number, which does not start with a nought. */
function isGrouped(pieces, byTwos) {
  const sizes = pieces.map((piece) => piece.length).join(' ');
  if (pieces.length === 1) return true;
  return !pieces[0].startsWith('0') && (BY_THREES.test(sizes) || (byTwos && BY_TWOS.test(sizes)));
}

function choose({ thousands, decimals: pointed, inOrder }, { separators, style, decimals }) {
  if (pointed === null || (inOrder && separators.length > 1)) return whole(thousands);
  if (thousands === null) return withDecimals(pointed, decimals);
  const last = separators.at(-1);
  // Where a currency counts three decimals, even the grouping of one's own language may be another's decimals.
  if (style.groups.has(last) && separators.length === 1 && decimals < 3) return whole(thousands);
  if (style.points.has(last) && decimals >= 3) return withDecimals(pointed, decimals);
  return { kind: 'ambiguous', readings: [plain(thousands), trimmed(pointed, decimals)] };
}

const plain = (digits) => digits.replace(/^0+(?=\d)/, '');

const whole = (digits) => (plain(digits).length > LONGEST ? unreadable('long') : ok(plain(digits)));

/** Without the noughts beyond a currency's decimals. */
function trimmed(amount, decimals) {
  const [digits, fraction = ''] = amount.split('.');
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, '');
  return plain(digits) + (kept && `.${kept}`);
}

function withDecimals(amount, decimals) {
  const value = trimmed(amount, decimals);
  const [digits, fraction = ''] = value.split('.');
  if (digits.length > LONGEST) return unreadable('long');
  return fraction.length > decimals ? unreadable('decimals') : ok(value);
}

/** Whether the next keys may turn a text into another amount: it ends in a separator, or in a group begun. */
export function isHalfTyped(typed, { groups, decides }) {
  if (typed.length > MOST) return false;
  const match = /([.,'’ʼ\s])(\d*)$/u.exec(typed);
  if (!match) return false;
  const mayGroup = decides ? groups.has(kindOf(match[1])) : true;
  return match[2] === '' || (mayGroup && match[2].length < 3);
}

const EXACT = /^\d{1,15}(?:\.(\d+))?$/;

/** Whether a value is an amount as the format writes it, in a currency of so many decimals. */
export function isExactAmount(value, decimals) {
  const match = EXACT.exec(String(value));
  return match !== null && (match[1] ?? '').length <= decimals;
}
