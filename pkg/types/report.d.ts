// What `check` returns: the report of the format's section 5, field for field.

import type { AnswerMeasure, ContributionMeasure, CostMeasure } from "./rulebook.js";

/** What the rules say of a proposal as a whole. */
export type Verdict = "eligible" | "ineligible" | "incomplete";

/** How much a rule weighs: a broken `error` makes the proposal ineligible, `advice` is told and changes nothing. */
export type Severity = "error" | "advice";

/** RFC 6901 JSON Pointer into the proposal; `""` is the whole. */
export type Path = string;

/** The judgement of one proposal against one rulebook. */
export interface Report {
  /** The verdict. A draft's `ineligible` is final: no partner that is added can mend it. */
  verdict: Verdict;
  /** In a draft only: the verdict of the same proposal as a closed one. */
  soFar?: Verdict;
  /** Whether the proposal was judged as a draft. */
  draft: boolean;
  /** The rulebook that was judged against. */
  rulebook: RulebookRef;
  /** What is wrong, and what may be better: unreadable and contradicting values first, then errors, then advice. */
  findings: Finding[];
  /** What the open rules of severity `error` wait for. */
  missing: Missing[];
  /** One entry for each instance of each rule, in the rulebook's order. */
  checks: Check[];
  /** The range that each field may still take, all other given values as they are. */
  limits: Limit[];
  /** What the applicant should know; it judges nothing. */
  notices: Notice[];
  /** The table of exchange rates that was used; absent where nothing was converted. */
  exchange?: ExchangeUsed;
  /** The sums of the proposal, in the rulebook's currency. */
  totals: Totals;
}

/** Which rulebook was judged against. */
export interface RulebookRef {
  /** Its id. */
  id: string;
  /** Its version. */
  version: string;
  /** `sha256:` and the digest of its RFC 8785 form. */
  digest: string;
}

/** One thing that is wrong or may be better; `code` tells which kind it is. */
export type Finding =
  | AboveMax
  | BelowMin
  | TooLate
  | TooEarly
  | NotEqual
  | NotAllowed
  | NotSatisfied
  | InvalidValue
  | Inconsistent;

/** What kind a finding is. */
export type Code = Finding["code"];

/** What every finding has. */
export interface FindingBase {
  /** The field that it is about. */
  path: Path;
  /** The fields that were summed or counted; empty where nothing else is involved. */
  related: Path[];
  /** The sentence for people, in English. */
  message: string;
}

/** What every finding has that a rule asked for. */
export interface RuleFinding extends FindingBase {
  /** Whether it makes the proposal ineligible. */
  severity: Severity;
  /** The id of the rule. */
  rule: string;
  /** The group of partners it speaks of; absent where that is all of them together. */
  group?: Group;
  /** Where the call says so. */
  source: Source;
}

/** A number above its maximum. */
export interface AboveMax extends RuleFinding {
  /** Which kind of finding this is. */
  code: "above-max";
  /** What was found, and the bound. */
  params: AboveMaxParams;
}

/** Of a number and its maximum. */
export interface AboveMaxParams extends Measured {
  /** The greatest value, which may be reached. */
  max?: Amount | number;
  /** Only what lies below this. */
  below?: Amount | number;
  /** The distance of `found` from the bound. */
  by?: Amount | number;
}

/** A number below its minimum. */
export interface BelowMin extends RuleFinding {
  /** Which kind of finding this is. */
  code: "below-min";
  /** What was found, and the bound. */
  params: BelowMinParams;
}

/** Of a number and its minimum. */
export interface BelowMinParams extends Measured {
  /** The least value, which may be reached. */
  min?: Amount | number;
  /** Only what lies above this. */
  above?: Amount | number;
  /** The distance of `found` from the bound. */
  by?: Amount | number;
}

/** A date after its last day or moment. */
export interface TooLate extends RuleFinding {
  /** Which kind of finding this is. */
  code: "too-late";
  /** What was found, and the bound. */
  params: TooLateParams;
}

