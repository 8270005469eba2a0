// The package's own manners: what it exports, what it throws, what it does before it is used.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as imported from "callcheck";

const { Rulebook, RulebookError, Session, rulebooks } = imported;
const required = createRequire(import.meta.url)("callcheck");

/** As small as a rulebook can be. */
const least = {
  callcheck: 1,
  id: "least",
  version: "1.0.0",
  title: "Least",
  currency: "EUR",
  sources: { call: { title: "The call" } },
  rules: [{ id: "two", title: "Two", require: { measure: "partners", min: 2 }, source: { ref: "call" } }],
};

const rulebook = Rulebook.parse(least);

/** Runs a program of its own; what it prints. */
function program(source) {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

test("import and require give the same names", () => {
  const names = ["Rulebook", "RulebookError", "Session", "preload", "rulebooks"];
  assert.deepEqual(Object.keys(imported).sort(), names);
  assert.deepEqual(Object.keys(required).sort(), names);
});

test("the package has the version of the core", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const [, core] = /^version = "(.*)"$/m.exec(readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"));
  assert.equal(version, core);
});

test("a rulebook is parsed from an object and from a text", () => {
  assert.equal(Rulebook.parse(JSON.stringify(least)).digest, rulebook.digest);
});

test("a rulebook tells what it is", () => {
  for (const name of ["id", "version", "title", "digest"]) assert.equal(typeof rulebook[name], "string");
  assert.ok(Array.isArray(rulebook.advice));
  assert.notEqual(rulebook.toJSON(), undefined);
});

test("what puts a rulebook into words is in the full entry alone", async () => {
  assert.deepEqual([rulebook.sheet, rulebook.proposalSchema], [undefined, undefined]);
  for (const full of [await import("callcheck/full"), createRequire(import.meta.url)("callcheck/full")]) {
    assert.deepEqual(Object.keys(full).sort(), Object.keys(imported).sort());
    const worded = full.Rulebook.parse(least);
    const { sheet, proposalSchema, digest } = worded;
    assert.equal(digest, rulebook.digest);
    assert.equal(sheet.rules.length, least.rules.length);
    assert.equal(proposalSchema.$schema, "https://json-schema.org/draft/2020-12/schema");
    worded.free();
    for (const use of [() => worded.sheet, () => worded.proposalSchema]) assert.throws(use, /This rulebook was freed/);
  }
});

test("what is no rulebook at all is a RulebookError, too", () => {
  const cycle = {};
  cycle.cycle = cycle;
  let deep = {};
  for (let i = 0; i < 100_000; i++) deep = { deep };
  const getter = Object.defineProperty({}, "id", { enumerable: true, get: () => { throw new Error("no"); } });
  for (const value of [undefined, null, 5, true, 10n, Symbol("a"), () => 1, cycle, { id: 10n }, deep, getter]) {
    assert.throws(() => Rulebook.parse(value), (error) => {
      assert.ok(error instanceof RulebookError && error instanceof Error);
      assert.equal(error.name, "RulebookError");
      assert.match(error.message, /^The rulebook has 1 problem: line 1, column 1: ./);
      assert.deepEqual(Object.keys(error.problems[0]), ["pointer", "line", "column", "message"]);
      return true;
    });
  }
});

test("a RulebookError is made again of the problems that a worker sent", () => {
  assert.throws(() => Rulebook.parse("{}"), (error) => {
    const again = new RulebookError(structuredClone(error.problems));
    assert.deepEqual([again.name, again.message, again.problems], [error.name, error.message, error.problems]);
    return true;
  });
});

test("what would look like an empty object is told what it is", () => {
  const given = { Promise: Promise.resolve(least), Response: new Response("{}"), Uint8Array: Buffer.from(JSON.stringify(least)), Map: new Map(), Date: new Date() };
  for (const [kind, value] of Object.entries(given)) {
    assert.throws(() => Rulebook.parse(value), { name: "RulebookError", message: new RegExp(`: A rulebook is an object, or the text of one; this is neither, but of the kind ${kind}\\.$`) });
  }
  assert.equal(Rulebook.parse(rulebook).digest, rulebook.digest);
});

test("a text that is longer than any rulebook is told so, and is not read", () => {
  const long = JSON.stringify(least) + " ".repeat(16 * 1024 * 1024);
  assert.throws(() => Rulebook.parse(long), { name: "RulebookError", message: /A rulebook has at most 16,777,216 characters; this one has more\.$/ });
});

test("options that are none throw a TypeError that names them", () => {
  const cyclic = { base: "EUR", units: {} };
  cyclic.units.DKK = cyclic;
  const wrong = [{ draft: 1 }, { draft: "true" }, { exchange: 5 }, { exchange: () => 1 }, { exchange: cyclic }, { exchange: { base: "EUR", units: { DKK: 7n } } }];
  for (const options of wrong) {
    assert.throws(() => rulebook.check({}, options), { name: "TypeError", message: /^The options at \/(draft|exchange)/ });
    assert.throws(() => rulebook.session({}, options), { name: "TypeError", message: /^The options at \/(draft|exchange)/ });
  }
});

test("options that would look empty and are none are told, each at its place", () => {
  class Asked {
    get draft() {
      return true;
    }
  }
  const units = { base: "EUR", units: new Map([["DKK", "7.46"]]) };
  const wrong = [
    ["The options:", new Map([["draft", true]])],
    ["The options:", [{ draft: true }]],
    ["The options:", new Asked()],
    ["The options at /exchange:", { exchange: new Map() }],
    ["The options at /exchange/units:", { exchange: units }],
    ["The options at /exchange/units:", { exchange: { base: "EUR", units: [] } }],
    ["The options at /exchange/units:", { exchange: { base: "EUR" } }],
  ];
  for (const [place, options] of wrong) {
    assert.throws(() => rulebook.check({}, options), (error) => error instanceof TypeError && error.message.startsWith(place), place);
  }
});

test("options without a prototype are options", () => {
  const exchange = Object.assign(Object.create(null), { base: "EUR", units: Object.assign(Object.create(null), { DKK: 7.46 }) });
  assert.equal(rulebook.check({}, Object.assign(Object.create(null), { draft: true, exchange })).draft, true);
});

test("options may be absent, empty or undefined", () => {
  for (const options of [undefined, null, {}, { draft: undefined, exchange: null }]) {
    assert.equal(rulebook.check({}, options).draft, false);
  }
  assert.equal(rulebook.check({}, { draft: true }).draft, true);
});

test("a session is used, freed and then refuses", () => {
  const session = rulebook.session({}, { draft: true });
  session.set("/title", "A");
  session.set("/title", undefined);
  assert.equal(session.report().draft, true);
  session.free();
  session.free();
  assert.throws(() => session.report(), /freed/);
  assert.throws(() => session.set("/title", "A"), /freed/);
});

test("a report shares with the one before what did not change, down to the whole", () => {
  const rulebook = rulebooks["innovation-express-2013"];
  const session = rulebook.session({ months: 15, partners: [{ country: "DK", currency: "DKK", grant: "250000" }, { country: "FI", grant: "20000" }] });
  const first = session.report();
  assert.equal(session.report(), first);
  session.set("/title", "Baltic design");
  assert.equal(session.report(), first);

  session.set("/partners/0/grant", "260000");
  const second = session.report();
  assert.equal(second.verdict, "ineligible");
  assert.equal(second.notices, first.notices);
  assert.equal(second.rulebook, first.rulebook);
  const changed = second.checks.filter((check, i) => check !== first.checks[i]);
  assert.ok(changed.some(({ rule, status }) => rule === "dk-cap" && status === "fail"));
  assert.ok(changed.length < second.checks.length / 2, `${changed.length} of ${second.checks.length}`);
  // The cap's finding came before those that were there.
  assert.ok(second.findings.length > first.findings.length);
  for (const finding of first.findings) assert.ok(second.findings.includes(finding), finding.message);

  session.set("/partners/0/grant", "250000");
  assert.deepEqual(session.report(), first);
});

test("what stays of a report is shared, though something came and something went around it", () => {
  const countries = ["SE", "DK", "FI", "LT", "NO", "XX"];
  const session = rulebooks["innovation-express-2016"].session({ partners: countries.map((country) => ({ country, grant: "5000" })) });
  for (const [path, value] of [["/partners/2", undefined], ["/months", 24], ["/partners/-", { country: "FI" }], ["/partners/4/country", "SE"], ["/partners/1/grant", "x"]]) {
    const before = session.report();
    session.set(path, value);
    for (const [name, entries] of Object.entries(session.report()).filter(([, part]) => Array.isArray(part))) {
      const texts = before[name].map((entry) => JSON.stringify(entry));
      const copied = entries.filter((entry) => texts.includes(JSON.stringify(entry)) && !before[name].includes(entry));
      assert.deepEqual(copied, [], `${name} after ${path}`);
    }
  }
});

test("reports of a session are frozen, since they share their parts", () => {
  const session = rulebooks["innovation-express-2013"].session({ months: 24, partners: [{ country: "FI", grant: "1" }] });
  const objects = (value) => (typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(objects)] : []);
  for (const months of [24, 36, 48]) {
    session.set("/months", months);
    assert.ok(objects(session.report()).every(Object.isFrozen));
  }
  assert.throws(() => session.report().findings.pop(), TypeError);
});

