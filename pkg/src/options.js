// The options of `check` and `session`, as JSON text.

import { optionsError } from "./errors.js";

/** What the caller asks for; `undefined` where that is nothing. */
export function optionsText(options) {
  if (options === undefined || options === null) return undefined;
  const { draft, exchange } = options;
  if (draft !== undefined && typeof draft !== "boolean") {
    throw optionsError({ path: "/draft", message: "true or false is wanted." });
  }
  return text({ draft, exchange: exchange ?? undefined });
}

function text(options) {
  if (!["object", "undefined"].includes(typeof options.exchange)) {
    throw optionsError({ path: "/exchange", message: "an object with base and units is wanted." });
  }
  try {
    return JSON.stringify(options);
  } catch (cause) {
    throw optionsError({ path: "/exchange", message: `this cannot be written as JSON (${cause.message}).` });
  }
}
