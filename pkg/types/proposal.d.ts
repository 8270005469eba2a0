// What an applicant wrote: the proposal that is judged.

/**
 * A proposal. `check` takes anything and reports what it cannot read, so this type is a help while
 * writing, not a condition. `null`, `undefined`, `""` and an absent field mean the same: not given.
 */
export interface Proposal extends Money {
  /** What it is called. */
  title?: string | null | undefined;
  /** The strand, by its key in the rulebook. */
  strand?: string | null | undefined;
  /** How long it runs: a number, as of a count in an {@link Answer}, not a string of digits; or else `start` and `end`. */
  months?: number | "" | null | undefined;
  /** The first day, `YYYY-MM-DD`, as an `<input type="date">` has it; a `Date` is no day. */
  start?: string | null | undefined;
  /** The last day, `YYYY-MM-DD`. */
  end?: string | null | undefined;
  /** When it is submitted: a day, or a moment such as `2014-10-31T16:00+01:00`. */
  submitted?: string | null | undefined;
  /** Who takes part. */
  partners?: readonly (Partner | null | undefined)[] | "" | null | undefined;
}

/** One partner. */
export interface Partner extends Money {
  /** Its name. */
  name?: string | null | undefined;
  /** ISO 3166-1 alpha-2 code. */
  country?: string | null | undefined;
  /** ISO 3166-2 or NUTS code, as the rulebook uses them. */
  region?: string | null | undefined;
  /** What it is, by its key in the rulebook. */
  type?: string | null | undefined;
  /** How big it is. */
  size?: "micro" | "small" | "medium" | "large" | "" | null | undefined;
  /** What it does in the project; `partner` where nothing is given. */
  role?: "lead" | "partner" | "associated" | "" | null | undefined;
  /** Labels it holds, by their keys in the rulebook. */
  labels?: readonly (string | null | undefined)[] | "" | null | undefined;
  /** When it files at home; the proposal's where nothing is given. */
  submitted?: string | null | undefined;
}

/** The amounts of a partner, or the totals of a proposal that gives them as a whole. */
export interface Money {
  /** ISO 4217 code of the amounts. A partner's default is the proposal's, the proposal's is the rulebook's. */
  currency?: string | null | undefined;
  /** Requested of the call; 0 takes part unfunded. */
  grant?: AmountLike | undefined;
  /** What it costs, by category; an absent one is 0. */
  costs?: Readonly<Record<string, AmountLike | undefined>> | "" | null | undefined;
  /** What is brought in, by kind; an absent one is 0. */
  contributions?: Readonly<Record<string, AmountLike | undefined>> | "" | null | undefined;
  /** Answers to the rulebook's questions. */
  answers?: Readonly<Record<string, Answer | undefined>> | "" | null | undefined;
}

/**
 * An amount: a string of digits, with a point and no more decimals than the currency has, such as
 * `"1234.50"`; exact up to fifteen digits before the point. A number is read by its shortest decimal, so
 * one that was computed has to be rounded first: `0.1 + 0.2` has more decimals than any currency,
 * `(0.1 + 0.2).toFixed(2)` has two.
 */
export type AmountLike = string | number | null;

/**
 * A count, an amount, a yes or no, a choice, or a list of choices. Only an amount may be a string of
 * digits: a count is a number, and a yes or no is a boolean. What an `<input>` holds is a text, and
 * its `valueAsNumber` is NaN while it is empty; `value === "" ? null : Number(value)` is a count.
 */
export type Answer = AmountLike | boolean | readonly (string | null | undefined)[];
