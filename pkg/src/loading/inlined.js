// The module is in the file itself.

import { inflateSync } from "fflate";
import { deflated, size } from "module/text.js";

export const compiled = () => new WebAssembly.Module(bytes());

export const compile = async () => WebAssembly.compile(bytes());

function bytes() {
  const packed = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  return inflateSync(packed, { out: new Uint8Array(size) });
}
