// A proposal held while it is being typed.

import { calling, editError } from "./errors.js";
import { placeAt } from "./proposal.js";
import { write } from "./written.js";

/** The name under which `using` looks for what ends a session. */
const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/** A proposal held in the core. */
export class Session {
  #core;

  constructor(core) {
    if (typeof core?.report !== "function") throw new TypeError("A session is made by rulebook.session.");
    this.#core = core;
    Object.freeze(this);
  }

  set(path, value) {
    if (typeof path !== "string") throw new TypeError("The path is a JSON Pointer, such as \"/partners/0/grant\".");
    const text = value === undefined ? undefined : write(value, placeAt(path));
    calling(() => this.#held().set(path, text), editError);
  }

  report() {
    return JSON.parse(this.#held().report());
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }

  [dispose]() {
    this.free();
  }

  #held() {
    if (this.#core === undefined) throw new Error("This session was freed; start another one.");
    return this.#core;
  }
}
