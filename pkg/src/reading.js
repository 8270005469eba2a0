// Reads from objects that may be anything: with getters that throw, proxies that lie, prototypes
// that someone has changed. Nothing here throws.

const { isArray } = Array;
const { getPrototypeOf, hasOwn, keys, prototype } = Object;
const { toString } = prototype;

/** Stands for what could not be read. Like every symbol, it is nothing that JSON can say. */
const UNREADABLE = Symbol("unreadable");

/** What a value is for JSON: "object", "array", or neither of them. */
export function kind(value) {
  if (typeof value !== "object" || value === null) return "other";
  try {
    if (isArray(value)) return "array";
    return isPlain(value) ? "object" : "other";
  } catch {
    return "other";
  }
}

/** Whether its properties are what it holds: a Map, a Date or a boxed number would look empty. */
function isPlain(value) {
  const parent = getPrototypeOf(value);
  return parent === prototype || parent === null || toString.call(value) === "[object Object]";
}

/** What an object says it is, such as "Map"; `undefined` where it does not. */
export function className(object) {
  try {
    return toString.call(object).slice("[object ".length, -1);
  } catch {
    return undefined;
  }
}

/** An own property; nothing inherited. `undefined` where there is none. */
export function read(object, key) {
  try {
    return hasOwn(object, key) ? object[key] : undefined;
  } catch {
    return UNREADABLE;
  }
}

/** The names of its own properties; `undefined` where they cannot be had. */
export function names(object) {
  try {
    return keys(object);
  } catch {
    return undefined;
  }
}

/** How many items an array has; `undefined` where that cannot be had. */
export function length(array) {
  try {
    const { length } = array;
    return Number.isSafeInteger(length) && length >= 0 ? length : undefined;
  } catch {
    return undefined;
  }
}
