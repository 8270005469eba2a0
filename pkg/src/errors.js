// What is thrown, and how it comes out of the core.

/** A rulebook that cannot be used. */
export class RulebookError extends Error {
  // Defined, not assigned: where `Error.prototype` is frozen, an assignment of `name` throws.
  name = "RulebookError";
  problems;

  constructor(problems, options) {
    super(sentence(problems), options);
    this.problems = problems;
  }
}

function sentence(problems) {
  const [first] = problems;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const place = `line ${first.line}, column ${first.column}`;
  return `The rulebook has ${count}${problems.length === 1 ? "" : "; the first"}: ${place}: ${first.message}`;
}

/** One problem of a rulebook as a whole. */
export function problem(message) {
  return { pointer: "", line: 1, column: 1, message };
}

/** What is thrown that is no text comes from a trap, or from what one left behind. */
const FAILED =
  "The WebAssembly module failed, most likely because its memory is full. Free what is not needed; a session that failed has to be started anew.";

/** Calls into the core; what it throws on purpose, a text of JSON, becomes an error of that kind. */
export function calling(call, toError = ({ message }) => new Error(message)) {
  try {
    return call();
  } catch (thrown) {
    throw typeof thrown === "string" ? toError(JSON.parse(thrown)) : new Error(FAILED, { cause: thrown });
  }
}

/** The options cannot be read. */
export function optionsError({ path = "", message }) {
  return new TypeError(withEnd(`The options${path && ` at ${shortened(path)}`}: ${message}`));
}

/** An edit cannot be made; the message goes on after its path. */
export function editError({ path, message }) {
  return new RangeError(withEnd(`"${shortened(path)}" ${message}`));
}

/** A sentence with its end: the core's have none, but for a question. */
function withEnd(sentence) {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What was thrown at us says, in brackets; nothing where that cannot be told, since anything may be thrown. */
export function reason(thrown) {
  try {
    const { message } = thrown;
    return typeof message === "string" ? ` (${shortened(message)})` : "";
  } catch {
    return "";
  }
}

/** As much of a text as fits into a sentence. */
function shortened(text) {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
