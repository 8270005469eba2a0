/** What the two reports of the engine mean for the page. */

import { lacksAmounts } from './unrated.js';

/** How a rule weighs among the states: the first that one of its instances has is the rule's. */
const ORDER = ['broken', 'advice', 'open', 'kept', 'none'];

export class Judgement {
  /** `untouched`: nothing has been entered, so nothing is told about it yet. `askedAt` tells at which path a field is, see `Form`. */
  constructor({ draft, closed }, call, { untouched, askedAt, proposal, exchange }) {
    Object.assign(this, { report: draft, closed, call, lacksAmounts: lacksAmounts({ proposal, call, exchange }) });
    this.verdict = verdictOf(draft);
    this.toChange = together(draft.findings.filter((finding) => finding.severity === 'error'), askedAt);
    this.notYet = untouched ? [] : together([...contradicting(draft, closed), ...stillOpen(draft, closed, 'error')].filter((finding) => !this.isPlaceless(finding.params)), askedAt);
    this.advised = [...draft.findings.filter((finding) => finding.severity === 'advice'), ...stillOpen(draft, closed, 'advice')];
    this.advice = together(this.advised, askedAt);
    this.missing = draft.missing.filter((missing) => !isTold(missing, draft.findings));
    this.notices = draft.notices.filter((notice) => notice.status === 'applies');
    this.limits = new Map(draft.limits.map((limit) => [limit.path, limit]));
    this.checks = this.readChecks();
    this.rules = this.readRules();
    this.counts = countStates(this.rules.values());
  }

  /** Whether something counts countries while none is given: the engine takes a partner of whom nothing is known for one from somewhere. */
  isPlaceless(numbers) {
    return numbers?.measure === 'countries' && numbers.found > 0 && this.report.totals.countries.length === 0;
  }

  /** Whether a rule speaks against this partner itself, or against where it is as soon as it asks for money: then no amount is right. */
  isSpokenAgainst(partner) {
    const mine = this.checks.filter(({ group }) => group?.partner === partner);
    return mine.some((check) => isAmiss(check) || (check.state === 'open' && isOfPlace(check)));
  }

  /** Every instance with its state. */
  readChecks() {
    const advised = new Set(this.advised.map(instanceOf));
    const idle = new Set(this.closed.checks.filter(({ status }) => status === 'skipped').map(instanceOf));
    const found = (check) => (this.isPlaceless(check) ? undefined : check.found);
    return this.report.checks.map((check) => ({ ...check, found: found(check), unrated: this.lacksAmounts(check), state: advised.has(instanceOf(check)) ? 'advice' : stateOf(check, idle) }));
  }

  /** State and instances of every rule of the sheet. */
  readRules() {
    const rules = new Map(this.call.sheet.rules.map((rule) => [rule.id, { rule, checks: [] }]));
    for (const check of this.checks) rules.get(check.rule)?.checks.push(check);
    for (const entry of rules.values()) entry.state = worst(entry.checks);
    return rules;
  }
}

/** Whether an instance is not kept, be it advice. */
export const isAmiss = ({ state }) => state === 'broken' || state === 'advice';

/** Whether an instance asks where a partner is. */
export const isOfPlace = ({ measure }) => measure === 'country' || measure === 'region';

const STATES = { fail: 'broken', open: 'open', pass: 'kept', skipped: 'none' };

/** What is open only because partners may still be added counts as kept, as it stands; `idle` are the instances whose condition is not met so far. */
function stateOf(check, idle) {
  if (check.status !== 'fail' && idle.has(instanceOf(check))) return 'none';
  return check.status === 'open' && check.soFar === true ? 'kept' : STATES[check.status];
}

/** A growing form: ineligible where no completion mends it, eligible where it is so as it stands. */
function verdictOf(report) {
  if (report.verdict === 'ineligible') return 'ineligible';
  return (report.soFar ?? report.verdict) === 'eligible' ? 'eligible' : 'incomplete';
}

/** The instance of a rule that a check or a finding speaks of. */
const instanceOf = ({ rule, group }) => `${rule} ${group?.country ?? ''} ${group?.partner ?? ''}`;

/** What is not kept as it stands, though additions may still mend it: findings of the closed proposal. */
function stillOpen(draft, closed, severity) {
  const open = new Set(draft.checks.filter((check) => check.status === 'open' && check.soFar === false).map(instanceOf));
  if (open.size === 0) return [];
  return closed.findings.filter((finding) => finding.severity === severity && finding.rule && open.has(instanceOf(finding)));
}

/** What several partners break by one field, the day on which the proposal is filed for all of them, is one finding. */
function together(findings, askedAt) {
  const merged = new Map();
  for (const finding of findings) {
    const path = askedAt(finding.path);
    const key = path === finding.path ? finding : `${finding.rule} ${finding.code}`;
    merged.set(key, merged.has(key) ? ofAll(merged.get(key), path) : finding);
  }
  return [...merged.values()];
}

const ofAll = ({ group, ...finding }, path) => ({ ...finding, path });

/** What contradicts itself as it stands, though partners who are added may still mend it: a total that is not the sum. */
function contradicting(draft, closed) {
  const told = new Set(draft.findings.filter(({ rule }) => !rule).map(({ path }) => path));
  return closed.findings.filter(({ code, path }) => code === 'inconsistent' && !told.has(path));
}

/** Whether what is missing stands there and a finding says already why it is of no use. */
const isTold = ({ path, reason }, findings) => reason === 'invalid' && findings.some((finding) => !finding.rule && finding.path === path);

function worst(checks) {
  const states = new Set(checks.map((check) => check.state));
  return ORDER.find((state) => states.has(state)) ?? 'none';
}

/** How many of each state; states that do not occur are left out. */
export function countStates(entries) {
  const counts = {};
  for (const { state } of entries) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export { ORDER as STATE_ORDER };
