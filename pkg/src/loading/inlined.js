// The module is in the file itself.

import { inflateSync } from "fflate";
import { deflated, size } from "module/text.js";

export const compiled = () => new WebAssembly.Module(bytes());

export const compile = async () => WebAssembly.compile(await bytesInBackground());

function bytes() {
  const bytes = decoded(deflated);
  return ofNode()?.inflateRawSync(bytes) ?? inflateSync(bytes, { out: new Uint8Array(size) });
}

/**
 * Node.js's own, which takes a sixth of the time: here all code is cold. Asked of the process and not imported,
 * so that no bundler looks for it.
 */
function ofNode() {
  return globalThis.process?.getBuiltinModule?.("node:zlib");
}

/**
 * By the host's own code, which holds nothing up, where it has any for this format. Written and read by hand: a
 * `Response` makes Node.js load all it has for requests, and a `Blob` of jsdom has no stream.
 */
async function bytesInBackground() {
  const inflating = inflater();
  if (inflating === undefined) return bytes();
  const writer = inflating.writable.getWriter();
  const [inflated] = await Promise.all([whole(inflating.readable), writer.write(decoded(deflated)), writer.close()]);
  return inflated;
}

async function whole(readable) {
  const reader = readable.getReader();
  const bytes = new Uint8Array(size);
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes.set(chunk.value, length);
    length += chunk.value.length;
  }
  return bytes;
}

function inflater() {
  try {
    return new DecompressionStream("deflate-raw");
  } catch {
    return undefined;
  }
}

/** The bytes of base64. `Uint8Array.from` over the text takes ten times as long, a third of all loading. */
function decoded(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
