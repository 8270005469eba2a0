// The rulebooks that the package brings, read when they are first asked for.

import { ids } from "../build/ids.js";
import { embedded, isFreed } from "./rulebook.js";

/** An object without a prototype, so that only ids are found in it. */
export const rulebooks = /* @__PURE__ */ all();

function all() {
  return Object.freeze(Object.create(null, Object.fromEntries(ids.map((id) => [id, lazily(id)]))));
}

/** One that was freed by someone is read again for the next one who asks. */
function lazily(id) {
  let read;
  const get = () => (read === undefined || isFreed(read) ? (read = embedded(id)) : read);
  return { enumerable: true, get };
}
