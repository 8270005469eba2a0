// All of the entry `callcheck`, over a module that also puts a rulebook into words.

import { Rulebook, ask } from "./rulebook.js";

Object.defineProperties(Rulebook.prototype, {
  sheet: { configurable: true, get: asked((core) => core.sheet()) },
  proposalSchema: { configurable: true, get: asked((core) => core.proposalSchema()) },
});

/** A getter that reads what the core answers with a JSON text. */
function asked(question) {
  return function () {
    return ask(this, question);
  };
}

export * from "./index.js";
