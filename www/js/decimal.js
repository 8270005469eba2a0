/** Exact arithmetic on the decimal strings of a report and of the form: no floating point touches an amount. */
const SHAPE = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** Whether a text is a plain decimal, such as `160000.50`. */
export const isDecimal = (text) => SHAPE.test(text);

function parse(text) {
  const [, sign, whole, fraction = ''] = SHAPE.exec(String(text));
  const units = BigInt(whole + fraction);
  return { units: sign ? -units : units, scale: fraction.length };
}

function print(units, scale) {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return sign + whole + (scale > 0 ? `.${digits.slice(-scale)}` : '');
}

function aligned(a, b) {
  const [x, y] = [parse(a), parse(b)];
  const scale = Math.max(x.scale, y.scale);
  const lift = (value) => value.units * 10n ** BigInt(scale - value.scale);
  return { x: lift(x), y: lift(y), scale };
}

/** The sum of two decimals. */
export function add(a, b) {
  const { x, y, scale } = aligned(a, b);
  return print(x + y, scale);
}

/** The first less the second. */
export function subtract(a, b) {
  const { x, y, scale } = aligned(a, b);
  return print(x - y, scale);
}

/** Negative, zero or positive, as the first is below, at or above the second. */
export function compare(a, b) {
  const { x, y } = aligned(a, b);
  return x < y ? -1 : Number(x > y);
}

export const isZero = (decimal) => /^[0.]*$/.test(String(decimal));
export const isNegative = (decimal) => String(decimal).startsWith('-');

/** The sum of many. */
export const sum = (values) => values.reduce(add, '0');

/** The nearest decimal of so many decimals; a half goes up. */
export function rounded(value, decimals) {
  const { units, scale } = parse(value);
  if (scale <= decimals) return value;
  const step = 10n ** BigInt(scale - decimals);
  return print((units * 2n + step) / (step * 2n), decimals);
}

/** How large a part of the whole a decimal is, from 0 upward: for drawing only. */
export function fraction(part, whole) {
  const { x, y } = aligned(part, whole);
  if (y === 0n) return 0;
  return Number((x * 100000n) / y) / 100000;
}