/** Of a date and its last day or moment. */
export interface TooLateParams extends Measured {
  /** The last one, which may be reached. */
  max?: string;
  /** Only what lies before this. */
  below?: string;
}

/** A date before its first day or moment. */
export interface TooEarly extends RuleFinding {
  /** Which kind of finding this is. */
  code: "too-early";
  /** What was found, and the bound. */
  params: TooEarlyParams;
}

/** Of a date and its first day or moment. */
export interface TooEarlyParams extends Measured {
  /** The first one, which may be reached. */
  min?: string;
  /** Only what lies after this. */
  above?: string;
}

/** A number, or the answer to a yes-no question, that is not the one asked for. */
export interface NotEqual extends RuleFinding {
  /** Which kind of finding this is. */
  code: "not-equal";
  /** What was found, and the bound. */
  params: NotEqualParams;
}

/** Of a value and the only one allowed. */
export interface NotEqualParams extends Measured {
  /** The only value. */
  is?: Amount | number | boolean;
  /** The distance of `found` from the bound. */
  by?: Amount | number;
}

/** A value that is not among those allowed. */
export interface NotAllowed extends RuleFinding {
  /** Which kind of finding this is. */
  code: "not-allowed";
  /** What was found, and the bound. */
  params: NotAllowedParams;
}

/** Of a value and those allowed. */
export interface NotAllowedParams extends Measured {
  /** The only value. */
  is?: string;
  /** One of these. */
  in?: (string | number | boolean)[];
  /** None but these. */
  within?: string[];
}

/** None of several alternatives holds, or something holds that must not. */
export interface NotSatisfied extends RuleFinding {
  /** Which kind of finding this is. */
  code: "not-satisfied";
  /** Always empty. */
  params: Record<string, never>;
  /** What each alternative lacks; absent where the rule forbids instead of offering alternatives. */
  alternatives?: Alternative[];
}

/** A value that cannot be read; it counts as unknown. */
export interface InvalidValue extends FindingBase {
  /** Which kind of finding this is. */
  code: "invalid-value";
  /** Always an error. */
  severity: "error";
}

/** Two values that contradict each other. */
export interface Inconsistent extends FindingBase {
  /** Which kind of finding this is. */
  code: "inconsistent";
  /** Always an error. */
  severity: "error";
}

/** One member of a failing `any`. */
export interface Alternative {
  /** Its title, where the rulebook gives it one. */
  title?: string;
  /** What fails of it. */
  findings: AlternativeFinding[];
}

/** What fails of one alternative. */
export interface AlternativeFinding {
  /** What kind of finding it is. */
  code: Exclude<Code, "invalid-value" | "inconsistent">;
  /** The field that it is about. */
  path: Path;
  /** The fields that were summed or counted. */
  related: Path[];
  /** The numbers of the failed bound; empty of a `not-satisfied`. */
  params: Numbers | Record<string, never>;
  /** What each alternative lacks, where it is an `any` itself. */
  alternatives?: Alternative[];
}

/** A group of partners: those of one country (ISO 3166-1 alpha-2), or one by its place in the list, from 0. */
export type Group = CountryGroup | PartnerGroup;

/** The partners of one country. */
export interface CountryGroup {
  /** ISO 3166-1 alpha-2 code. */
  country: string;
}

/** One partner. */
export interface PartnerGroup {
  /** Its place in the list, from 0. */
  partner: number;
}

/** An exact amount, with exactly as many decimals as its currency has: `"1234.50"`. Never a JavaScript number. */
export type Amount = string;

/** A value as it is shown: an amount, date, code, choice or region as a string, a count or months as a number. */
export type Shown = string | number | boolean | (string | number | boolean)[];

/** What is measured, as the rulebook writes it: `"grant"`, `{ cost: ["staff"] }`, `{ answer: "smes" }`, … */
export type Measure = string | CostMeasure | ContributionMeasure | AnswerMeasure;

/** What was measured. */
export interface Measured {
  /** What is measured. */
  measure: Measure;
  /** The sum of the known values, or the one value; absent where there is none yet. */
  found?: Shown;
  /** Of a duration: the days beyond whole months. */
  days?: number;
  /** Present where unknown values, or partners still to come, may change `found`. */
  open?: true;
  /** ISO 4217 code of the amounts. */
  currency?: string;
}

