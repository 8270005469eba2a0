// What is wrong with a proposal, or may be better; one interface for each `code`.

import type { Amount, Measured, Numbers } from "./numbers.js";
import type { Severity, Source } from "./source.js";

/** RFC 6901 JSON Pointer into the proposal; `""` is the whole. */
export type Path = string;

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
  related: readonly Path[];
  /** The sentence for people, in English. */
  message: string;
}

/** What every finding has that a rule asked for. */
export interface RuleFinding extends FindingBase {
  /** Whether it makes the proposal ineligible. */
  severity: Severity;
  /** The id of the rule; its title is in the `sheet` of a rulebook of `callcheck/full`. */
  rule: string;
  /** The group of partners it speaks of; absent where that is all of them together. */
  group?: Group;
  /** Where the call says so. */
  source: Source;
}

/** What every finding has that no rule asked for; what a rule would tell is absent, and can be asked for. */
export interface ValueFinding extends FindingBase {
  /** Always an error. */
  severity: "error";
  /** Absent: no rule asked. */
  rule?: undefined;
  /** Absent: it is about values, not partners. */
  group?: undefined;
  /** Absent: nothing was measured. */
  params?: undefined;
  /** Absent: it is not the call that says so. */
  source?: undefined;
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
  /** One of these; of countries it may name a group, `"@funders"`. */
  in?: readonly (string | number | boolean)[];
  /** None but these. */
  within?: readonly string[];
}

/** None of several alternatives holds, or something holds that must not. */
export interface NotSatisfied extends RuleFinding {
  /** Which kind of finding this is. */
  code: "not-satisfied";
  /** Always empty. */
  params: Record<string, never>;
  /** What each alternative lacks; absent where the rule forbids instead of offering alternatives. */
  alternatives?: readonly Alternative[];
}

/** A value that cannot be read; it counts as unknown. */
export interface InvalidValue extends ValueFinding {
  /** Which kind of finding this is. */
  code: "invalid-value";
}

/** Two values that contradict each other. */
export interface Inconsistent extends ValueFinding {
  /** Which kind of finding this is. */
  code: "inconsistent";
}

/** One member of a failing `any`. */
export interface Alternative {
  /** Its title, where the rulebook gives it one. */
  title?: string;
  /** What fails of it. */
  findings: readonly AlternativeFinding[];
}

/** What fails of one alternative. */
export interface AlternativeFinding {
  /** What kind of finding it is. */
  code: Exclude<Code, "invalid-value" | "inconsistent">;
  /** The field that it is about. */
  path: Path;
  /** The fields that were summed or counted. */
  related: readonly Path[];
  /** The numbers of the failed bound; empty of a `not-satisfied`. */
  params: Numbers | Record<string, never>;
  /** What each alternative lacks, where it is an `any` itself. */
  alternatives?: readonly Alternative[];
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
