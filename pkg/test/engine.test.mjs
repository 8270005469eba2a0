// What the core answers to input that only JavaScript can give, and to what a form might hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Rulebook, RulebookError, rulebooks } from "callcheck";
import { cycle, deep, noObjects, noScalars, throwing, trapped } from "./hostile.mjs";
import { containerPlaces, proposal, sample, scalarPlaces, withValue } from "./sample.mjs";

const rulebook = Rulebook.parse(sample);

/** Where the report names an unreadable value. */
const invalid = (report) => report.findings.filter(({ code }) => code === "invalid-value").map(({ path }) => path);

function assertInvalid(report, path, hint) {
  assert.deepEqual(invalid(report), [path], hint);
  const [finding] = report.findings;
  assert.ok(finding.message.length > 0);
  assert.equal(finding.severity, "error");
  assert.notEqual(report.verdict, "eligible");
}

test("nothing is wrong with the sample", () => {
  assert.deepEqual(rulebook.check(proposal).findings, []);
  assert.equal(rulebook.check(proposal).verdict, "eligible");
});

test("what JSON cannot say is an invalid value at its own place, in every field", async (t) => {
  for (const path of scalarPlaces) {
    await t.test(path, () => {
      for (const [name, value] of Object.entries(noScalars)) {
        assertInvalid(rulebook.check(withValue(path, value)), path, name);
      }
    });
  }
});

test("so it is in every object and list", async (t) => {
  for (const path of containerPlaces) {
    await t.test(path || "the proposal", () => {
      for (const [name, value] of Object.entries(noObjects)) {
        const isList = name === "deep list" && ["/partners", "/partners/0/labels"].includes(path);
        assertInvalid(rulebook.check(withValue(path, value)), isList ? `${path}/0` : path, name);
      }
    });
  }
});

test("a getter that throws is an invalid value where it stands", () => {
  assertInvalid(rulebook.check(Object.assign(trapped("title"), { partners: [] })), "/title");
  assertInvalid(rulebook.check({ partners: [trapped("costs")] }), "/partners/0/costs");
  assertInvalid(rulebook.check(trapped("partners")), "/partners");
  assertInvalid(rulebook.check(throwing()), "");
});

test("a value of the wrong type is an invalid value at its own place", async (t) => {
  const wrong = ["not readable", -1, 1.0000001, [], {}, ["x"], { x: 1 }];
  const readable = { "/title": [wrong[0]], "/partners/0/name": [wrong[0]] };
  for (const path of scalarPlaces) {
    await t.test(path, () => {
      for (const value of wrong.filter((value) => !readable[path]?.includes(value))) {
        const report = rulebook.check(withValue(path, value));
        assert.ok(invalid(report).some((found) => found.startsWith(path)), JSON.stringify(value));
      }
    });
  }
});

test("amounts that are none", () => {
  const wrong = ["-1", "+1", "1e3", "1,000.00", "1 000", "18.000", "0.001", ".5", "5.", "1".repeat(28), "1000000000000000", "0x10", "٣", "abc", -1, 1e15, 0.001, 1e300, true];
  for (const grant of wrong) {
    assertInvalid(rulebook.check(withValue("/partners/0/grant", grant)), "/partners/0/grant", String(grant));
  }
});

test("amounts that are exact", () => {
  for (const grant of ["999999999999999.99", "0.1", "0.10", 0.1, -0, 100, "00100"]) {
    assert.deepEqual(invalid(rulebook.check(withValue("/partners/0/grant", grant))), [], String(grant));
  }
  const { totals } = rulebook.check(withValue("/partners/0/grant", "999999999999999.99"));
  assert.equal(totals.grant, "999999999999999.99");
});

test("places that are none", () => {
  for (const country of ["XX", "se", "SWE", "", " SE"]) {
    const report = rulebook.check(withValue("/partners/0/country", country));
    assert.deepEqual(invalid(report).includes("/partners/0/country"), country !== "", country);
  }
});

test("what the rulebook does not list is an invalid value", () => {
  const unknown = { "/strand": "big", "/partners/0/type": "club", "/partners/0/labels/0": "tin", "/partners/0/costs/yacht": "5", "/partners/0/answers/age": 5, "/answers/field": "fish" };
  for (const [path, value] of Object.entries(unknown)) {
    assertInvalid(rulebook.check(withValue(path, value)), path);
  }
});

test("a list of more than ten thousand partners is one finding", () => {
  for (const partners of [new Array(10_001).fill({}), new Array(1e9), new Array(2 ** 32 - 1)]) {
    assertInvalid(rulebook.check({ partners }), "/partners");
  }
  assert.deepEqual(invalid(rulebook.check({ partners: new Array(10_000).fill({ country: "SE" }) })), []);
});

test("a proposal that is no object is an invalid value as a whole", () => {
  for (const value of [undefined, null, 5, "text", "{}", true, [], [proposal], NaN, 5n, () => proposal]) {
    assertInvalid(rulebook.check(value), "");
  }
});

test("a polluted prototype changes nothing", () => {
  const clean = rulebook.check({ partners: [{}] });
  Object.prototype.grant = "5";
  Object.prototype.partners = [];
  try {
    assert.deepEqual(JSON.stringify(rulebook.check({ partners: [{}] })), JSON.stringify(clean));
  } finally {
    delete Object.prototype.grant;
    delete Object.prototype.partners;
  }
});

test("numbers, objects and texts say the same", () => {
  const text = rulebook.check(withValue("/partners/0/grant", "100.5"));
  assert.deepEqual(rulebook.check(withValue("/partners/0/grant", 100.5)).totals, text.totals);
});

