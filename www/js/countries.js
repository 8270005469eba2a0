/** Countries, their names and their money. */
const CODES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

const names = new Intl.DisplayNames('en-GB', { type: 'region' });

const known = new Map();

/** A country's name; what is no code stays as it is. */
export function countryName(code) {
  if (known.has(code)) return known.get(code);
  try {
    const name = names.of(code) ?? code;
    known.set(code, name);
    return name;
  } catch {
    return code;
  }
}

const byName = (a, b) => countryName(a).localeCompare(countryName(b), 'en');

/** Country codes in the order of their names. */
export const sortedCountries = (codes) => [...codes].sort(byName);

/** Every country, in the order of its name. */
export const allCountries = () => sortedCountries(CODES);

const EURO = 'AD AT AX BE BL CY DE ES FI FR GF GP GR IE IT LU MC ME MF MQ MT NL PM PT RE SI SM VA XK YT'.split(' ');
/** Countries that took the euro later: what they paid in before, and the year of the change. */
const BEFORE_EURO = { __proto__: null, SK: ['SKK', 2009], EE: ['EEK', 2011], LV: ['LVL', 2014], LT: ['LTL', 2015], HR: ['HRK', 2023], BG: ['BGN', 2026] };
const OWN = {
  __proto__: null,
  AL: 'ALL', AM: 'AMD', AU: 'AUD', AZ: 'AZN', BA: 'BAM', BR: 'BRL', BY: 'BYN', CA: 'CAD', CH: 'CHF', CN: 'CNY', CZ: 'CZK',
  DK: 'DKK', FO: 'DKK', GB: 'GBP', GE: 'GEL', GG: 'GBP', GL: 'DKK', HK: 'HKD', HU: 'HUF', IL: 'ILS', IM: 'GBP', IN: 'INR',
  IS: 'ISK', JE: 'GBP', JP: 'JPY', KR: 'KRW', LI: 'CHF', MD: 'MDL', MK: 'MKD', NO: 'NOK', NZ: 'NZD', PL: 'PLN', RO: 'RON',
  RS: 'RSD', RU: 'RUB', SE: 'SEK', SG: 'SGD', SJ: 'NOK', TR: 'TRY', TW: 'TWD', UA: 'UAH', US: 'USD', ZA: 'ZAR',
};

/** The money of a country in a year, or `null` where this page does not know it. */
export function currencyOf(country, year) {
  if (EURO.includes(country)) return 'EUR';
  const late = BEFORE_EURO[country];
  if (late) return year < late[1] ? late[0] : 'EUR';
  return OWN[country] ?? null;
}

/** Currencies to choose from: those at hand first, then the others this page knows. */
export function currencyChoices(atHand) {
  const first = [...new Set(atHand)].sort();
  const others = new Set(['EUR', ...Object.values(OWN), ...Object.values(BEFORE_EURO).map(([code]) => code)]);
  return { first, others: [...others].filter((code) => !first.includes(code)).sort() };
}

/** Regions that calls name by code: ISO 3166-2 subdivisions have no names in `Intl`. */
const REGIONS = { __proto__: null, 'DE-BB': 'Brandenburg', 'DE-BE': 'Berlin', 'DE-BW': 'Baden-Württemberg', 'DE-BY': 'Bavaria', 'DE-HH': 'Hamburg', 'DE-MV': 'Mecklenburg-Vorpommern', 'DE-SH': 'Schleswig-Holstein', 'ES-CT': 'Catalonia', 'ES-PV': 'Basque Country' };

/** A region's name with its code. */
export const regionName = (code) => (REGIONS[code] ? `${REGIONS[code]} (${code})` : code);

/** A region of the country that no rulebook names: "elsewhere". */
export const elsewhere = (country, known) => (known.every((code) => code.includes('-')) ? `${country}-ZZZ` : `${country}ZZZ`);
