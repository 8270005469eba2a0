/** The entries of the panel: what to change, what is missing, what to know. */
import { capital, small, unbroken } from './format.js';
import { clipped } from './json.js';
import { measureName } from './measures.js';
import { currencyIn, partnersOf, stepsOf, valueAt } from './proposal.js';
import { remedy } from './remedies.js';
import { controlOf, explanation, headline, messageOf, subject, unreadable } from './sentences.js';
import { words } from './words.js';

/** A finding as one entry, however many partners it is about: where to go, what to do, which rule asks. */
export function todoOf(finding, judgement, form, state) {
  const { call } = judgement;
  const targets = form.targetsOf(finding);
  const names = (index) => form.partners.nameOf(index);
  const whose = finding.rule ? subject(finding, call, names) : placeName(finding.path, form, call, ', ');
  if (finding.code === 'invalid-value') return unreadableEntry(finding, form, { state, place: targets[0], whose });
  return {
    state, place: targets[0], title: `${whose}: ${small(headline(finding, call))}`,
    parts: [adviceText(finding, judgement, form, targets, state)],
    rule: finding.rule && { id: finding.rule, name: call.shortName(finding.rule) },
  };
}

function unreadableEntry(finding, form, { state, place, whose }) {
  const { headline: head, help, readings } = unreadable(finding, valueAt(form.proposal(), finding.path), controlOf(finding, place));
  return { state, place, title: `${whose}: ${small(head.replace(/\.$/, ''))}`, parts: [readings ? words.panel.whichOf(readings.map(({ text }) => text)) : help], rule: null };
}

function adviceText(finding, judgement, form, targets, state) {
  if (!finding.rule) return messageOf(finding);
  const told = explanation(finding, judgement, { together: targets.length > 1 });
  if (state === 'open') return `${told} ${words.panel.addPartner}`;
  const todo = durationRemedy(finding, judgement) ?? sharedRemedy(finding, judgement, form, targets);
  if (state === 'advice') return `${told} ${words.notes.leaveIt}`;
  return todo ?? told;
}

/** A duration can be mended at either end. */
function durationRemedy(finding, judgement) {
  if (finding.path !== '/end') return null;
  const [atEnd, atStart] = ['/end', '/start'].map((path) => remedy(finding, judgement.limits.get(path)));
  if (!atEnd || !atStart) return atEnd ?? atStart;
  return `${atEnd.slice(0, -1)}, or ${small(atStart)}`;
}

function sharedRemedy(finding, judgement, form, targets) {
  const [first, ...others] = targets;
  const name = (place) => form.cardOf(place) && form.partners.nameOf(form.cardOf(place).index);
  const where = name(first) ? ` at ${name(first)}` : '';
  return remedy(finding, judgement.limits.get(first.path()), others.map(name).filter(Boolean).slice(0, 2), where);
}

/** What is still missing, each place once. */
export function missingOf(judgement, form) {
  const entries = new Map();
  for (const missing of judgement.missing) {
    const place = missing.reason === 'no-exchange-rate' ? ratePlace(missing, form) : form.placeOf(missing.path);
    if (!entries.has(place.id)) entries.set(place.id, { place, title: missingTitle(missing, form, judgement.call) });
  }
  return [...entries.values()];
}

/** The field of the rate that a conversion lacks. */
function ratePlace({ path }, form) {
  const [first, index] = stepsOf(path);
  const proposal = form.proposal();
  const currency = currencyIn(proposal, form.call, first === 'partners' ? partnersOf(proposal)[Number(index)] : undefined);
  return { id: `rate-${currency}`, currency, path: () => '', focus: () => form.rates.goTo(currency) };
}

function missingTitle(missing, form, call) {
  if (missing.reason === 'no-exchange-rate') return words.panel.rateFor(ratePlace(missing, form).currency);
  return placeName(missing.path, form, call);
}

const TOTALS = ['grant', 'costs', 'contributions', 'currency'];

/** "AgroTech: type of organisation", "Project: end date"; with a comma where a sentence follows. */
export function placeName(told, form, call, joint = ': ') {
  const path = form.askedAt(told);
  const [first, index, ...rest] = stepsOf(path);
  if (first !== 'partners') return [TOTALS.includes(first) ? words.panel.totals : words.panel.project, projectName(path, form, call)].join(joint);
  if (index === undefined) return capital(words.partners.inSection);
  const name = form.partners.nameOf(Number(index));
  return rest.length ? [name, fieldName(rest, call)].join(joint) : name;
}

function projectName(path, form, call) {
  if (path === '/months' && form.project.byDates()) return form.project.data().start ? words.panel.endDate : words.panel.bothDates;
  const steps = stepsOf(path);
  return steps.length ? fieldName(steps, call) : words.panel.whole;
}

function fieldName([first, key], call) {
  if (first === 'answers' && key !== undefined) return call.question(key)?.label ?? clipped(key);
  if (first === 'costs' || first === 'contributions') {
    const name = first === 'costs' ? 'cost' : 'contribution';
    return measureName(key === undefined ? name : { [name]: [key] }, call);
  }
  return words.panel.fields[first] ?? first;
}

/** A notice, with what its source says of it. */
export const noticeOf = ({ title, source, amount, currency }) => ({
  title: unbroken(title), says: unbroken(source?.says ?? ''), amount: amount && !title.includes(currency) ? { value: amount, currency } : null,
});
