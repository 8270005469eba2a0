/**
 * How amounts are written: `18,000.50`, `18.000,50`, `18 000,50`. What the page writes and what
 * it reads in a field follow the same style, so that what it shows can be typed.
 */
const NARROW = '\u202f';

/** No habit is known: grouped by spaces, which nobody reads as decimals. */
export const NEUTRAL = { locale: null, group: NARROW, groups: new Set(), decimal: '.', points: new Set(), decides: false, byTwos: false };

const SAMPLE = 1234567.5;
const partsOf = (format) => format.formatToParts(SAMPLE);
const part = (parts, type) => parts.find((each) => each.type === type)?.value;
/** Every space groups alike, and so does every apostrophe. */
export const kindOf = (separator) => (/\s/.test(separator) ? ' ' : /['’ʼ]/.test(separator) ? "'" : separator);

/** The style of a locale; what is no locale is neutral. */
export function styleOf(locale) {
  try {
    return readStyle(locale);
  } catch {
    return NEUTRAL;
  }
}

function readStyle(locale) {
  // The page writes the digits 0 to 9 in every language, so with the separators that go with them: Arabic ones go with Arabic digits.
  const written = { numberingSystem: 'latn' };
  const money = partsOf(new Intl.NumberFormat(locale, { ...written, style: 'currency', currency: 'EUR' }));
  const plain = partsOf(new Intl.NumberFormat(locale, { ...written, minimumFractionDigits: 2 }));
  // Austria groups money by points and other numbers by spaces; French Switzerland points money, and puts a comma elsewhere.
  const both = (type) => new Set([part(money, type), part(plain, type)].filter(Boolean).map(kindOf));
  const [groups, points] = [both('group'), both('decimal')];
  const [group, decimal] = [part(money, 'group') ?? NARROW, part(money, 'decimal')];
  const byTwos = money.filter(({ type }) => type === 'integer').some(({ value }, place) => place > 0 && value.length === 2);
  return { locale, group, groups, decimal, points, decides: true, byTwos };
}

/** Styles to choose from, each by a locale that writes so; `auto` is the browser's own. */
export const CHOICES = ['auto', 'en', 'da', 'fi', 'de-CH'];

/** The style of a choice: of that locale, else of the first language that the browser asks for. */
export const chosenStyle = (choice, languages) => (choice && choice !== 'auto' ? styleOf(choice) : languages.length ? styleOf(languages[0]) : NEUTRAL);

let current = styleOf('en');

/** The style of this page. */
export const amountStyle = () => current;

/** From now on amounts are read and written so. */
export function useAmountStyle(style) {
  current = style;
}
