// The options of `check` and `session`, as JSON text.

import { optionsError, reason } from "./errors.js";
import { fields, scalar, table, write } from "./written.js";

const { getPrototypeOf, hasOwn } = Object;

/** What the core reads; it says itself what is wrong with a value. */
const shape = fields({ draft: scalar, exchange: fields({ base: scalar, units: table(scalar) }) });

/** What the caller asks for; `undefined` where that is nothing. */
export function optionsText(options) {
  if (isNothing(options)) return undefined;
  if (typeof options !== "object") throw optionsError({ message: WANTED });
  const draft = option(options, "", "draft");
  const exchange = option(options, "", "exchange");
  plain(options, "", WANTED);
  return write({ draft, exchange: isNothing(exchange) ? undefined : rates(exchange) }, shape);
}

const WANTED = "an object is wanted, such as { draft: true }";

function rates(exchange) {
  plain(exchange, "/exchange", "an object with base and units is wanted");
  const base = option(exchange, "/exchange", "base");
  const units = option(exchange, "/exchange", "units");
  plain(units, "/exchange/units", "an object of currencies is wanted, such as { DKK: \"7.46\" }");
  return { base, units };
}

function isNothing(value) {
  return value === undefined || value === null;
}

/** An own property, so that a polluted prototype asks for nothing. */
function option(object, path, name) {
  try {
    return hasOwn(object, name) ? object[name] : undefined;
  } catch (cause) {
    throw optionsError({ path: `${path}/${name}`, message: `this cannot be read${reason(cause)}` });
  }
}

/** What has a class, such as a Map, keeps what it holds where nobody would look for it here. */
function plain(value, path, wanted) {
  if (typeof value !== "object" || value === null || !isPlain(value)) throw optionsError({ path, message: wanted });
}

function isPlain(object) {
  try {
    const parent = getPrototypeOf(object);
    return parent === null || getPrototypeOf(parent) === null;
  } catch {
    return false;
  }
}
