/** What the page knows by itself, since it needs it at every key, is what the engine judges by. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks } from '../callcheck/full.js';
import { admitted } from '../js/admission.js';
import { allCountries, currencyChoices } from '../js/countries.js';
import { decimalsOf } from '../js/currencies.js';

const rulebook = rulebooks['innovation-express'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** Those of the partners of whom this field cannot be read. */
function unread(partners, field) {
  const { findings } = rulebook.check({ partners });
  const paths = new Set(findings.filter(({ code }) => code === 'invalid-value').map(({ path }) => path));
  return partners.filter((_, index) => paths.has(`/partners/${index}/${field}`));
}

/** The European Union's own codes of Greece and the United Kingdom: the engine reads them, and nobody has to choose between two. */
const OTHER_CODES = ['EL', 'UK'];

test('the countries to choose from are those that the engine knows', () => {
  const unknown = new Set(unread(PAIRS.map((country) => ({ country })), 'country').map(({ country }) => country));
  assert.deepEqual([...allCountries()].sort(), PAIRS.filter((country) => !unknown.has(country) && !OTHER_CODES.includes(country)));
});

test('a currency has as many decimals as the engine takes', () => {
  const codes = PAIRS.flatMap((pair) => LETTERS.map((third) => pair + third));
  const batches = Array.from({ length: Math.ceil(codes.length / 5000) }, (_, i) => codes.slice(5000 * i, 5000 * (i + 1)));
  const known = batches.flatMap((batch) => {
    const none = new Set(unread(batch.map((currency) => ({ currency })), 'currency').map(({ currency }) => currency));
    return batch.filter((currency) => !none.has(currency));
  });
  assert.ok(known.length > 150);
  const withDecimals = (more) => known.map((currency) => ({ currency, grant: `1.${'1'.repeat(decimalsOf(currency) + more)}`.replace(/\.$/, '') }));
  assert.deepEqual(unread(withDecimals(0), 'grant'), []);
  assert.equal(unread(withDecimals(1), 'grant').length, known.length);
  assert.deepEqual(currencyChoices([]).others.filter((code) => !known.includes(code)), []);
});

/** An object that notes what is asked of it. */
function asked(read) {
  const names = new Set();
  const noting = new Proxy({}, { getOwnPropertyDescriptor: (_, name) => void names.add(name) });
  try {
    read(noting);
  } catch {
    // Nothing is in it, and that is refused.
  }
  return [...names].sort();
}

test('what is read of a file or a link are the fields that a proposal has', () => {
  const { properties, $defs } = rulebook.proposalSchema;
  const [partner] = $defs.partner.anyOf;
  assert.deepEqual(asked(admitted), Object.keys(properties).sort());
  assert.deepEqual(asked((one) => admitted({ partners: [one] })), Object.keys(partner.properties).sort());
});