test("a report that could not be taken over comes as a whole the next time", (t) => {
  const session = rulebook.session({}, { draft: true });
  session.report();
  session.set("/title", 5);
  t.mock.method(JSON, "parse", () => { throw new RangeError("Maximum call stack size exceeded"); }, { times: 1 });
  assert.throws(() => session.report(), RangeError);
  assert.deepEqual(session.report(), rulebook.check({ title: 5 }, { draft: true }));
});

test("a value that frees its session while it is read does no harm", () => {
  const session = rulebook.session({});
  const value = Object.defineProperty({}, "country", { enumerable: true, get: () => session.free() });
  assert.throws(() => session.set("/partners/-", value), /freed/);
});

test("a path is a string", () => {
  const session = rulebook.session({});
  for (const path of [undefined, null, 5, {}, ["partners"]]) {
    assert.throws(() => session.set(path, 1), { name: "TypeError", message: /JSON Pointer/ });
  }
});

test("a path as form libraries write it is told how a pointer begins", () => {
  const session = rulebook.session({ partners: [{}] });
  const message = (path) => `"${path}" is no JSON Pointer, which is empty or begins with "/".`;
  for (const path of ["partners.0.grant", "partners/0/grant"]) assert.throws(() => session.set(path, "1"), { name: "RangeError", message: message(path) });
});

