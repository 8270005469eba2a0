/**
 * JSON that may come from anywhere, read so that nothing in it is taken for something else: only
 * own properties count, whatever their names (`constructor` and `__proto__` are names like others).
 */

/** Whether a value is an object of JSON, not a list. */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property of an object or a list, else `undefined`. */
export const own = (holder, key) =>
  (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? holder[key] : undefined);

/** Writes an own property, even one called `__proto__`. */
export function put(holder, key, value) {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A table in which only what was written is found; empty where there was none. */
export const bare = (table) => Object.assign(Object.create(null), isObject(table) ? table : {});

/** A value as it stands in a field: a text as it is, anything else as its JSON. */
export const asText = (value) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** The most letters of a name or an entry that are told in a sentence. */
const TOLD = 80;

/** A text as it is told in a sentence: what is very long is cut. */
export const clipped = (text, most = TOLD) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** How many values a JSON value holds, itself among them; counted no further than `most`. */
export function countValues(value, most) {
  const waiting = [value];
  let count = 0;
  while (waiting.length && count < most) {
    count += 1;
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) waiting.push(inner);
  }
  return count + waiting.length;
}
