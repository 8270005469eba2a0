/** A finding in words: a headline with the amount and a direction, then what was found and what is allowed. */
import { isExactAmount } from './amount.js';
import { countryName } from './countries.js';
import { rounded } from './decimal.js';
import { capital, count, counted, daysBetween, exactMoney, grouped, listed, money } from './format.js';
import { allowedText, foundText, headOf, kindOf, measureName, overMaximum, shown } from './measures.js';
import { asText, clipped, unturned } from './json.js';
import { words } from './words.js';

const BOUNDS = { 'above-max': ['max', 'below'], 'below-min': ['min', 'above'], 'too-late': ['max', 'below'], 'too-early': ['min', 'above'] };

const boundOf = (finding) => BOUNDS[finding.code]?.map((name) => finding.params[name]).find((value) => value !== undefined);

/** "DKK 10,000 too much", "2 months too long", "1 too few". */
export function headline(finding, call) {
  switch (finding.code) {
    case 'above-max': return tooMuch(finding.params, call, ['too much', 'too long', 'too many']);
    case 'below-min': return tooMuch(finding.params, call, ['too little', 'too short', 'too few']);
    case 'too-late': return days(finding, 'too late');
    case 'too-early': return days(finding, 'too early');
    case 'not-equal': return 'Not as asked';
    case 'not-allowed': return 'Not among those allowed';
    case 'invalid-value': return 'Cannot be read';
    case 'inconsistent': return 'Two entries contradict each other';
    default: return 'Not met';
  }
}

function tooMuch(params, call, [amount, length, number]) {
  const { by, days: odd, measure } = params;
  // At an exclusive bound there is no distance to tell.
  const isUntold = by === undefined || (Number(by) === 0 && !odd);
  switch (kindOf(measure, call)) {
    case 'money': return isUntold ? capital(amount) : `${money(by, params.currency)} ${amount}`;
    case 'months': return isUntold ? capital(length) : `${overlong(params)} ${length}`;
    default: return isUntold ? capital(number) : `${howMany(by, measure)} ${number}`;
  }
}

/** How much a duration misses by: over a maximum to the day, under a minimum in months begun. */
function overlong(params) {
  const { days: odd = 0, max, by } = params;
  if (max !== undefined) return overMaximum(params);
  return odd ? `Up to ${counted(by, 'month')}` : counted(by, 'month');
}

function howMany(by, measure) {
  if (headOf(measure) === 'partners') return counted(by, 'partner');
  if (headOf(measure) === 'countries') return counted(by, 'country', 'countries');
  return count(by);
}

function days(finding, direction) {
  const { found } = finding.params;
  const distance = daysBetween(String(boundOf(finding)), String(found));
  return distance ? `${counted(Math.abs(distance), 'day')} ${direction}` : capital(direction);
}

/** What the engine says of a finding: names may stand in it. */
export const messageOf = ({ message }) => unturned(message);

const COUNTED = ['partners', 'countries'];
/** A question may be a sentence; then the rule's name says it shorter. */
const SHORT = 40;

/** Whose it is and what: "Denmark, requested grant", "Duration", else the name of the rule. */
export function subject(finding, call, names) {
  if (!finding.rule) return null;
  const measure = finding.params?.measure;
  const whose = groupName(finding.group, names);
  const name = measure && !COUNTED.includes(headOf(measure)) ? measureName(measure, call) : null;
  const what = name && name.length <= SHORT ? name : call.shortName(finding.rule);
  return whose ? `${whose}, ${what}` : capital(what);
}

/** The name of a group of partners, or `null` where it is all of them. */
export function groupName(group, names) {
  if (group?.country) return countryName(group.country);
  return group?.partner === undefined ? null : names(group.partner);
}

/** "DKK 260,000 found together, at most DKK 250,000 allowed." */
export function explanation(finding, judgement, { together = false } = {}) {
  const { call } = judgement;
  const numbers = numbersOf(finding, judgement);
  if (!numbers || !BOUNDS[finding.code]) {
    return finding.code === 'not-allowed' ? notAllowed(finding, call) : messageOf(finding);
  }
  const found = foundText(numbers, call);
  const allowed = allowedText(numbers, call);
  if (!found || !allowed) return messageOf(finding);
  const verb = finding.code === 'below-min' && numbers.max === undefined ? 'needed' : 'allowed';
  const how = together && !COUNTED.includes(headOf(numbers.measure)) ? ' together' : '';
  return `${capital(found)} found${how}, ${allowed} ${verb}.`;
}

