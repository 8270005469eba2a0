// A report put together from the last one and what changed since.

const { isArray } = Array;
const { freeze, keys } = Object;

/**
 * The report of a text in which a number stands for what is as it was in the last one: for an entry of a
 * list its index there. The last one itself where all is as it was. Frozen, since reports share what they
 * have in common.
 */
export function snapshot(text, last) {
  const report = JSON.parse(text);
  for (const name of keys(report)) report[name] = part(report[name], last?.[name]);
  return last !== undefined && isSame(report, last) ? last : freeze(report);
}

function isSame(report, last) {
  const names = keys(report);
  return names.length === keys(last).length && names.every((name) => report[name] === last[name]);
}

function part(now, last) {
  if (now === 0) return last;
  return isArray(now) ? list(now, last) : frozen(now);
}

function list(entries, last) {
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    entries[i] = typeof entry === "number" ? last[entry] : frozen(entry);
  }
  return freeze(entries);
}

/** With all that it holds. */
function frozen(value) {
  if (typeof value !== "object" || value === null) return value;
  for (const key of keys(value)) frozen(value[key]);
  return freeze(value);
}
