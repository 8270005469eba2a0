// The core, compiled when it is first needed.

import { compile, compiled } from "loading";

let running;
let starting;

/**
 * The exports of the module's crate. Where WebAssembly is refused (by a content security policy
 * without `'wasm-unsafe-eval'`), it is here that an error is thrown, and nowhere before.
 */
export function engine() {
  running ??= start(compiled());
  return running;
}

/** Compiles in the background; whoever calls `engine` meanwhile does not wait for it. */
export async function preload() {
  if (running !== undefined) return;
  starting ??= compile().finally(() => (starting = undefined));
  const module = await starting;
  running ??= start(module);
}

function start(module) {
  // A `require`, so that the bundle runs the glue here and not when the package is imported.
  const glue = require("module/glue.js");
  const { exports } = new WebAssembly.Instance(module, { "./module_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}