/** The numbers of a finding with every bound of its atom, where the check tells them. */
function numbersOf(finding, judgement) {
  const checks = judgement.rules.get(finding.rule)?.checks ?? [];
  const check = checks.find(({ group }) => group?.country === finding.group?.country && group?.partner === finding.group?.partner);
  return check?.measure ? { ...finding.params, ...check, days: finding.params?.days } : finding.params;
}

function notAllowed(finding, call) {
  const { params } = finding;
  const allowed = allowedText(params, call);
  const found = params.found === undefined ? null : shown(params.found, params, call);
  if (!allowed) return messageOf(finding);
  const told = found ? `${found} found; allowed: ${allowed}.` : `Allowed: ${allowed}.`;
  return call.asksFundedOnly(finding.rule) ? `${told} ${words.notes.fundedOnly}` : told;
}

/**
 * A value that cannot be read: what stands there, how to write it, and what it may mean; of an
 * amount that is one, that the call has no place for it. `control` is what it was typed in.
 */
export function unreadable(finding, typed, control) {
  if (control?.isAmount && isExactAmount(asText(typed), control.decimals())) return { headline: words.notes.notInCall, help: messageOf(finding) };
  const offered = offeredBy(control);
  if (typeof typed !== 'string') return { headline: words.notes.unreadable, help: offered ?? messageOf(finding) };
  const shown = clipped(typed.trim());
  if (control?.isAmount) return unreadAmount(finding, shown, control);
  const ofCount = control?.isCount && GROUPED.test(shown) ? words.notes.digitsAlone : null;
  return { headline: words.notes.notRead(shown), help: offered ?? ofCount ?? withoutHeadline(messageOf(finding)) };
}

/** As many names as one reads in a sentence. */
const OFFERED = 8;

/** What can be chosen, as the form calls it: the engine tells the names that a file would have. */
function offeredBy(control) {
  const offers = control?.offers ?? [];
  if (offers.length === 0) return null;
  return offers.length > OFFERED ? words.notes.chooseListed : words.notes.canBe(listed(offers.map((label) => clipped(label)), 'or'));
}

/** Digits in groups, as in `1 200`, `1.200` or `12,34,567`: a thousand to one reader, decimals to another, so it is not read but told of. */
const GROUPED = /^\d{1,3}(?:[\s.,'’ʼ]\d{2,3})*[\s.,'’ʼ]\d{3}$/;

/** What a value, or the list that it is one of, was typed in, where its place has just that: a currency is told of at its amount. */
export const controlOf = (finding, place) => (`${finding.path}/`.startsWith(`${place.path()}/`) ? place.control : undefined);

/** The engine's sentence where the headline has said already that something cannot be read: what to write instead. */
const withoutHeadline = (message) => message.replace(/^This cannot be read as [^.]*\. /, '');

function unreadAmount(finding, typed, control) {
  const { kind, reason, value, readings = [value] } = control.reading();
  const { notAnAmount, twoWays, which, reasons } = words.notes;
  if (kind === 'unreadable') return { headline: notAnAmount(typed), help: reasons[reason](control.currency(), control.decimals()) };
  // What this page can read in one way the engine still refused: only the engine knows why.
  return {
    headline: kind === 'ambiguous' ? twoWays(typed) : notAnAmount(typed), help: kind === 'ambiguous' ? which : messageOf(finding),
    readings: readings.map((reading) => offer(reading, control)),
  };
}

/** A reading to choose, in the currency's decimals: where it has more, the nearest amount, and that is said. */
export function offer(reading, control) {
  const value = rounded(reading, control.decimals());
  const text = control.currency() ? exactMoney(value, control.currency()) : grouped(value, { exact: true });
  return { value, text: value === reading ? text : words.notes.rounded(text) };
}
