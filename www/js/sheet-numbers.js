/** The numbers of a rule in the sheet: what was found, what is allowed, whom it waits for. */
import { capital } from './format.js';
import { allowedText, foundText, kindOf } from './measures.js';
import { onceByDay } from './one-day.js';
import { roomOf } from './room.js';
import { groupName } from './sentences.js';
import { missingOf } from './todo.js';
import { words } from './words.js';

const text = words.sheet;
const SHOWN = 6;

/** `{ rows: [{ term, value, state }], remark }`. */
export function numbersOf({ rule, checks, state }, judgement, form) {
  const told = onceByDay(checks.filter((check) => check.state !== 'none'), form);
  if (told.length === 0) return { rows: [], remark: whyNone(checks) };
  const names = (index) => form.partners.nameOf(index);
  const rows = told.length === 1 ? single(told[0], judgement) : several(told, judgement, names);
  const waits = state === 'open' ? waitsFor(rule, judgement, form) : null;
  if (waits) rows.push({ term: text.waitsFor, value: waits });
  return { rows, remark: rows.length ? '' : text.nothingYet };
}

/** Why a rule does not apply: there is no one whom it asks, or its condition is not met so far. */
function whyNone(checks) {
  if (checks.length === 0) return text.noSuch;
  return checks.some(({ status }) => status !== 'skipped') ? text.asItStands : '';
}

function single(check, { call }) {
  const { measure, currency, found } = check;
  if (!measure) return [];
  const rows = [];
  const kind = kindOf(measure, call);
  const isDate = kind === 'date';
  // Nothing so far is something to tell where it is what breaks the rule so far.
  const given = found !== undefined && !(check.open && isNothing(found) && check.soFar !== false);
  if (given || kind !== 'attribute') rows.push({ term: text.found, value: given ? foundText(check, call) : text.notGiven, state: markOf(check) });
  const bounds = allowedText(check, call);
  if (bounds) rows.push({ term: termOf(check, isDate), value: isDate ? bounds.replace(/ or (later|earlier)$/, '') : bounds.replace(/^at most /, '') });
  const room = currency && given ? roomOf(check, call) : null;
  if (room) rows.push({ term: text.room, value: room, state: markOf(check) });
  return rows;
}

const isNothing = (found) => /^[0.]*$/.test(String(found));

function termOf({ min, max, above, below }, isDate) {
  const [lower, upper] = [min ?? above, max ?? below];
  if (isDate && lower === undefined) return text.lastDay;
  if (isDate && upper === undefined) return text.firstDay;
  return lower !== undefined && upper === undefined ? text.needed : text.allowed;
}

const markOf = ({ state }) => (state === 'broken' || state === 'advice' ? state : null);

/** One row for each instance with a number; else how many keep the rule. */
function several(checks, { call }, names) {
  const numeric = checks.filter((check) => check.found !== undefined && kindOf(check.measure, call) !== 'attribute');
  if (numeric.length === 0) return tally(checks, names);
  const rows = numeric.slice(0, SHOWN).map((check) => ({ term: capital(groupName(check.group, names) ?? ''), value: check.open && isNothing(check.found) ? text.notKnown : foundText(check, call), state: markOf(check) }));
  if (numeric.length > SHOWN) rows.push({ term: text.more(numeric.length - SHOWN), value: '' });
  return rows;
}

function tally(checks, names) {
  const of = (state) => checks.filter((check) => check.state === state);
  const rows = [{ term: text.keptBy, value: text.of(of('kept').length, checks.length) }];
  const failed = [...of('broken'), ...of('advice')];
  if (failed.length) rows.push({ term: text.notKeptBy, value: failed.map(({ group }) => groupName(group, names)).join(', '), state: markOf(failed[0]) });
  return rows;
}

function waitsFor(rule, judgement, form) {
  const asked = judgement.report.missing.filter(({ rules }) => rules.includes(rule.id));
  const entries = missingOf({ missing: asked, call: judgement.call }, form);
  if (entries.length === 0) return null;
  return entries.length > 1 ? `${entries[0].title}, ${text.more(entries.length - 1)}` : entries[0].title;
}