test("a session says what a fresh check would say, whatever is set", async (t) => {
  const places = [...scalarPlaces, ...containerPlaces].filter((path) => !/^.(costs|contributions)./.test(path));
  for (const path of places) {
    await t.test(path || "the proposal", () => {
      for (const value of [...Object.values(noScalars), "text", 5, null, "", [], {}]) {
        const session = rulebook.session(proposal, { draft: true });
        session.set(path, value);
        assert.deepEqual(session.report(), rulebook.check(withValue(path, value), { draft: true }));
        session.free();
      }
    });
  }
});

test("a session adds and removes partners and fields", () => {
  const session = rulebook.session({ partners: [{ country: "SE" }] });
  session.set("/partners/-", { country: "DK" });
  session.set("/partners/0", undefined);
  session.set("/partners/0/grant", "5");
  assert.deepEqual(session.report(), rulebook.check({ partners: [{ country: "DK", grant: "5" }] }));
  session.set("/partners/0/grant", undefined);
  assert.deepEqual(session.report(), rulebook.check({ partners: [{ country: "DK" }] }));
});

test("a session that holds more partners than are judged brings them back when others are removed", () => {
  const partners = Array.from({ length: 10_003 }, (_, i) => ({ country: "SE", grant: String(i) }));
  const session = rulebook.session({ partners });
  assertInvalid(session.report(), "/partners");
  assert.deepEqual(session.report(), rulebook.check({ partners }));
  for (const left of [10_002, 10_001, 10_000]) {
    session.set("/partners/0", undefined);
    assert.deepEqual(session.report(), rulebook.check({ partners: partners.slice(-left) }), String(left));
  }
  session.set("/partners", partners);
  assertInvalid(session.report(), "/partners");
});

test("an edit that leads nowhere is a RangeError that names the path, and changes nothing", () => {
  const session = rulebook.session(proposal);
  for (const path of ["partners", "/partners/9/grant", "/partners/x", "/partners/0/country/deeper", "/title/a"]) {
    assert.throws(() => session.set(path, "5"), (error) => error instanceof RangeError && error.message.startsWith(`"${path}" `) && error.message.endsWith("."));
  }
  assert.deepEqual(session.report(), rulebook.check(proposal));
});

test("a pointer that is none is told why", () => {
  const session = rulebook.session(proposal);
  assert.throws(() => session.set("/partners/0/~", 1), { name: "RangeError", message: /"~" is written as "~0"/ });
  assert.throws(() => session.set("partners", 1), { name: "RangeError", message: /begins with "\/"/ });
});

test("a path that is longer than any is told so, with its beginning", () => {
  const session = rulebook.session(proposal);
  const path = `/title/${"x".repeat(2000)}`;
  assert.throws(() => session.set(path, 1), { name: "RangeError", message: `"${path.slice(0, 200)}…" is longer than any path of a proposal.` });
});

test("exchange rates that are none are a TypeError that names the place", () => {
  const wrong = [{}, [], { base: "EUR" }, { base: "XXX", units: {} }, { base: "EUR", units: { DKK: "-1" } }, { base: "EUR", units: { DKK: NaN } }, { base: "EUR", units: { DKK: 0 } }, { base: "EUR", units: [] }];
  for (const exchange of wrong) {
    assert.throws(() => rulebook.check(proposal, { exchange }), { name: "TypeError", message: /^The options at \/exchange/ });
  }
});

test("a rulebook's problems come all at once, each with its place in the text", () => {
  const wrong = { ...sample, currency: "XXX", rules: [{ ...sample.rules[0], require: { measure: "weight", max: 5 } }], more: 1 };
  const text = JSON.stringify(wrong, null, 2);
  for (const given of [wrong, text]) {
    assert.throws(() => Rulebook.parse(given), (error) => {
      assert.ok(error instanceof RulebookError);
      assert.deepEqual(new Set(error.problems.map(({ pointer }) => pointer)), new Set(["/currency", "/rules/0/require/measure", "/more"]));
      const more = error.problems.find(({ pointer }) => pointer === "/more");
      assert.ok(text.split("\n")[more.line - 1].slice(more.column - 1).startsWith('"more"') || text.split("\n")[more.line - 1].slice(more.column - 1).startsWith("1"));
      return true;
    });
  }
});

test("a text that is no JSON is a problem with its place", () => {
  for (const text of ["", " ", "{", "[", "nope", "{\"callcheck\": 1,}", "{\"a\": 1e999}", "\uFEFF{}", "{}{}", "[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), "\"\uD800\""]) {
    assert.throws(() => Rulebook.parse(text), (error) => {
      assert.ok(error instanceof RulebookError, text.slice(0, 20));
      assert.ok(error.problems.length > 0);
      return true;
    });
  }
});

test("a rulebook object that holds what JSON cannot say has problems, not surprises", () => {
  for (const value of [NaN, new Map(), () => 1, new Date(0), cycle(), deep(10)]) {
    assert.throws(() => Rulebook.parse({ ...sample, rules: value }), RulebookError);
  }
});

test("a rulebook comes back as it was written", () => {
  assert.deepEqual(rulebook.toJSON(), sample);
  assert.equal(JSON.stringify(Rulebook.parse(JSON.stringify(rulebook)).digest), JSON.stringify(rulebook.digest));
  assert.match(rulebook.digest, /^sha256:[0-9a-f]{64}$/);
  assert.deepEqual([rulebook.id, rulebook.version, rulebook.title], ["sample", "1.0.0", "Sample"]);
});

test("the embedded rulebooks are read once, when they are asked for", () => {
  for (const [id, embedded] of Object.entries(rulebooks)) {
    assert.equal(embedded.id, id);
    assert.equal(rulebooks[id], embedded);
    assert.equal(Rulebook.parse(embedded.toJSON()).digest, embedded.digest);
    assert.equal(typeof embedded.check({}).verdict, "string");
  }
});
