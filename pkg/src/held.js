// What the core holds for an object of this side, until the object gives it back.

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

  get core() {
    if (this.#core === undefined) throw new Error(`This ${this.#what} was freed; ${this.#instead}.`);
    return this.#core;
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }
}
