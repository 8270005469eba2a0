// Bounds what is written of one value, whatever that value is.

/** More than 10,000 partners with every field filled take; in characters of JSON text. */
const MOST = 32 * 1024 * 1024;

/** How much may still be written. */
export class Room {
  #left = MOST;

  /** The text, or where there is no room for it, what stands for an unreadable value. */
  take(text, unreadable) {
    this.#left -= text.length + 1;
    return this.#left < 0 ? unreadable : text;
  }

  /** Whether so many characters may still fit. */
  has(characters) {
    return characters <= this.#left;
  }
}
