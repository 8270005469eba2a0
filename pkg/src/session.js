// A proposal held while it is being typed.

import { dispose } from "./dispose.js";
import { editError } from "./errors.js";
import { Held } from "./held.js";
import { placeAt } from "./proposal.js";
import { snapshot } from "./snapshot.js";
import { write } from "./written.js";

/** Longer than any path of a proposal, and short enough for the core. */
const LONGEST_PATH = 1024;

/** A proposal held in the core. */
export class Session {
  #held;
  #last;
  #isLastCurrent = false;

  constructor(core) {
    if (typeof core?.report !== "function") throw new TypeError("A session is made by rulebook.session.");
    this.#held = new Held(core, "session", "start another one");
    Object.freeze(this);
  }

  set(path, value) {
    if (typeof path !== "string") throw new TypeError("The path is a JSON Pointer, such as \"/partners/0/grant\".");
    if (path.length > LONGEST_PATH) throw editError({ path, message: "is longer than any path of a proposal" });
    const text = value === undefined ? undefined : write(value, placeAt(path));
    this.#isLastCurrent = false;
    this.#held.ask((core) => core.set(path, text), editError);
  }

  report() {
    if (!this.#isLastCurrent) this.#renew();
    return this.#last;
  }

  #renew() {
    const last = this.#last;
    // Should anything fail on the way, the next report comes as a whole.
    this.#last = undefined;
    const text = this.#held.ask((core) => core.report(last !== undefined));
    this.#last = snapshot(text, last);
    this.#isLastCurrent = true;
  }

  free() {
    this.#last = undefined;
    this.#isLastCurrent = false;
    this.#held.free();
  }

  [dispose]() {
    this.free();
  }
}
