// What `check` returns: the report, field for field.

import type { Finding, Group, Path } from "./finding.js";
import type { Amount, Numbers } from "./numbers.js";
import type { Source } from "./source.js";

export type * from "./finding.js";
export type * from "./numbers.js";
export type * from "./source.js";

/**
 * What the rules say of a proposal as a whole: `eligible`, no rule of severity `error` is broken or open;
 * `ineligible`, one is broken, whatever is filled in yet; `incomplete`, none is, but something that decides
 * is missing, unreadable or contradicts itself.
 */
export type Verdict = "eligible" | "ineligible" | "incomplete";

/** The judgement of one proposal against one rulebook. */
export interface Report {
  /** The verdict. A draft's `ineligible` is final: no partner that is added can mend it. */
  verdict: Verdict;
  /** In a draft only: the verdict of the same proposal as a closed one, were no partner added. */
  soFar?: Verdict;
  /** Whether the proposal was judged as a draft. */
  draft: boolean;
  /** The rulebook that was judged against. */
  rulebook: RulebookRef;
  /** What is wrong, and what may be better: unreadable and contradicting values first, then errors, then advice. */
  findings: readonly Finding[];
  /** What the open rules of severity `error` wait for. */
  missing: readonly Missing[];
  /** One entry for each instance of each rule, in the rulebook's order. */
  checks: readonly Check[];
  /** The range that each field may still take, all other given values as they are. */
  limits: readonly Limit[];
  /** What the applicant should know; it judges nothing. */
  notices: readonly Notice[];
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
  rules: readonly string[];
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
  countries: readonly CountryTotals[];
}

/** The sums of one country's partners. */
export interface CountryTotals extends Sums {
  /** ISO 3166-1 alpha-2 code. */
  country: string;
  /** How many partners. */
  partners: number;
}
