// The module is a file beside this one, which has to be fetched first.

import { address } from "module/address.js";

export function compiled() {
  throw new Error("A slim entry of callcheck has its WebAssembly module in a file of its own: `await preload()` before the first use.");
}

/** Not `compileStreaming`, which insists on a media type that not every server sends. */
export async function compile() {
  const response = await fetch(address());
  if (!response.ok) throw new Error(`${response.url} cannot be had: the server answers ${response.status}.`);
  const bytes = await response.arrayBuffer();
  if (!isModule(bytes)) throw new Error(`${response.url} is no WebAssembly module: the file is not beside the script, and the server answers with another one.`);
  return WebAssembly.compile(bytes);
}

/** Servers for development answer what they do not find with a page. */
function isModule(bytes) {
  return bytes.byteLength > 4 && new DataView(bytes).getUint32(0) === 0x00_61_73_6d;
}
