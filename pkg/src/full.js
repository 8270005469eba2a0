// All of the entry `callcheck`, over a module that also puts a rulebook into words.

import { Rulebook, coreOf } from "./rulebook.js";

Object.defineProperties(Rulebook.prototype, {
  sheet: { configurable: true, get: asked((core) => core.sheet()) },
  proposalSchema: { configurable: true, get: asked((core) => core.proposalSchema()) },
});

/** A getter that reads what the core answers with a JSON text. */
function asked(ask) {
  return function () {
    return JSON.parse(ask(coreOf(this)));
  };
}

export * from "./index.js";
