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

/** What turns the direction of the text after it. */
const TURNS = /\p{Bidi_Control}/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Around a text of its own direction: what stands beside it keeps its order. */
const [APART, END] = ['\u2068', '\u2069'];

/** A text that may come from anywhere, without what would turn the direction of the text after it. */
export const unturned = (text) => text.replace(TURNS, '');

/** A text as it is told in a sentence: what is very long is cut, and no direction of its letters reaches the rest. */
export function clipped(text, most = TOLD) {
  const told = unturned(text);
  const cut = told.length > most ? `${told.slice(0, most)}…` : told;
  return RIGHT_TO_LEFT.test(cut) ? APART + cut + END : cut;
}

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
