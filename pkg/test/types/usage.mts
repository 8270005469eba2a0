// How the types are meant to be used; tsc checks it.

import { Rulebook, RulebookError, rulebooks } from "callcheck";
import type { Finding, InvalidValue, Problem, Proposal, Report, RulebookJson, Session } from "callcheck";

const rulebook: Rulebook = Rulebook.parse("{}");
const again: RulebookJson = rulebook.toJSON();
const embedded: Rulebook | undefined = rulebooks["some-call"];

const proposal = {
  months: 18,
  partners: [{ country: "SE", grant: "200000", costs: { staff: 250000.5 }, answers: { smes: 4 } }, null],
} satisfies Proposal;

const report: Report = rulebook.check(proposal, { draft: true, exchange: { base: "EUR", units: { DKK: "7.46" } } });

/** Each code has its own fields. */
export function explain(finding: Finding): string {
  switch (finding.code) {
    case "above-max":
      return `${finding.rule} ${finding.params.max ?? finding.params.below} ${finding.source.title}`;
    case "below-min":
      return `${finding.rule} ${finding.params.min ?? finding.params.above}`;
    case "too-late":
    case "too-early":
    case "not-equal":
    case "not-allowed":
      return JSON.stringify(finding.params.measure);
    case "not-satisfied":
      return (finding.alternatives ?? []).map(({ title }) => title).join();
    case "invalid-value":
    case "inconsistent":
      return finding.path;
    default:
      return finding satisfies never;
  }
}

/** What a rule did not ask for names no rule. */
export function ruleOf(finding: InvalidValue): string {
  // @ts-expect-error An unreadable value breaks no rule.
  return finding.rule;
}

{
  using session: Session = embedded?.session({}, {}) ?? rulebook.session(proposal);
  session.set("/partners/0/grant", undefined);
  const { verdict, soFar } = session.report();
  console.log(verdict, soFar satisfies Report["verdict"] | undefined);
}

try {
  Rulebook.parse(again);
} catch (error) {
  if (error instanceof RulebookError) error.problems satisfies Problem[];
}

// @ts-expect-error A rulebook is made by `parse`.
new Rulebook();
// @ts-expect-error Not one of the options.
rulebook.check({}, { drafts: true });
// @ts-expect-error The embedded rulebooks are not to be changed.
rulebooks["mine"] = rulebook;

for (const finding of report.findings) explain(finding);
declare const console: { log(...values: unknown[]): void };
