// Bounds what is written of one value, whatever that value is.

/** More than 10,000 partners with every field filled take; in characters of JSON text. */
const MOST = 32 * 1024 * 1024;

/**
 * What a short value counts as. Each may become a finding, which takes many times its characters, and of
 * this many findings the report still fits into the memory of a module.
 */
const LEAST = 32;

/** How much may still be written. */
export class Room {
  #left = MOST;

  /** The text, or where there is no room for it, what stands for an unreadable value. */
  take(text, unreadable) {
    this.#left -= Math.max(text.length + 1, LEAST);
    return this.#left < 0 ? unreadable : text;
  }

  /** Whether so many characters may still fit. */
  has(characters) {
    return characters <= this.#left;
  }
}