test("a number that is a text is told to be one", () => {
  const [finding] = rulebook.check({ months: "18" }).findings;
  assert.equal(finding.message, "This cannot be read as a number of months. Write the number without quotation marks.");
});

test("a rulebook is freed and then refuses, but still tells what it was; its sessions go on", () => {
  const freed = Rulebook.parse(least);
  const session = freed.session({}, { draft: true });
  freed.free();
  freed.free();
  const uses = [() => freed.check({}), () => freed.session({}), () => freed.advice, () => freed.toJSON()];
  for (const use of uses) assert.throws(use, { name: "Error", message: "This rulebook was freed; read it again." });
  assert.equal(freed.digest, rulebook.digest);
  assert.deepEqual(session.report(), rulebook.check({}, { draft: true }));
});

test("an embedded rulebook that someone freed is read again for the next one who asks", () => {
  const [id] = Object.keys(rulebooks);
  const freed = rulebooks[id];
  freed.free();
  assert.throws(() => freed.check({}), /freed/);
  assert.notEqual(rulebooks[id], freed);
  assert.equal(rulebooks[id].digest, freed.digest);
  assert.equal(typeof rulebooks[id].check({}).verdict, "string");
});

test("a value that frees its rulebook while it is read does no harm", () => {
  for (const judging of ["check", "session"]) {
    const freed = Rulebook.parse(least);
    const value = Object.defineProperty({}, "title", { enumerable: true, get: () => freed.free() });
    assert.throws(() => freed[judging](value), /freed/);
  }
});

test("rulebooks and sessions end with `using`, where that is known", () => {
  const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
  const used = Rulebook.parse(least);
  const session = used.session({});
  session[dispose]();
  session[dispose]();
  assert.throws(() => session.report(), { name: "Error", message: "This session was freed; start another one." });
  used[dispose]();
  used[dispose]();
  assert.throws(() => used.check({}), /freed/);
});

test("rulebooks and sessions are made in one way only", () => {
  assert.throws(() => new Rulebook(), /Rulebook\.parse/);
  assert.throws(() => new Session(), /rulebook\.session/);
});

test("what is returned is left alone by frameworks that wrap objects in proxies", () => {
  assert.ok(Object.isFrozen(rulebook) && Object.isFrozen(rulebook.session({})) && Object.isFrozen(rulebooks));
});

test("the embedded rulebooks are listed without being read, and nothing else is among them", () => {
  assert.ok(Object.keys(rulebooks).length > 0);
  assert.equal(rulebooks.toString, undefined);
  assert.equal(rulebooks.nonesuch, undefined);
});

test("the types name the rulebooks that there are", () => {
  const types = readFileSync(new URL("../types/rulebooks.d.ts", import.meta.url), "utf8");
  assert.deepEqual([...types.matchAll(/^ {2}\| "(.*)"/gm)].map(([, id]) => id), Object.keys(rulebooks));
});

test("the package is imported where WebAssembly is refused, and says so when it is used", () => {
  const printed = program(`
    WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("refused"); } };
    const { Rulebook, rulebooks } = await import("callcheck");
    Object.keys(rulebooks);
    try { Rulebook.parse("{}"); } catch (error) { console.log(error.message); }
  `);
  assert.equal(printed, "refused\n");
});

test("the package is imported where there is no TextDecoder", () => {
  const printed = program(`
    delete globalThis.TextDecoder;
    await import("callcheck");
    console.log("imported");
  `);
  assert.equal(printed, "imported\n");
});

test("nothing is written into the global scope", () => {
  const printed = program(`
    const before = Reflect.ownKeys(globalThis).length;
    const { Rulebook } = await import("callcheck");
    try { Rulebook.parse("{}").check({}); } catch {}
    console.log(Reflect.ownKeys(globalThis).length - before);
  `);
  assert.equal(printed, "0\n");
});
