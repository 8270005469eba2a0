// The options of `check` and `session`, as JSON text.

import { optionsError, reason } from "./errors.js";

/** Many times what the rates of every currency take. */
const MOST = 64 * 1024;

/** What the caller asks for; `undefined` where that is nothing. */
export function optionsText(options) {
  if (options === undefined || options === null) return undefined;
  if (typeof options !== "object") throw optionsError({ message: "an object is wanted, such as { draft: true }." });
  const draft = option(options, "draft");
  const exchange = option(options, "exchange");
  if (draft !== undefined && typeof draft !== "boolean") {
    throw optionsError({ path: "/draft", message: "true or false is wanted." });
  }
  return text({ draft, exchange: exchange ?? undefined });
}

/** An own property, so that a polluted prototype asks for nothing. */
function option(options, name) {
  try {
    return Object.hasOwn(options, name) ? options[name] : undefined;
  } catch (cause) {
    throw optionsError({ path: `/${name}`, message: `this cannot be read${reason(cause)}.` });
  }
}

function text(options) {
  if (!["object", "undefined"].includes(typeof options.exchange)) {
    throw optionsError({ path: "/exchange", message: "an object with base and units is wanted." });
  }
  const written = json(options);
  if (written.length > MOST) throw optionsError({ path: "/exchange", message: "this is too long for a table of rates." });
  return written;
}

function json(options) {
  try {
    return JSON.stringify(options) ?? "null";
  } catch (cause) {
    throw optionsError({ path: "/exchange", message: `this cannot be written as JSON${reason(cause)}.` });
  }
}
