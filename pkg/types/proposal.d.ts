// What an applicant wrote: the proposal that is judged.

/**
 * A proposal. `check` takes anything and reports what it cannot read, so this type is a help while
 * writing, not a condition. `null`, `""` and an absent field mean the same: not given.
 */
export interface Proposal extends Money {
  /** What it is called. */
  title?: string | null;
  /** The strand, by its key in the rulebook. */
  strand?: string | null;
  /** How long it runs, as a number, not as a string of digits; or else `start` and `end`. */
  months?: number | "" | null;
  /** The first day, `YYYY-MM-DD`. */
  start?: string | null;
  /** The last day, `YYYY-MM-DD`. */
  end?: string | null;
  /** When it is submitted: a day, or a moment such as `2014-10-31T16:00+01:00`. */
  submitted?: string | null;
  /** Who takes part. */
  partners?: readonly (Partner | null)[] | "" | null;
}

/** One partner. */
export interface Partner extends Money {
  /** Its name. */
  name?: string | null;
  /** ISO 3166-1 alpha-2 code. */
  country?: string | null;
  /** ISO 3166-2 or NUTS code, as the rulebook uses them. */
  region?: string | null;
  /** What it is, by its key in the rulebook. */
  type?: string | null;
  /** How big it is. */
  size?: "micro" | "small" | "medium" | "large" | "" | null;
  /** What it does in the project; `partner` where nothing is given. */
  role?: "lead" | "partner" | "associated" | "" | null;
  /** Labels it holds, by their keys in the rulebook. */
  labels?: readonly (string | null)[] | "" | null;
  /** When it files at home; the proposal's where nothing is given. */
  submitted?: string | null;
}

/** The amounts of a partner, or the totals of a proposal that gives them as a whole. */
export interface Money {
  /** ISO 4217 code of the amounts. A partner's default is the proposal's, the proposal's is the rulebook's. */
  currency?: string | null;
  /** Requested of the call; 0 takes part unfunded. */
  grant?: AmountLike;
  /** What it costs, by category; an absent one is 0. */
  costs?: Readonly<Record<string, AmountLike | undefined>> | "" | null;
  /** What is brought in, by kind; an absent one is 0. */
  contributions?: Readonly<Record<string, AmountLike | undefined>> | "" | null;
  /** Answers to the rulebook's questions. */
  answers?: Readonly<Record<string, Answer | undefined>> | "" | null;
}

/**
 * An amount: a string of digits, with a point and no more decimals than the currency has, such as
 * `"1234.50"`; exact up to fifteen digits before the point. A number is read by its shortest decimal.
 */
export type AmountLike = string | number | null;

/**
 * A count, an amount, a yes or no, a choice, or a list of choices. Only an amount may be a string of
 * digits: a count is a number, as `valueAsNumber` of an input is, and a yes or no is a boolean.
 */
export type Answer = AmountLike | boolean | readonly (string | null)[];
