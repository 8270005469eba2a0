// What a rule measured, and what it allows.

import type { AnswerMeasure, ContributionMeasure, CostMeasure } from "./rulebook.js";

/** An exact amount, with exactly as many decimals as its currency has: `"1234.50"`. Never a JavaScript number. */
export type Amount = string;

/**
 * A value as it is shown: an amount, date, code, choice or region as a string, a count or months as a
 * number; a group of countries as the rulebook writes it, `"@funders"`.
 */
export type Shown = string | number | boolean | readonly (string | number | boolean)[];

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
  /** One of these; of countries it may name a group, `"@funders"`. */
  in?: Shown;
  /** None but these; of countries it may name a group, `"@funders"`. */
  within?: Shown;
  /** The distance of `found` from the bound. */
  by?: Amount | number;
}
