// The module is a file beside this one, which has to be fetched first.

import { address } from "module/address.js";

export function compiled() {
  throw new Error("callcheck/slim has its WebAssembly module in a file of its own: `await preload()` before the first use.");
}

/** Not `compileStreaming`, which insists on a media type that not every server sends. */
export async function compile() {
  const response = await fetch(address());
  if (!response.ok) throw new Error(`${response.url} cannot be had: the server answers ${response.status}.`);
  return WebAssembly.compile(await response.arrayBuffer());
}
