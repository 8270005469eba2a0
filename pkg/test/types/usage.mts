// How the types are meant to be used; tsc checks it.

import { Rulebook, RulebookError, preload, rulebooks } from "callcheck";
import * as slim from "callcheck/slim";
import * as full from "callcheck/full";
import type { Code, Finding, InvalidValue, Partner, Problem, Proposal, Report, RulebookId, RulebookJson, Session } from "callcheck";

const rulebook: Rulebook = Rulebook.parse("{}");
const written: RulebookJson = rulebook.toJSON();
const embedded: Rulebook | undefined = rulebooks["some-call"];

/** An id that the package brings is certain; another one, or a text that may be any, is not. */
rulebooks["innovation-express-2013"].check({});
full.rulebooks["innovation-express"].sheet satisfies full.Sheet;
const ids = Object.keys(rulebooks) as RulebookId[];
for (const id of ids) rulebooks[id].check({});
// @ts-expect-error A typing error.
rulebooks["inovation-express-2013"].check({});
export function titleOf(id: string): string | undefined {
  // @ts-expect-error Nobody knows whether there is one.
  return rulebooks[id]?.title ?? rulebooks[id].title;
}

const proposal = {
  months: 18,
  partners: [{ country: "SE", grant: "200000", costs: { staff: 250000.5 }, answers: { smes: 4 } }, null],
} satisfies Proposal;

/** What is not to be changed is a proposal, too, and so is what leaves a field out by `undefined`. */
({ partners: [{ labels: ["a"], costs: { staff: "1" }, answers: { fields: ["b"] } }] }) as const satisfies Proposal;
({ costs: { staff: undefined }, answers: { smes: undefined } }) satisfies Proposal;

/** The state of a form, in which a field that was emptied is `undefined`, is a proposal, and options may be so, too. */
type Emptied<T> = { [K in keyof Required<T>]: T[K] | undefined };
declare const form: Emptied<Omit<Proposal, "partners">> & { partners: (Emptied<Partner> | undefined)[] };
form satisfies Proposal;
({ draft: undefined, exchange: undefined }) satisfies Parameters<Rulebook["check"]>[1];

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

/** A switch needs no default: TypeScript knows that these are all. */
export function word(code: Code): string {
  switch (code) {
    case "above-max":
    case "too-late":
      return "too much";
    case "below-min":
    case "too-early":
      return "too little";
    case "not-equal":
    case "not-allowed":
    case "not-satisfied":
      return "not so";
    case "invalid-value":
    case "inconsistent":
      return "unreadable";
  }
}

// @ts-expect-error Leaving one code out, `too-early`, is told.
export function forgetful(code: Code): string {
  switch (code) {
    case "above-max":
    case "below-min":
    case "too-late":
    case "not-equal":
    case "not-allowed":
    case "not-satisfied":
    case "invalid-value":
    case "inconsistent":
      return "";
  }
}

/** So is a finding by its code, with the fields of its kind. */
export function bound(finding: Finding): unknown {
  switch (finding.code) {
    case "above-max":
    case "too-late":
      return finding.params.max;
    case "below-min":
    case "too-early":
      return finding.params.min;
    case "not-equal":
    case "not-allowed":
      return finding.params.is;
    case "not-satisfied":
    case "invalid-value":
    case "inconsistent":
      return finding.path;
    default:
      return finding satisfies never;
  }
}

/** What a rule tells can be asked of every finding. */
export function place({ rule, group, source, path }: Finding): string {
  return `${rule ?? path} ${source?.url ?? ""} ${JSON.stringify(group)}`;
}

/** Where there is a rule, there is what it tells. */
export function title(finding: Finding): string {
  return finding.rule === undefined ? finding.code satisfies "invalid-value" | "inconsistent" : finding.source.title;
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

{
  using read = Rulebook.parse(written);
  const answered: Promise<void> = preload();
  void answered.then(() => read.free());
}

try {
  Rulebook.parse(written);
} catch (error) {
  if (error instanceof RulebookError) error.problems satisfies Problem[];
}

/** A test may name the error that is expected, as jest's `toThrow` asks for it; what a worker sent can be thrown again. */
RulebookError satisfies new (...given: never[]) => Error;
export const again = (problems: Problem[]): Error => new RulebookError(problems);

/** Where the module is fetched, there are the same names. */
slim.preload satisfies typeof preload;

// @ts-expect-error A rulebook is made by `parse`.
new Rulebook();
// @ts-expect-error Not one of the options.
rulebook.check({}, { drafts: true });
// @ts-expect-error The embedded rulebooks are not to be changed.
rulebooks["mine"] = rulebook;

for (const finding of report.findings) explain(finding);
declare const console: { log(...values: unknown[]): void };
