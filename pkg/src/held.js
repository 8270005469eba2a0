// What the core holds for an object of this side, until the object gives it back.

import { calling } from "./errors.js";

/** Holds it, and says what to do instead where it was given back. */
export class Held {
  #core;
  #what;
  #instead;

  constructor(core, what, instead) {
    this.#core = core;
    this.#what = what;
    this.#instead = instead;
  }

  get isFreed() {
    return this.#core === undefined;
  }

  /** What the core answers; what it throws on purpose becomes an error of that kind. */
  ask(question, toError) {
    const core = this.#core;
    if (core === undefined) throw new Error(`This ${this.#what} was freed; ${this.#instead}.`);
    return calling(() => question(core), toError);
  }

  /** What failed inside the core cannot be given back, and is let go all the same. */
  free() {
    const core = this.#core;
    this.#core = undefined;
    calling(() => core?.free());
  }
}
