// What a call demands, ready to judge by.

import { engine } from "./engine.js";
import { RulebookError, calling, optionsError, problem } from "./errors.js";
import { optionsText } from "./options.js";
import { proposal as shape } from "./proposal.js";
import { Session } from "./session.js";
import { write } from "./written.js";

/** Only this module makes rulebooks: the key keeps others from calling the constructor. */
const KEY = Symbol("rulebook");

/** A rulebook that was proven sound. */
export class Rulebook {
  #core;
  #identity;

  constructor(key, core) {
    if (key !== KEY) throw new TypeError("A rulebook is made by Rulebook.parse.");
    this.#core = core;
    this.#identity = JSON.parse(core.identity());
    // A frozen object is left as it is by frameworks that wrap what they are given in proxies.
    Object.freeze(this);
  }

  static parse(rulebook) {
    const text = typeof rulebook === "string" ? rulebook : rulebookText(rulebook);
    const core = calling(
      () => engine().Rulebook.parse(text),
      (problems) => new RulebookError(problems),
    );
    return new Rulebook(KEY, core);
  }

  get id() {
    return this.#identity.id;
  }

  get version() {
    return this.#identity.version;
  }

  get title() {
    return this.#identity.title;
  }

  get digest() {
    return this.#identity.digest;
  }

  get advice() {
    return JSON.parse(this.#core.advice());
  }

  get sheet() {
    return JSON.parse(this.#core.sheet());
  }

  get proposalSchema() {
    return JSON.parse(this.#core.proposalSchema());
  }

  toJSON() {
    return JSON.parse(this.#core.json());
  }

  check(proposal, options) {
    const asked = optionsText(options);
    const text = write(proposal, shape);
    return JSON.parse(calling(() => this.#core.check(text, asked), optionsError));
  }

  session(proposal, options) {
    const asked = optionsText(options);
    const text = write(proposal, shape);
    return new Session(calling(() => this.#core.session(text, asked), optionsError));
  }
}

/** An embedded rulebook. */
export function embedded(id) {
  return new Rulebook(KEY, engine().Rulebook.embedded(id));
}

/** Two blanks a level, so that the lines and columns of problems are those of a formatted file. */
function rulebookText(rulebook) {
  if (typeof rulebook !== "object" || rulebook === null) {
    throw new RulebookError([problem("A rulebook is an object, or the text of one.")]);
  }
  try {
    return JSON.stringify(rulebook, null, 2) ?? "null";
  } catch (cause) {
    throw new RulebookError([problem(`This cannot be written as JSON (${cause.message}).`)], { cause });
  }
}
