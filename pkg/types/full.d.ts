// All of `callcheck`, and a rulebook in words.

import type { Rulebook as Judge } from "./index.js";
import type { Rulebooks } from "./rulebooks.js";
import type { Severity, Source } from "./source.js";

export * from "./index.js";

/** What a call demands: all that a rulebook of `callcheck` does, and more. */
export class Rulebook {
  private constructor();

  /**
   * Reads a rulebook: a JSON text, or the object that it stands for. An object's problems have the
   * lines and columns of its text with two blanks a level.
   *
   * @throws {RulebookError} With every problem at once.
   * @throws {Error} Where the module's memory is full.
   */
  static parse(rulebook: string | object): Rulebook;

  /** Its rules in words; a new object each time. */
  get sheet(): Sheet;
  /** The JSON Schema (2020-12) of a proposal to it; a new object each time. */
  get proposalSchema(): Record<string, unknown>;
}

/** What a rulebook of `callcheck` does. */
export interface Rulebook extends Judge {}

/** The rulebooks that the package brings, by id; each is read when it is first asked for. */
export const rulebooks: Rulebooks<Rulebook>;

/** A rulebook in words. */
export interface Sheet {
  /** The rulebook's id. */
  id: string;
  /** Its version. */
  version: string;
  /** Its title. */
  title: string;
  /** Its digest. */
  digest: string;
  /** Every rule, rows as rules of their own. */
  rules: SheetRule[];
  /** Every notice. */
  notices: SheetNotice[];
  /** The exchange table; `null` where there is none. */
  exchange: string | null;
}

/** A rule in words. */
export interface SheetRule {
  /** The rule's id. */
  id: string;
  /** Its title. */
  title: string;
  /** How much it weighs. */
  severity: Severity;
  /** Whom it speaks of; `null` where that is all partners together. */
  appliesTo: string | null;
  /** The condition; `null` where it always applies. */
  when: string | null;
  /** What it demands. */
  requires: string;
  /** The countries that its filter names, ISO 3166-1 alpha-2. */
  countries: string[];
  /** Where the call says so. */
  source: Source;
}

/** A notice in words. */
export interface SheetNotice {
  /** The notice's id. */
  id: string;
  /** What it tells. */
  title: string;
  /** When it applies; `null` where it always does. */
  when: string | null;
  /** The amount, such as `EUR 10,000`; `null` where it names none. */
  amount: string | null;
  /** Where the call says so. */
  source: Source;
}
