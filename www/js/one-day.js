/** Rules that ask each partner when it filed: where all of them file with the proposal, they are told of that day once. */

/** Instances of rules; those of one rule that come to the same by the day of the proposal are one, of no partner. */
export function onceByDay(checks, form) {
  return byRule(checks).flatMap((ofOne) => (areOneDay(ofOne, form) ? [{ ...ofOne[0], group: undefined }] : ofOne));
}

function byRule(checks) {
  const rules = new Map();
  for (const check of checks) {
    if (rules.has(check.rule)) rules.get(check.rule).push(check);
    else rules.set(check.rule, [check]);
  }
  return [...rules.values()];
}

/** What breaks a rule at one partner may be open at another, of whom it is not known yet whether the rule is about it. */
const areOneDay = (checks, form) => checks.length > 1 && checks.every((check) => filesWithProposal(check, form) && check.state === checks[0].state);

/** A partner without a day of its own is asked for it where the proposal's stands. */
const filesWithProposal = ({ measure, group }, form) =>
  measure === 'submitted' && group?.partner !== undefined && form.askedAt(`/partners/${group.partner}/submitted`) === '/submitted';
