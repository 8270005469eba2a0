// Hostile JavaScript at every door: a finding or a clear error, never a trap, and the module answers
// afterwards as it did before.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { Rulebook, RulebookError } from "callcheck";
import { cycle, deep, noScalars, throwing, trapped } from "./hostile.mjs";
import { containerPlaces, proposal, sample, scalarPlaces, withValue } from "./sample.mjs";

const rulebook = Rulebook.parse(sample);
const expected = rulebook.check(proposal);

/** A hundred million characters, and a text that takes three bytes a character. */
const huge = { "100 MB": "x".repeat(100_000_000), "as much in other letters": "€".repeat(34_000_000) };

const hostile = {
  ...noScalars,
  ...huge,
  "sparse list": [, , 5],
  "huge list": new Array(2 ** 32 - 1),
  "lying proxy": new Proxy([], { get: (target, name) => (name === "length" ? 1000 : {}), ownKeys: () => ["length"] }),
  "endless keys": new Proxy({}, { ownKeys: () => Array.from({ length: 10_000 }, (_, i) => String(i)), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: "1" }) }),
  "symbol keys": { [Symbol("grant")]: 1, [Symbol.toPrimitive]: () => 5 },
  generator: (function* () {})(),
  "weak map": new WeakMap(),
  error: new Error("no"),
  "global object": globalThis,
};

/** The module is as it was. */
function assertAnswering(hint) {
  assert.deepEqual(rulebook.check(proposal), expected, hint);
}

/** A finding each, none of them longer than a sentence. */
function assertReport(report, hint) {
  assert.ok(["eligible", "ineligible", "incomplete"].includes(report.verdict), hint);
  for (const { message, path } of report.findings) assert.ok(message.length < 1000 && path.length < 1000, hint);
}

/** One of the package's own errors, which says something and not too much. */
function assertClear(error, hint) {
  const own = error instanceof RulebookError || error instanceof TypeError || error instanceof RangeError;
  assert.ok(own, `${hint}: ${error}`);
  assert.match(error.message, /^(The rulebook has \d+ problem|The options( at \S+)?: |The path is |"[^]*" (is|leads|has) )/u, hint);
  assert.ok(error.message.length < 1000, hint);
}

for (const [name, value] of Object.entries(hostile)) {
  test(`${name}, anywhere in a proposal`, () => {
    for (const path of [...containerPlaces, ...scalarPlaces]) assertReport(rulebook.check(withValue(path, value)), path);
    assertAnswering(name);
  });

  test(`${name}, set in a session`, () => {
    for (const path of [...containerPlaces, ...scalarPlaces.filter((place) => place.startsWith("/partners"))]) {
      const session = rulebook.session(proposal);
      session.set(path, value);
      assertReport(session.report(), path);
      session.free();
    }
    assertAnswering(name);
  });

  test(`${name}, as a path`, () => {
    const session = rulebook.session(proposal);
    assert.throws(() => session.set(value, "1"), (error) => (assertClear(error, name), true));
    if (typeof value === "string") assert.throws(() => session.set(`/partners/0/${value}/x`, "1"), (error) => (assertClear(error, name), true));
    assert.deepEqual(session.report(), expected);
    session.free();
  });

  test(`${name}, as options`, () => {
    const given = [value, { draft: value }, { exchange: value }, { exchange: { base: value, units: {} } }, { exchange: { base: "EUR", units: value } }, { exchange: { base: "EUR", units: { DKK: value } } }];
    for (const options of given) {
      try {
        rulebook.check(proposal, options);
      } catch (error) {
        assertClear(error, name);
      }
    }
    assertAnswering(name);
  });

  test(`${name}, as a rulebook or in one`, () => {
    const given = [value, { ...sample, title: value }, { ...sample, rules: value }, { ...sample, rules: [value] }, { ...sample, questions: value }, { ...sample, groups: { a: value } }];
    for (const rules of given) {
      try {
        Rulebook.parse(rules);
      } catch (error) {
        assertClear(error, name);
      }
    }
    assertAnswering(name);
  });
}

test("options are an object, and say where they cannot be read", () => {
  for (const options of [5, "draft", true, 1n, Symbol("draft"), () => 1]) {
    assert.throws(() => rulebook.check({}, options), { name: "TypeError", message: /^The options: / });
  }
  assert.throws(() => rulebook.check({}, trapped("draft")), { name: "TypeError", message: "The options at /draft: this cannot be read (no)." });
  assert.throws(() => rulebook.check({}, throwing()), { name: "TypeError", message: /^The options at \/draft/ });
  const silent = { get draft() { throw undefined; } };
  assert.throws(() => rulebook.check({}, silent), { name: "TypeError", message: "The options at /draft: this cannot be read." });
});

