// What a call demands, ready to judge by.

import { dispose } from "./dispose.js";
import { engine } from "./engine.js";
import { RulebookError, calling, optionsError } from "./errors.js";
import { Held } from "./held.js";
import { optionsText } from "./options.js";
import { held, judged } from "./proposal.js";
import { rulebookText } from "./rulebook-text.js";
import { Session } from "./session.js";
import { write } from "./written.js";

/** Only this module makes rulebooks: the key keeps others from calling the constructor. */
const KEY = Symbol("rulebook");

/** Whether a rulebook was freed. */
export let isFreed;
/** Asks the core of a rulebook that was not freed; the answer is a JSON text. */
export let ask;

/** A rulebook that was proven sound. */
export class Rulebook {
  #held;
  #identity;

  static {
    isFreed = (rulebook) => rulebook.#held.isFreed;
    ask = (rulebook, question, toError) => JSON.parse(rulebook.#held.ask(question, toError));
  }

  constructor(key, core) {
    if (key !== KEY) throw new TypeError("A rulebook is made by Rulebook.parse.");
    this.#held = new Held(core, "rulebook", "read it again");
    this.#identity = JSON.parse(calling(() => core.identity()));
    // A frozen object is left as it is by frameworks that wrap what they are given in proxies.
    Object.freeze(this);
  }

  static parse(rulebook) {
    const text = rulebookText(rulebook);
    const { Rulebook: Core } = engine();
    const core = calling(
      () => Core.parse(text),
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
    return ask(this, (core) => core.advice());
  }

  toJSON() {
    return ask(this, (core) => core.json());
  }

  check(proposal, options) {
    const asked = optionsText(options);
    const text = write(proposal, judged);
    return ask(this, (core) => core.check(text, asked), optionsError);
  }

  session(proposal, options) {
    const asked = optionsText(options);
    const text = write(proposal, held);
    return new Session(this.#held.ask((core) => core.session(text, asked), optionsError));
  }

  free() {
    this.#held.free();
  }

  [dispose]() {
    this.free();
  }
}

/** An embedded rulebook. */
export function embedded(id) {
  const { Rulebook: Core } = engine();
  return new Rulebook(KEY, calling(() => Core.embedded(id)));
}