/** What was measured, and its bounds. */
export interface Numbers extends Measured {
  /** The least value. */
  min?: Shown;
  /** The greatest value. */
  max?: Shown;
  /** Only what lies above this. */
  above?: Shown;
  /** Only what lies below this. */
  below?: Shown;
  /** The only value. */
  is?: Shown;
  /** One of these. */
  in?: Shown;
  /** None but these. */
  within?: Shown;
  /** The distance of `found` from the bound. */
  by?: Amount | number;
}

/** How one instance of one rule stands. */
export type Check = CheckBase & Partial<Numbers> & (Settled | Open);

/** What every check has. */
export interface CheckBase {
  /** The id of the rule. */
  rule: string;
  /** The group of partners; absent where that is all of them together. */
  group?: Group;
}

/** An instance that no completion of the proposal changes. */
export interface Settled {
  /** `pass`: nothing can break it; `fail`: nothing can mend it; `skipped`: its condition is false. */
  status: "pass" | "fail" | "skipped";
}

/** An instance that is still open. */
export interface Open {
  /** Unknown as yet. */
  status: "open";
  /** Its truth in the same proposal as a closed one; `null` where it is unknown there, too. */
  soFar: boolean | null;
}

/** A field that open rules wait for. */
export interface Missing {
  /** The field. */
  path: Path;
  /** Why it is missing: not given, unreadable, not exact enough to tell, or in a currency without a rate. */
  reason: "not-given" | "invalid" | "too-coarse" | "no-exchange-rate";
  /** The ids of the rules that wait for it. */
  rules: string[];
}

/** The range that one field may take, so that no rule that is settled otherwise fails. */
export interface Limit {
  /** The field. */
  path: Path;
  /** The least value; `null` where there is none. An amount or a date as a string, months as a number. */
  min: string | number | null;
  /** The greatest value; `null` where there is none. Below `min`, no value of this field alone helps. */
  max: string | number | null;
  /** ISO 4217 code, of amounts. */
  currency?: string;
  /** The id of the rule that sets `min`. */
  minRule: string | null;
  /** The id of the rule that sets `max`. */
  maxRule: string | null;
}

/** What the applicant should know. */
export interface Notice {
  /** The notice's id. */
  id: string;
  /** Whether it applies, or may still do so. */
  status: "applies" | "open";
  /** What it tells. */
  title: string;
  /** The exact amount it speaks of. */
  amount?: Amount;
  /** ISO 4217 code of the amount. */
  currency?: string;
  /** Where the call says so. */
  source: Source;
}

/** The table of exchange rates that was used. */
export interface ExchangeUsed {
  /** The currency that has the rate 1. */
  base: string;
  /** The date of the rulebook's table, as it is written there. */
  date?: string;
  /** Whose table it is. */
  from: "rulebook" | "caller";
}

/** The sums of the known amounts. */
export interface Sums {
  /** The requested grants. */
  grant: Amount;
  /** The costs. */
  cost: Amount;
  /** The contributions. */
  contribution: Amount;
  /** Whether everything summed is known. */
  complete: boolean;
}

/** The sums of the proposal, in the rulebook's currency. */
export interface Totals extends Sums {
  /** ISO 4217 code of the sums. */
  currency: string;
  /** The same by country, in the order of first appearance. */
  countries: CountryTotals[];
}

/** The sums of one country's partners. */
export interface CountryTotals extends Sums {
  /** ISO 3166-1 alpha-2 code. */
  country: string;
  /** How many partners. */
  partners: number;
}

/** Where a rule or a notice comes from. */
export interface Source {
  /** The title of the document. */
  title: string;
  /** Its address. */
  url?: string;
  /** What kind of document it is. */
  kind?: "official" | "copy" | "secondary";
  /** Its date, as the rulebook writes it. */
  date?: string;
  /** The page, heading or section. */
  at?: string;
  /** The passage, paraphrased. */
  says?: string;
}
