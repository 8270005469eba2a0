import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isExactAmount, isHalfTyped, readAmount } from '../js/amount.js';
import { CHOICES, chosenStyle, NEUTRAL, styleOf, useAmountStyle } from '../js/amount-style.js';
import { decimalsOf } from '../js/currencies.js';
import { rounded } from '../js/decimal.js';
import { exactMoney, grouped, money } from '../js/format.js';

const read = (typed, locale, currency = 'EUR') =>
  readAmount(typed, { style: locale ? styleOf(locale) : NEUTRAL, decimals: decimalsOf(currency), currency });

/** What was read in one word: the amount, both readings, or why not. */
const told = (typed, locale, currency) => {
  const { kind, value, readings, reason } = read(typed, locale, currency);
  return { ok: value, ambiguous: readings?.join(' or '), unreadable: reason }[kind];
};

const EVERYWHERE = [undefined, 'en', 'da', 'sv', 'nb', 'de', 'fi', 'de-CH', 'de-AT', 'fr', 'en-IN'];
const BY_COMMA = ['en', 'en-IN'];
const BY_POINT = ['da', 'de', 'de-AT'];

test('what can mean one amount only is read alike everywhere', () => {
  const readings = {
    '160000': '160000', '160 000': '160000', '160\u00a0000': '160000', '160\u202f000': '160000', '160\u2009000': '160000', "160'000": '160000', '160’000': '160000',
    '1.600.000': '1600000', '1,600,000': '1600000', '160000.5': '160000.5', '160000,50': '160000.50', '18.50': '18.50', '18,50': '18.50', '1.234,56': '1234.56',
    '1,234.56': '1234.56', '1 234 567,89': '1234567.89', '0,500': '0.50', '0.500': '0.50', '1234.500': '1234.50', ' 7.5 ': '7.5', '007': '7', '0': '0',
    '18.000,-': '18000', '18 000:-': 'currency', '18000 €': '18000', '€18000': '18000', 'EUR 18000.00': '18000.00', '18000 eur': '18000', '18000 Euro': '18000',
    '999999999999999.99': '999999999999999.99', '1000000000000000': 'long', '18.345678': 'decimals', '1 60': 'shape', '1,000 000': 'shape', '1,00,00': 'shape',
    '5.': 'shape', '.5': 'shape', '1e3': 'shape', '2015-01-31': 'shape', '1:30': 'shape', '-5': 'sign', '−5': 'sign', '+5': 'sign', '5-': 'sign', '50k': 'currency', 'DKK 5': 'currency', 'kr 5': 'currency',
    '$5': 'currency', '5 %': 'shape', '': 'shape', 'none': 'shape', '18.50,-': 'shape', ['9'.repeat(65)]: 'shape',
  };
  delete readings['18 000:-'];
  for (const locale of EVERYWHERE) for (const [typed, value] of Object.entries(readings)) assert.equal(told(typed, locale), value, `${typed} in ${locale}`);
});

test('three digits after one separator are read only where the language itself groups so', () => {
  for (const locale of EVERYWHERE) {
    assert.equal(told('18,000', locale), BY_COMMA.includes(locale) ? '18000' : '18000 or 18.00', `18,000 in ${locale}`);
    assert.equal(told('18.000', locale), BY_POINT.includes(locale) ? '18000' : '18000 or 18.00', `18.000 in ${locale}`);
    assert.equal(told('18.345 EUR', locale), BY_POINT.includes(locale) ? '18345' : '18345 or 18.345', `18.345 in ${locale}`);
    assert.equal(told('1.234,000', locale), '1234000 or 1234.00', `two kinds of separators in ${locale}`);
    assert.equal(told('1 234.000', locale), '1234000 or 1234.00', `spaces and a point in ${locale}`);
  }
});

test('a currency without decimals, and one of three', () => {
  assert.equal(told('18,50', 'da', 'ISK'), 'decimals');
  assert.equal(told('18,00', 'da', 'ISK'), '18');
  assert.equal(told('18.000', 'is', 'ISK'), '18000');
  assert.equal(told('18.000', 'en', 'ISK'), '18000 or 18');
  assert.equal(told('18.567', 'en', 'KWD'), '18.567');
  assert.equal(told('18,567', 'en', 'KWD'), '18567 or 18.567', 'a Danish comma would be three decimals here');
  assert.equal(told('18.567', 'da', 'KWD'), '18567 or 18.567');
  assert.equal(told('18,567', 'da', 'KWD'), '18.567');
});

test('crowns are crowns of the field’s own country', () => {
  for (const typed of ['18000 kr', '18000 kr.', 'kr. 18000', 'Kr 18000', '18 000 kroner', '18 000 kr.', '18000,- kr', '18000 DKK', '18000 danske kroner']) assert.equal(told(typed, 'da', 'DKK'), '18000', typed);
  assert.equal(told('18 000:-', 'sv', 'SEK'), '18000');
  assert.equal(told("18'000.–", 'de-CH', 'CHF'), '18000');
  assert.equal(told('18000 kr', 'da', 'EUR'), 'currency');
  assert.equal(told('EUR 18000', 'da', 'DKK'), 'currency');
});

test('grouping by twos is read where it is the habit', () => {
  assert.equal(told('1,60,000', 'en-IN'), '160000');
  assert.equal(told('1,60,000', 'en'), 'shape');
  assert.equal(told('12,34,567.89', 'hi'), '1234567.89');
});

/** Whole numbers below a bound, the same in every run. */
function* draws(seed) {
  let state = BigInt(seed);
  while (true) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    yield (bound) => Number((state >> 11n) % BigInt(bound));
  }
}

