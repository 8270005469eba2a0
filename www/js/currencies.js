/** How a currency counts, and how people mark an amount as being in it. */

/** Minor units other than two, as ISO 4217 has them; what `Intl` says differs for some (a dinar of Iraq has 1000 fils). */
const UNITS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];
const DECIMALS = new Map(UNITS.flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, decimals])));

/** How many decimals an amount of a currency may have. */
export const decimalsOf = (currency) => DECIMALS.get(currency) ?? 2;

const CROWNS = ['kr', 'kr.', 'krone', 'kroner', 'krona', 'kronor', 'króna', 'krónur'];
const MARKS = { __proto__: null, DKK: [...CROWNS, 'dkr', 'dkr.'], SEK: [...CROWNS, 'skr', ':-'], NOK: [...CROWNS, 'nkr', 'nkr.'], ISK: [...CROWNS, 'ikr'], EUR: ['€', 'euro', 'euros', 'euroa'], CHF: ['fr', 'fr.', 'sfr', 'sfr.'], GBP: ['£'], USD: ['$'] };

const DISPLAYS = ['symbol', 'narrowSymbol', 'name'];
/** One of each grammatical number: "1 krona", "2 kronor", "5 korun", "1,50 koruny". */
const NUMBERS = [[1, 0], [2, 0], [5, 0], [11, 0], [1000000, 0], [1, 2], [1.5, 2]];

function* writtenByIntl(currency, locale) {
  for (const currencyDisplay of DISPLAYS) {
    for (const [number, decimals] of NUMBERS) yield writtenWith(number, { currency, currencyDisplay, decimals }, locale).filter(({ type }) => type === 'currency').map(({ value }) => value).join('');
  }
}

const writtenWith = (number, { currency, currencyDisplay, decimals }, locale) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).formatToParts(number);

const plain = (text) => text.toLowerCase().replace(/[\s\u200e\u200f\u061c]/g, '');
const known = new Map();

/** Everything that may stand around an amount of a currency: its code, its signs, its names in a language. */
function marksOf(currency, locale) {
  const key = `${currency} ${locale}`;
  if (!known.has(key)) known.set(key, new Set([currency, ...(MARKS[currency] ?? []), ...writtenByIntl(currency, locale)].map(plain)));
  return known.get(key);
}

/** Whether a text around an amount, such as `kr.` or `EUR`, says that it is in that currency. */
export function marks(text, currency, locale) {
  try {
    return marksOf(currency, locale ?? 'en').has(plain(text));
  } catch {
    return plain(text) === plain(currency);
  }
}