test("a getter that judges, edits and reads rulebooks meanwhile gets its answers", () => {
  const session = rulebook.session(proposal);
  const busy = Object.defineProperty({ partners: [{ country: "SE" }] }, "title", {
    enumerable: true,
    get() {
      session.set("/title", "B");
      assert.deepEqual(rulebook.check(proposal), expected);
      return Rulebook.parse(sample).title;
    },
  });
  assertReport(rulebook.check(busy));
  session.set("", busy);
  assertReport(session.report());
});

test("a value that changes each time it is read is read once", () => {
  let reads = 0;
  const partner = Object.defineProperty({ country: "SE" }, "grant", { enumerable: true, get: () => String(++reads) });
  assert.equal(rulebook.check({ partners: [partner] }).totals.grant, "1.00");
});

test("polluted prototypes change nothing", () => {
  const names = ["draft", "exchange", "grant", "partners", "country", "costs", "rule", "message", "path", "then", "toString", "valueOf", "length", "0", "1"];
  const closed = JSON.stringify(expected);
  for (const prototype of [Object.prototype, Array.prototype, String.prototype, Function.prototype]) {
    for (const name of names) {
      const before = Object.getOwnPropertyDescriptor(prototype, name);
      if (before?.configurable === false || before?.writable === true) continue;
      Object.defineProperty(prototype, name, { value: true, configurable: true, writable: true, enumerable: true });
      try {
        assert.equal(JSON.stringify(rulebook.check(proposal, {})), closed, name);
        const session = rulebook.session(proposal, {});
        session.set("/title", proposal.title);
        assert.equal(JSON.stringify(session.report()), closed, name);
      } finally {
        delete prototype[name];
      }
    }
  }
});

test("a polluted toJSON is a clear error at most", () => {
  for (const toJSON of [() => 5, () => undefined, () => { throw new Error("no"); }]) {
    Object.defineProperty(Object.prototype, "toJSON", { value: toJSON, configurable: true });
    try {
      assert.deepEqual(rulebook.check(proposal), expected);
      for (const use of [() => rulebook.check(proposal, { draft: true }), () => Rulebook.parse(sample)]) {
        try {
          use();
        } catch (error) {
          assertClear(error, String(toJSON));
        }
      }
    } finally {
      delete Object.prototype.toJSON;
    }
  }
  assertAnswering();
});

test("a toJSON that someone gave to all objects and lists changes neither options nor rulebooks", () => {
  const { digest } = rulebook;
  for (const prototype of [Object.prototype, Array.prototype]) {
    Object.defineProperty(prototype, "toJSON", { value: () => ({ draft: true }), configurable: true });
    try {
      assert.equal(rulebook.check({}, { draft: false }).draft, false);
      assert.equal(Rulebook.parse(sample).digest, digest);
    } finally {
      delete prototype.toJSON;
    }
  }
  assert.equal(Rulebook.parse(rulebook).digest, digest, "a toJSON of its own counts");
});

test("a session that is full says so, stays as it was, and goes on", () => {
  const session = rulebook.session({ partners: [] });
  const name = "x".repeat(30_000_000);
  session.set("/partners/-", { name });
  session.set("/partners/-", { name });
  const before = session.report();
  assert.throws(() => session.set("/partners/-", { name }), { name: "RangeError", message: /^"\/partners\/-" is too much: a session holds at most 64 MiB/ });
  assert.deepEqual(session.report(), before);
  session.set("/partners/0", undefined);
  session.set("/partners/-", { name });
  assert.deepEqual(session.report(), before);
  session.free();
  assertAnswering();
});

test("more unreadable values than the module has memory for findings are one finding", () => {
  for (const labels of [new Array(5_000_000).fill("x"), new Array(5_000_000).fill([])]) {
    const { findings } = rulebook.check({ partners: [{ labels }] });
    assert.deepEqual(findings.map(({ code, path }) => [code, path]), [["invalid-value", "/partners/0/labels"]]);
  }
  assertAnswering();
});

/** The start of a program that has its hands on the module's memory. */
const withMemory = `
  const { Instance } = WebAssembly;
  let memory;
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    ({ memory } = instance.exports);
    return instance;
  };`;

