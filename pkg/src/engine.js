// The core, compiled when it is first needed.

import { inflateSync } from "fflate";
import { deflated, size } from "../build/module.js";

let running;

/**
 * The exports of `hosts/js`. Where WebAssembly is refused (by a content security policy without
 * `'wasm-unsafe-eval'`), it is here that an error is thrown, and nowhere before.
 */
export function engine() {
  running ??= start();
  return running;
}

function start() {
  // A `require`, so that the bundle runs the glue here and not when the package is imported: it
  // makes a TextDecoder at once, which not every place has that only imports the package.
  const glue = require("../build/callcheck_bg.js");
  const module = new WebAssembly.Module(bytes());
  const { exports } = new WebAssembly.Instance(module, { "./callcheck_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}

function bytes() {
  const packed = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  return inflateSync(packed, { out: new Uint8Array(size) });
}