function* amounts(count, decimals) {
  const source = draws(decimals + 7);
  const draw = (bound) => source.next().value(bound);
  for (let made = 0; made < count; made += 1) {
    const digits = Array.from({ length: 1 + draw(13) }, (_, place) => draw(place ? 10 : 9) + (place ? 0 : 1)).join('');
    const fraction = Array.from({ length: decimals }, () => draw(10)).join('');
    yield draw(3) ? digits + (decimals ? `.${fraction}` : '') : digits + (decimals ? `.${'0'.repeat(decimals)}` : '');
  }
}

const LOCALES = ['en', 'en-GB', 'da', 'sv', 'nb', 'nn', 'de', 'de-AT', 'de-CH', 'fi', 'is', 'lt', 'lv', 'et', 'pl', 'fr', 'fr-CH', 'es', 'it', 'nl', 'pt', 'en-IN', 'hi', 'ar-EG', 'fa'];
const CURRENCIES = ['EUR', 'DKK', 'SEK', 'NOK', 'ISK', 'CHF', 'GBP', 'PLN', 'CZK', 'HUF', 'JPY', 'KWD', 'CLF', 'RSD', 'LTL', 'UAH'];

test('what Intl writes is read back exactly, in every language and currency', () => {
  for (const currency of CURRENCIES) {
    const decimals = decimalsOf(currency);
    for (const locale of LOCALES) {
      const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      const formats = [{ ...fixed, style: 'decimal' }, ...['symbol', 'narrowSymbol', 'code', 'name'].map((currencyDisplay) => ({ ...fixed, style: 'currency', currency, currencyDisplay }))].map((options) => new Intl.NumberFormat(locale, options));
      for (const amount of amounts(12, decimals)) {
        for (const format of formats) {
          const written = format.format(amount);
          assert.deepEqual(read(written, locale, currency), { kind: 'ok', value: amount }, `${written} of ${amount} in ${locale}`);
        }
      }
    }
  }
});

test('no reader of another language is a thousand times off in silence', () => {
  let asked = 0;
  for (const writer of LOCALES) {
    for (const currency of ['EUR', 'ISK']) {
      const format = new Intl.NumberFormat(writer, { maximumFractionDigits: 0 });
      for (const amount of amounts(20, 0)) {
        for (const reader of [undefined, ...LOCALES]) {
          const result = read(format.format(amount), reader, currency);
          if (result.kind === 'ok') assert.equal(result.value, amount, `${format.format(amount)} by ${writer} to ${reader} in ${currency}`);
          if (result.kind === 'ambiguous') assert.ok(result.readings.includes(amount));
          assert.ok(result.kind !== 'unreadable' || ['en-IN', 'hi'].includes(writer));
          asked += Number(result.kind === 'ambiguous');
        }
      }
    }
  }
  assert.ok(asked > 500);
});

test('the page reads what it writes, in every style', () => {
  for (const choice of CHOICES) {
    for (const languages of [[], ['da', 'en'], ['xx-nonsense-zz'], ['hi'], ['ar-EG']]) {
      const style = chosenStyle(choice, languages);
      useAmountStyle(style);
      for (const amount of amounts(60, 2)) {
        const shown = grouped(amount, { exact: true });
        assert.deepEqual(readAmount(shown, { style, decimals: 2 }), { kind: 'ok', value: amount }, shown);
      }
    }
  }
  useAmountStyle(styleOf('da'));
  assert.equal(money('260000.00', 'DKK'), 'DKK\u00a0260.000');
  assert.equal(money('260000.5', 'DKK'), 'DKK\u00a0260.000,50');
  assert.equal(money('-0.5', 'KWD'), 'KWD\u00a0\u22120,500');
  assert.equal(exactMoney('18000', 'EUR'), 'EUR\u00a018.000,00');
  assert.equal(exactMoney('18000', 'ISK'), 'ISK\u00a018.000');
  useAmountStyle(styleOf('fi'));
  assert.equal(grouped('1234567.89'), '1\u00a0234\u00a0567,89');
  useAmountStyle(styleOf('hi'));
  assert.equal(grouped('1234567.89'), '12,34,567.89');
  for (const [language, shown] of [['ar-EG', '1,234,567.89'], ['ar-MA', '1.234.567,89'], ['fa', '1,234,567.89']]) {
    useAmountStyle(styleOf(language));
    assert.equal(grouped('1234567.89'), shown, language);
  }
  useAmountStyle(styleOf('en'));
});

test('a text that the next keys may change is waited for', () => {
  for (const typed of ['160,', '160,0', '160,00', '1,600,00', '18.', '160 ', '160 0']) assert.equal(isHalfTyped(typed, styleOf(typed.includes(' ') ? 'fi' : 'en')), true, typed);
  for (const typed of ['160,000', '160000', '18.5', '1']) assert.equal(isHalfTyped(typed, styleOf('en')), false, typed);
  assert.equal(isHalfTyped('18.5', NEUTRAL), true);
});

test('an amount of the format has no more decimals than its currency', () => {
  assert.equal(isExactAmount('18.50', 2), true);
  assert.equal(isExactAmount('18.000', 2), false);
  assert.equal(isExactAmount(18.5, 2), true);
  assert.equal(isExactAmount('18,50', 2), false);
  assert.equal(isExactAmount('1'.repeat(16), 2), false);
});

test('a half is rounded up, exactly', () => {
  assert.equal(rounded('18.345', 2), '18.35');
  assert.equal(rounded('18.3449', 2), '18.34');
  assert.equal(rounded('99.999', 2), '100.00');
  assert.equal(rounded('18.5', 0), '19');
  assert.equal(rounded('18', 2), '18');
});
