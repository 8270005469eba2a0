/**
 * The form as it is saved: the proposal in the format's own words, so that the command reads the
 * same file, and beside it the call that it was written for and the applicant's exchange rates.
 */
import { admitted, parsed } from './admission.js';
import { isObject, own } from './json.js';

/** Its JSON text; `indent` for people. */
export function textOf({ call, proposal, rates }, indent) {
  const { id, version, digest } = call;
  const exchange = Object.keys(rates?.units ?? {}).length ? { exchange: rates } : {};
  return JSON.stringify({ rulebook: { id, version, digest }, ...exchange, ...proposal }, null, indent);
}

/** The form in a JSON text: `{ proposal, rulebook, rates }`; without the latter where none is told. */
export function formIn(json) {
  const value = parsed(json);
  return { proposal: admitted(value), rulebook: rulebookOf(own(value, 'rulebook')), rates: ratesOf(own(value, 'exchange')) };
}

/** Whether a JSON value is a rulebook rather than a proposal. */
export const isRulebook = (value) => isObject(value) && (own(value, 'callcheck') !== undefined || Array.isArray(own(value, 'rules')));

const text = (value) => (typeof value === 'string' && value.length <= 200 ? value : undefined);

function rulebookOf(rulebook) {
  const id = text(own(rulebook, 'id'));
  return id === undefined ? null : { id, version: text(own(rulebook, 'version')), digest: text(own(rulebook, 'digest')) };
}

const CURRENCY = /^[A-Z]{3}$/;

function ratesOf(exchange) {
  const base = own(exchange, 'base');
  const units = own(exchange, 'units');
  if (typeof base !== 'string' || !CURRENCY.test(base) || !isObject(units)) return null;
  const read = Object.entries(units).filter(([code, rate]) => CURRENCY.test(code) && ['string', 'number'].includes(typeof rate));
  return read.length ? { base, units: Object.fromEntries(read.map(([code, rate]) => [code, String(rate).slice(0, 40)])) } : null;
}