test("after a trap all that is asked of what failed is a clear error, and the module answers", () => {
  const printed = program(`
    ${withMemory}
    const { Rulebook } = await import("callcheck");
    const rulebook = Rulebook.parse(sample);
    const { verdict } = rulebook.check(proposal);
    const session = rulebook.session(proposal);
    while (memory.buffer.byteLength < 2 ** 32 - 2 ** 26) memory.grow(512);
    const failing = () => session.set("/partners/-", { labels: new Array(1_000_000).fill("label") });
    for (const use of [failing, () => session.report(), () => session.free()]) {
      try { use(); console.log("passed"); } catch ({ name, message }) { console.log(name, message); }
    }
    for (const use of [() => session.report(), () => session.free()]) {
      try { use(); console.log("passed"); } catch ({ message }) { console.log(message); }
    }
    console.log(rulebook.check(proposal).verdict === verdict);`);
  const lines = printed.split("\n");
  for (const line of lines.slice(0, 3)) assert.match(line, /^Error The WebAssembly module failed, most likely because its memory is full\./);
  assert.deepEqual(lines.slice(3), ["This session was freed; start another one.", "passed", "true"]);
});

test("a rulebook of the package that finds no memory is a clear error, too", () => {
  const printed = program(`
    ${withMemory}
    const { Rulebook, rulebooks } = await import("callcheck");
    const rulebook = Rulebook.parse(sample);
    while (memory.buffer.byteLength < 2 ** 32 - 2 ** 26) memory.grow(512);
    const held = [];
    const fill = (name) => { while (true) held.push(rulebook.session({ title: "x".repeat(name) })); };
    for (const use of [() => fill(1_000_000), () => fill(1000), () => Object.values(rulebooks)]) {
      try { use(); console.log("passed"); } catch ({ name, message }) { console.log(name, message); }
    }`);
  const lines = printed.split("\n");
  assert.equal(lines.length, 3);
  for (const line of lines) assert.match(line, /^Error The WebAssembly module failed, most likely because its memory is full\./);
});

/** What a program prints that has the sample, and the package's exports once it imports them. */
function program(source, ...flags) {
  const lines = `const { proposal, sample } = await import("./sample.mjs"); ${source}`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, "--no-warnings", "--input-type=module", "--eval", lines], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

const everything = `
  const { Rulebook, RulebookError, rulebooks } = await import("callcheck");
  const rulebook = Rulebook.parse(sample);
  const session = rulebook.session(Object.freeze(proposal), { draft: true });
  session.set("/partners/-", { country: "DK" });
  const refused = [];
  for (const wrong of [() => Rulebook.parse("{"), () => session.set("nowhere", 1), () => rulebook.check({}, 5)]) {
    try { wrong(); } catch ({ name }) { refused.push(name); }
  }
  const [first] = Object.values(rulebooks);
  console.log([rulebook.check(proposal).verdict, session.report().verdict, first.check({}).verdict, ...refused].join(" "));`;

const answered = /^eligible (eligible|ineligible|incomplete) incomplete RulebookError RangeError TypeError$/;

test("frozen prototypes, frozen before the package is imported", () => {
  const freeze = `
    const errors = [Error, TypeError, RangeError, SyntaxError, WebAssembly.RuntimeError];
    const values = [Object, Function, Array, String, Number, Boolean, Symbol, BigInt, RegExp, Date, Map, Set, Promise];
    const memory = [ArrayBuffer, DataView, Uint8Array, Object.getPrototypeOf(Uint8Array), WebAssembly.Module, WebAssembly.Instance];
    for (const builtin of [...errors, ...values, ...memory, TextDecoder, TextEncoder, FinalizationRegistry]) {
      Object.freeze(builtin);
      Object.freeze(builtin.prototype);
    }
    for (const namespace of [JSON, Math, Reflect, WebAssembly]) Object.freeze(namespace);`;
  assert.match(program(freeze + everything), answered);
});

test("Node's own frozen intrinsics", () => assert.match(program(everything, "--frozen-intrinsics"), answered));

test("a list and an object that are too deep for the stack", () => {
  let object = {};
  for (let i = 0; i < 1_000_000; i++) object = { partners: [object] };
  assertReport(rulebook.check(object));
  assertReport(rulebook.check({ partners: deep(1_000_000) }));
  assertReport(rulebook.check({ answers: cycle() }));
  assert.throws(() => Rulebook.parse(object), (error) => (assertClear(error, "deep"), true));
  assertAnswering();
});
