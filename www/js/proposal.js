/** The proposal as the format writes it, changed one field at a time. What is not given is not there. */
import { asText, isObject, own, put } from './json.js';

/** A form that nobody has touched: one partner, nothing known. */
export const emptyProposal = () => ({ partners: [{}] });

/** Whether nothing has been entered yet. */
export function isUntouched(proposal) {
  const partners = partnersOf(proposal);
  return Object.keys(proposal).length === 1 && partners.length === 1 && isEmptyObject(partners[0]);
}

/** The partners; none where something else stands in the place of their list. */
export const partnersOf = ({ partners }) => (Array.isArray(partners) ? partners : []);

/** The list of partners to add to: a new one where something else stands in its place. */
export function partnersIn(proposal) {
  if (!Array.isArray(proposal.partners)) proposal.partners = [];
  return proposal.partners;
}

/** The currency of a partner's amounts, or of the totals: its own, the proposal's, the rulebook's. */
export const currencyIn = (proposal, call, partner) => asText(own(partner, 'currency') ?? proposal.currency ?? call.currency);

/**
 * Writes down the money that amounts without a currency were typed in, before another call takes them for its own. A partner
 * that was removed has it written down in itself: nothing of it is in the proposal until it is put back.
 */
export function keepCurrency(proposal, currency, removed = []) {
  const holders = [proposal, ...partnersOf(proposal)];
  if (holders.some(mayHaveMoney)) proposal.currency ??= currency;
  for (const partner of removed.filter(mayHaveMoney)) partner.currency ??= proposal.currency ?? currency;
}

const mayHaveMoney = (holder) => hasAmounts(holder) || own(holder, 'answers') !== undefined;

/** Whether a grant, costs or contributions are given: of a partner, or as totals of the proposal. */
export const hasAmounts = (holder) => ['grant', 'costs', 'contributions'].some((kind) => own(holder, kind) !== undefined);

const readStep = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');
const writeStep = (step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON Pointer of its steps. */
export const pointer = (...steps) => steps.map((step) => `/${writeStep(step)}`).join('');

/** The steps of a JSON Pointer. */
export const stepsOf = (path) => path.split('/').slice(1).map(readStep);

/** What stands at a path, or `undefined`. */
export const valueAt = (proposal, path) => stepsOf(path).reduce(own, proposal);

export const isEmptyObject = (value) => isObject(value) && Object.keys(value).length === 0;
const isHolder = (value) => isObject(value) || Array.isArray(value);

/**
 * Writes a value, or removes it where it is `undefined`. A parent that is not there, or that can
 * hold nothing, is made; one that is left empty goes: no cost given means that the costs are not
 * given. Returns the change to tell: the outermost path that came, went or changed, with its value.
 */
export function place(proposal, path, value) {
  const steps = stepsOf(path);
  const parent = steps.slice(0, -1);
  const holder = valueAt(proposal, pointer(...parent));
  if (!isHolder(holder)) return value === undefined ? null : place(proposal, pointer(...parent), only(steps.at(-1), value));
  if (value === undefined) delete holder[steps.at(-1)];
  else put(holder, steps.at(-1), value);
  const nested = parent.length > 0 && !/^\d+$/.test(parent.at(-1));
  if (value === undefined && nested && isEmptyObject(holder)) return place(proposal, pointer(...parent), undefined);
  return { path, value };
}

function only(key, value) {
  const holder = {};
  put(holder, key, value);
  return holder;
}
