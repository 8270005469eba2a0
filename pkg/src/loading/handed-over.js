// A module that came from outside.

const { toString } = Object.prototype;

/**
 * The module, if it is one. That is told by its tag: in an edge runtime's sandbox it may come from
 * another realm, where `instanceof` does not know it.
 */
export function handedOver(module) {
  if (toString.call(module) === "[object WebAssembly.Module]") return module;
  throw new TypeError("The host did not make a WebAssembly.Module of the .wasm file that callcheck imports.");
}
