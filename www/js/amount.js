import { isDecimal } from './decimal.js';
import { grouped } from './format.js';

/**
 * Reading an amount as a careful person would: `160000`, `160 000`, `160,000` and `160,000.50`.
 * What could be meant in two ways, as `18.000` or `10,50`, is not read at all: better asked than
 * wrong by a factor of a thousand.
 */
const SPACES = /[\s\u00a0\u2009\u202f]/g;
const PLAIN = /^\d+(\.\d+)?$/;
const BY_COMMAS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const BY_SPACES = /^\d{1,3}([\s\u00a0\u2009\u202f]\d{3})+(\.\d+)?$/;
const BY_POINTS = /^\d{1,3}(\.\d{3})+$/;

/** The exact decimal that a text means with so many decimals at most, or `null` where it cannot be told. */
export function readAmount(typed, decimals = 2) {
  const text = typed.trim();
  if (!PLAIN.test(text) && !BY_COMMAS.test(text) && !BY_SPACES.test(text)) return null;
  const plain = text.replace(SPACES, '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const [, fraction = ''] = plain.split('.');
  return fraction.length > decimals ? null : plain;
}

/** Whether a text may become an amount with the next keys: it ends in a separator, or in the first digits of a group. */
export const isHalfTyped = (typed) => /[.,\s]$/.test(typed) || /^\d{1,3}(,\d{3})*,\d{0,2}$/.test(typed);

/** The amount a text such as `18.000` may stand for, written so that it can be read; else `null`. */
export function pointsAsThousands(typed) {
  const text = typed.trim();
  if (!BY_POINTS.test(text)) return null;
  const digits = text.replaceAll('.', '').replace(/^0+(?=\d)/, '');
  return { plain: digits, grouped: grouped(digits) };
}

/** How an amount stands in its field once it is left. */
export const writeAmount = (value) => (isDecimal(String(value)) ? grouped(String(value), { exact: true }) : String(value));
