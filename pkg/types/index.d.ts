/// <reference lib="esnext.disposable" />
// callcheck judges a funding proposal against the rules of a call, while it is being typed.

import type { Path, Report } from "./report.js";
import type { RulebookJson } from "./rulebook.js";
import type { Rulebooks } from "./rulebooks.js";

export type * from "./proposal.js";
export type * from "./report.js";
export type * from "./rulebook.js";
export type { RulebookId, Rulebooks } from "./rulebooks.js";

/**
 * What a call demands: a rulebook that was read, proven sound and prepared, to judge many proposals.
 *
 * @example
 * const rulebook = Rulebook.parse(text);
 * const report = rulebook.check({ partners: [{ country: "DK", grant: "260000" }] });
 * for (const finding of report.findings) console.log(finding.path, finding.message);
 */
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

  /** Its id. */
  get id(): string;
  /** Its version. */
  get version(): string;
  /** Its title. */
  get title(): string;
  /** `sha256:` and the digest of its RFC 8785 form: equal for equal rules, however they are formatted. */
  get digest(): string;
  /** What could be better in it; a new list each time. */
  get advice(): Problem[];
  /** The rulebook itself; a new object each time. */
  toJSON(): RulebookJson;

  /**
   * Judges a proposal, whatever it is: see {@link Proposal} for what can be read. What cannot be
   * read is a finding `invalid-value` at its own path, also what JSON could not say: NaN, a BigInt,
   * a function, a Date, a getter that throws. Only own properties count: an object of a class whose
   * fields are getters, such as `$state` fields in Svelte, looks empty. A list of more than 10,000
   * partners is one finding; what lies beyond 32 million characters of JSON counts as unreadable, of
   * which each value takes 32 at least.
   *
   * @throws {TypeError} Where the options cannot be read; never because of the proposal.
   * @throws {Error} Where the module's memory is full.
   */
  check(proposal: unknown, options?: Options): Report;

  /**
   * Holds a proposal while it is being typed: a change costs no new reading of the whole. Of more
   * than 100,000 partners none is kept.
   *
   * @throws {TypeError} Where the options cannot be read; never because of the proposal.
   * @throws {Error} Where the module's memory is full.
   */
  session(proposal: unknown, options?: Options): Session;

  /**
   * Gives the memory back; afterwards only `id`, `version`, `title` and `digest` can be asked for, and
   * all else throws. Sessions that were begun go on. What is never freed is collected, once the
   * program comes to rest: not within a loop that does not wait for anything.
   */
  free(): void;

  /** The same as `free`, for `using`. */
  [Symbol.dispose](): void;
}

/** How to judge: a plain object, of which only own properties count; a `Map` or an object of a class is refused. */
export interface Options {
  /** Whether partners may still be added. A form that is being filled in is a draft. */
  draft?: boolean | undefined;
  /** Exchange rates to use instead of the rulebook's. */
  exchange?: Exchange | null | undefined;
}

/** Exchange rates. */
export interface Exchange {
  /** ISO 4217 code of the currency that has the rate 1. */
  base: string;
  /** Units of each currency for one unit of `base`, such as `{ DKK: "7.46" }`. */
  units: Record<string, string | number>;
}

/**
 * A proposal held while it is being typed.
 *
 * @example
 * using session = rulebook.session({ partners: [{}] }, { draft: true });
 * session.set("/partners/0/grant", "45000");
 * const { verdict, soFar, limits } = session.report();
 */
export class Session {
  private constructor();

  /**
   * Sets one field. `/partners/-` adds a partner, and so does the index behind the last one.
   * `undefined` removes the field; a partner that is removed moves the later ones up. The value may be
   * anything, as in `check`: only amounts may be strings, counts and months are numbers.
   *
   * A path to a field that the format does not know, such as `/partners/0/grnat`, is ignored without an
   * error, as such a field is in a proposal.
   *
   * @throws {RangeError} Where the path is no JSON Pointer or leads nowhere, or where the session would
   * hold more than 64 MiB, counted as its texts and 32 bytes for each value and key. It is then as it was.
   * @throws {Error} Where the module's memory is full; the session is then lost.
   */
  set(path: Path, value: unknown): void;

  /**
   * Exactly what `check` would say of the proposal as it stands, frozen. What is as it was in the report
   * before is the same object: an entry of a list, a list, and the whole report where nothing changed; only
   * where all partners are set anew, or very many entries come or go at once, an entry may be a new object. So
   * it suits what compares by identity, such as React's `memo` and `useSyncExternalStore`.
   *
   * @throws {Error} Where the module's memory is full, or was during a `set`.
   */
  report(): Report;

  /**
   * Gives the memory back; afterwards `set` and `report` throw. What is never freed is collected, once
   * the program comes to rest: a component that may be mounted again with the same session, as React
   * does under `StrictMode`, leaves it to that.
   *
   * @throws {Error} Where the module failed during a `set`: that memory cannot be given back.
   */
  free(): void;

  /** The same as `free`, for `using`. */
  [Symbol.dispose](): void;
}

/**
 * The rulebooks that the package brings, by id; each is read when it is first asked for, and again once
 * freed. What is no such id is `undefined`.
 *
 * @example
 * const ids = Object.keys(rulebooks) as RulebookId[];
 * const titles = ids.map((id) => rulebooks[id].title);
 */
export const rulebooks: Rulebooks<Rulebook>;

/**
 * Compiles the WebAssembly module in the background, so that the first use does not wait for it.
 * With `callcheck/slim` in a browser this fetches the module, and has to come before the first use;
 * everywhere else it is a choice.
 *
 * Rejects where the module cannot be fetched, or WebAssembly is refused; calling again tries again.
 */
export function preload(): Promise<void>;

/**
 * A rulebook that cannot be used. Between threads an error keeps its `message` alone: send the `problems`,
 * which are plain data, as reports are.
 */
export class RulebookError extends Error {
  /** Of at least one problem: those that a worker sent, say. */
  constructor(problems: Problem[]);

  /** What kind of error it is, also where `instanceof` does not know it: between two copies of the package. */
  readonly name: "RulebookError";
  /** At least one, in the order of the text. */
  readonly problems: Problem[];
}

/** One problem of a rulebook, or one piece of advice. */
export interface Problem {
  /** RFC 6901 pointer into the rulebook. */
  pointer: string;
  /** The line in its text, from 1. */
  line: number;
  /** The column in that line, in characters, from 1. */
  column: number;
  /** What is wrong, and what would be right. */
  message: string;
}
