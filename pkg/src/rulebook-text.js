// A rulebook as JSON text, whatever was given as one.

import { RulebookError, problem, reason } from "./errors.js";
import { className, kind } from "./reading.js";

/** Many times what the longest call takes, and far less than the core has memory for. */
const MOST = 16 * 1024 * 1024;

/** The text; an object's has two blanks a level, so that its lines are those of a formatted file. */
export function rulebookText(rulebook) {
  const text = typeof rulebook === "string" ? rulebook : written(rulebook);
  if (text.length > MOST) {
    throw new RulebookError([problem(`A rulebook has at most ${MOST.toLocaleString("en")} characters; this one has more.`)]);
  }
  return text;
}

function found(value) {
  const name = typeof value === "object" && value !== null ? className(value) : undefined;
  return name === undefined ? "" : `; this is neither, but of the kind ${name}`;
}

/** A `toJSON` that someone gave to all objects or lists says nothing about this one. */
function unpolluted(key, value) {
  const own = this[key];
  const isPlain = typeof own === "object" && own !== null && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(own));
  return isPlain && !Object.hasOwn(own, "toJSON") ? own : value;
}

/** A promise, a response or the bytes of a file would look like an object in which everything is missing. */
function written(rulebook) {
  if (kind(rulebook) === "other") {
    throw new RulebookError([problem(`A rulebook is an object, or the text of one${found(rulebook)}.`)]);
  }
  try {
    return JSON.stringify(rulebook, unpolluted, 2) ?? "null";
  } catch (cause) {
    throw new RulebookError([problem(`This cannot be written as JSON${reason(cause)}.`)], { cause });
  }
}
