/** What stands below a field: its findings, else what is missing, else the range it may still take. */
import { hintOf, remedy } from './remedies.js';
import { explanation, headline, unreadable } from './sentences.js';
import { listed } from './format.js';
import { words } from './words.js';

/** The most findings that one field tells. */
const SHOWN = 6;

/**
 * The note of a field. `findings` and `missing` are those that the form found for it, `limit` is
 * the range, `hint` what stands there where nothing else does, not even advice, `asking` why it is needed.
 */
export function noteOf({ findings, missing, limit, hint, asking, silent }, judgement) {
  const told = silent ? findings.filter(isOfNoField) : findings;
  const lines = told.slice(0, SHOWN).map((entry) => findingLine(entry, limit, judgement));
  const broken = told.some(({ finding, open }) => finding.severity === 'error' && !open);
  if (told.length > SHOWN) lines.push({ state: 'hint', parts: [words.notes.more(told.length - SHOWN)] });
  const allowed = hintOf(limit, judgement.call);
  const range = lines.length === 0 ? allowed ?? hint : allowed;
  if (lines.length === 0 && missing) lines.push({ state: 'open', parts: missingParts(missing, (limit && range) ?? asking, judgement.call) });
  else if (range && lines.every(({ state }) => state === 'advice')) lines.push({ state: 'hint', parts: range });
  return { broken, lines };
}

/** A value that cannot be read and has no field of its own, such as a currency: nobody is just typing it. */
const isOfNoField = ({ finding, control }) => finding.code === 'invalid-value' && !control;

function findingLine({ finding, open, others, typed, control }, limit, judgement) {
  const { call } = judgement;
  const isAdvice = finding.severity === 'advice';
  const state = isAdvice ? 'advice' : open ? 'open' : 'broken';
  if (finding.code === 'invalid-value') return { state, lead: leadOf(finding), parts: unreadableParts(finding, typed, control) };
  const head = headline(finding, call);
  const parts = [
    open && !isAdvice ? `${words.notes.notYet} ${head}. ` : { strong: `${head}.` }, open && !isAdvice ? '' : ' ',
    explanation(finding, judgement, { together: others.length > 0 }),
    spaced(open ? null : remedy(finding, limit, others)),
    isAdvice ? ` ${words.notes.leaveIt}` : '',
    finding.rule && ' ', finding.rule && { rule: finding.rule, text: call.shortName(finding.rule) },
  ];
  return { state, lead: leadOf(finding), parts };
}

/** What is heard before a finding; not every one is about a rule. */
function leadOf({ rule, severity }) {
  if (severity === 'advice') return words.notes.advice;
  return rule ? words.notes.broken : words.notes.toChange;
}

const spaced = (text) => (text ? ` ${text}` : '');

/** What cannot be read stays as typed and says so. */
function unreadableParts(finding, typed, control) {
  const { headline: head, help, readings } = unreadable(finding, typed, control);
  return [{ strong: head }, ` ${help}`, readings && { readings }];
}

/** Titles are sentences of their own: several of them would run into one another. */
const titles = (names) => (names.length > 1 ? names.map((name) => `“${name}”`) : names);

function missingParts({ reason, rules }, range, call) {
  if (reason === 'no-exchange-rate') return [words.notes.noRate];
  if (range) return range;
  const names = [...new Set(rules.map((id) => call.shortName(id)))];
  const some = listed([...titles(names.slice(0, 2)), ...(names.length > 2 ? [words.notes.others(names.length - 2)] : [])]);
  if (reason === 'too-coarse') return [words.notes.tooCoarse(some)];
  return [names.length ? words.notes.missingFor(some) : words.notes.missing];
}
