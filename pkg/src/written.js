// Writes what a form holds as JSON text.
//
// A proposal comes from anywhere and may be anything, so it is not handed to JSON.stringify: that
// throws at a BigInt and at a cycle, runs toJSON, and makes of NaN, a Map and a Date something that
// looks as if it had been meant. Here a value is walked by the shape of its place. What JSON can
// say is written as it is; anything else is written as something unreadable at that very place,
// where the report then names it.

import { kind, length, names, read } from "./reading.js";
import { Room } from "./room.js";

const { stringify } = JSON;

/** Unreadable where a text, a number or a yes or no is wanted. */
const NO_SCALAR = "{}";
/** Unreadable where an object or a list is wanted. */
const NO_CONTAINER = "0";

const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What cannot stand in a JSON text as it is, or might not be Unicode. */
const SPECIAL = /["\\\u0000-\u001F\uD800-\uDFFF]/;

/** The JSON text of a value, by the shape of its place. */
export function write(value, shape) {
  return value === undefined ? "null" : shape.write(value, new Room());
}

/** A text, a number, or a yes or no. */
export const scalar = {
  write: (value, room) => (kind(value) === "array" ? room.take("[]", NO_SCALAR) : primitive(value, room, NO_SCALAR)),
  at: () => scalar,
};

/** A list, of at most so many items: one more is written of a longer one, and these as `null`. */
export function list(item, most = Infinity) {
  return {
    write(value, room) {
      if (kind(value) !== "array") return misplaced(value, room);
      const count = length(value);
      if (count > most) return `[${"null,".repeat(most)}null]`;
      return count === undefined || !room.has(count) ? NO_CONTAINER : items(value, count, item, room);
    },
    at: () => item,
  };
}

/** A list, or else a scalar. */
export function oneOrMore(item) {
  const several = list(item);
  return {
    write: (value, room) => (kind(value) === "array" ? several : item).write(value, room),
    at: () => item,
  };
}

/** An object with these fields; others are left out. */
export function fields(shapes) {
  const known = Object.entries(shapes).map(([name, shape]) => ({ name, key: `${stringify(name)}:`, shape }));
  const shape = new Map(Object.entries(shapes));
  return {
    write: (value, room) => (kind(value) === "object" ? written(value, known, room) : misplaced(value, room)),
    at: (name) => shape.get(name) ?? scalar,
  };
}

/** An object whose keys are its own. */
export function table(entry) {
  return {
    write(value, room) {
      if (kind(value) !== "object") return misplaced(value, room);
      const own = names(value);
      return own === undefined ? NO_CONTAINER : entries(value, own, entry, room);
    },
    at: () => entry,
  };
}

function items(array, count, item, room) {
  let text = "";
  for (let i = 0; i < count; i++) {
    if (!room.has(0)) return NO_CONTAINER;
    const value = read(array, i);
    text += (i === 0 ? "" : ",") + (value === undefined ? room.take("null", "null") : item.write(value, room));
  }
  return `[${text}]`;
}

function written(object, known, room) {
  if (!room.has(0)) return NO_CONTAINER;
  let text = "";
  for (const { name, key, shape } of known) {
    const value = read(object, name);
    if (value !== undefined) text += (text && ",") + key + shape.write(value, room);
  }
  return `{${text}}`;
}

function entries(object, own, entry, room) {
  let text = "";
  for (const name of own) {
    const key = room.has(name.length) && room.take(string(name), false);
    if (!key) return NO_CONTAINER;
    const value = read(object, name);
    if (value !== undefined) text += `${text && ","}${key}:${entry.write(value, room)}`;
  }
  return `{${text}}`;
}

/** What does not belong where an object or a list is wanted, recognisable where JSON can say it. */
function misplaced(value, room) {
  switch (kind(value)) {
    case "object":
      return room.take("{}", NO_CONTAINER);
    case "array":
      return room.take("[]", NO_CONTAINER);
    default:
      return primitive(value, room, NO_CONTAINER);
  }
}

function primitive(value, room, unreadable) {
  const isTooLong = typeof value === "string" && !room.has(value.length);
  return room.take((isTooLong ? undefined : said(value)) ?? unreadable, unreadable);
}

/** A value as JSON says it; `undefined` where it cannot. */
function said(value) {
  switch (typeof value) {
    case "string":
      return string(value);
    case "number":
      return Number.isFinite(value) ? String(value) : undefined;
    case "boolean":
      return String(value);
    default:
      return value === null ? "null" : undefined;
  }
}

/** A text. What is no Unicode, one half of a surrogate pair, becomes a replacement character. */
function string(value) {
  return SPECIAL.test(value) ? stringify(value.replace(LONE_SURROGATE, "\uFFFD")) : `"${value}"`;
}
