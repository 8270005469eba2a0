// The rulebooks that the package brings, read when they are first asked for.

import { ids } from "../build/ids.js";
import { embedded } from "./rulebook.js";

/** An object without a prototype, so that only ids are found in it. */
export const rulebooks = /* @__PURE__ */ all();

function all() {
  return Object.freeze(Object.create(null, Object.fromEntries(ids.map((id) => [id, lazily(id)]))));
}

function lazily(id) {
  let read;
  return { enumerable: true, get: () => (read ??= embedded(id)) };
}
