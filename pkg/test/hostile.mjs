// Values that a form can hold and JSON cannot say, or says as something else.

/** An object that contains itself. */
export function cycle() {
  const object = {};
  object.self = object;
  return object;
}

/** A proxy on which every operation throws. */
export function throwing() {
  const refuse = () => {
    throw new Error("no");
  };
  const traps = Object.getOwnPropertyNames(Reflect);
  return new Proxy({}, Object.fromEntries(traps.map((name) => [name, refuse])));
}

/** A proxy that was taken away. */
export function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** An object whose property throws when it is read. */
export function trapped(name) {
  return {
    get [name]() {
      throw new Error("no");
    },
  };
}

/** Bytes whose memory was given away. */
export function detached() {
  const bytes = new Uint8Array(8);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

/** Lists within lists, so many deep. */
export function deep(levels) {
  let value = [];
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

/** What is unreadable wherever a text, a number or a yes or no is wanted. */
export const noScalars = {
  NaN: NaN,
  Infinity: Infinity,
  "-Infinity": -Infinity,
  BigInt: 10n,
  function: () => "5",
  symbol: Symbol("5"),
  Date: new Date(0),
  Map: new Map([["a", 1]]),
  Set: new Set([1]),
  "boxed number": Object(5),
  "boxed string": Object("5"),
  "regular expression": /5/,
  bytes: new Uint8Array(3),
  "detached bytes": detached(),
  "detached buffer": detached().buffer,
  "shared buffer": new SharedArrayBuffer(8),
  promise: Promise.resolve(5),
  cycle: cycle(),
  "throwing proxy": throwing(),
  "revoked proxy": revoked(),
  "revoked array": revoked([]),
  "object with toString": { toString: () => "5" },
  "object with toJSON": { toJSON: () => "5" },
  "deep list": deep(100_000),
};

/** What is unreadable wherever an object is wanted. */
export const noObjects = Object.fromEntries(
  Object.entries(noScalars).filter(([name]) => !["cycle", "object with toString", "object with toJSON"].includes(name)),
);
