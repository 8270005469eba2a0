// The reader that no proposal can break: what it writes, and that it always writes JSON.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { rulebooks } from "callcheck/full";
import { judged as shape, placeAt } from "../src/proposal.js";
import { write } from "../src/written.js";
import { cycle, deep, noObjects, noScalars, revoked, throwing, trapped } from "./hostile.mjs";

const written = (value) => JSON.parse(write(value, shape));
const writtenAt = (path, value) => JSON.parse(write(value, placeAt(path)));

const full = {
  title: "A \"title\"\n\u2028 €😀",
  strand: "small",
  months: 18,
  start: "2015-01-01",
  end: "2016-06-30",
  submitted: "2014-10-31T16:00+01:00",
  currency: "EUR",
  grant: "45000",
  costs: { staff: "1.50", travel: 2.5, "": null },
  contributions: { own: -0, "in-kind": 1e21 },
  answers: { civil: true, field: ["food", "wood", null, 3], none: [] },
  partners: [
    { name: "N", country: "SE", region: "SE-S", type: "cluster", size: "small", role: "lead", labels: ["a"], submitted: "2014-09-30", currency: "SEK", grant: "200000", costs: { staff: "250000" }, contributions: {}, answers: { smes: 4 } },
    null,
    {},
  ],
};

test("a plain proposal is written as JSON has it", () => {
  assert.deepEqual(written(full), JSON.parse(JSON.stringify(full)));
});

test("the fields that are read, and those that the types name, are those of a proposal", () => {
  const { properties, $defs } = rulebooks["innovation-express"].proposalSchema;
  const [partner] = $defs.partner.anyOf;
  assert.deepEqual(asked(shape), Object.keys(properties).sort());
  assert.deepEqual(asked(placeAt("/partners/0")), Object.keys(partner.properties).sort());
  assert.deepEqual(typed("Proposal"), Object.keys(properties).sort());
  assert.deepEqual(typed("Partner"), Object.keys(partner.properties).sort());
});

/** The fields that are read of an object. */
function asked(shape) {
  const names = new Set();
  write(new Proxy({}, { getOwnPropertyDescriptor: (_, name) => void names.add(name) }), shape);
  return [...names].sort();
}

/** The fields that an interface names, those of money among them. */
function typed(name) {
  const types = readFileSync(new URL("../types/proposal.d.ts", import.meta.url), "utf8");
  const fields = (of) => [...new RegExp(`^export interface ${of} [^]*?^}`, "m").exec(types)[0].matchAll(/^  (\w+)\?:/gm)].map(([, field]) => field);
  return [...fields(name), ...fields("Money")].sort();
}

test("a proposal that is no object stays what it is", () => {
  for (const value of [null, "text", "", 5, true, []]) assert.deepEqual(written(value), value);
  assert.equal(written(undefined), null);
});

test("unknown fields are left out, without being looked at", () => {
  assert.deepEqual(written(Object.assign(trapped("secret"), { unknown: deep(5), months: 3 })), { months: 3 });
});

test("undefined is absent", () => {
  const holes = [, { country: undefined, grant: "1", costs: { staff: undefined } }];
  assert.deepEqual(written({ title: undefined, partners: holes }), { partners: [null, { grant: "1", costs: {} }] });
});

test("what JSON cannot say is unreadable at its own place", async (t) => {
  for (const [name, value] of Object.entries(noScalars)) {
    await t.test(name, () => {
      const unreadable = name === "deep list" ? [] : {};
      const costs = { staff: value, travel: "1" };
      assert.deepEqual(written({ grant: value }), { grant: unreadable });
      assert.deepEqual(written({ partners: [{ costs }] }), { partners: [{ costs: { staff: unreadable, travel: "1" } }] });
      assert.deepEqual(writtenAt("/partners/0/costs/staff", value), unreadable);
    });
  }
});

test("what looks like an empty object and is none is unreadable as a whole", async (t) => {
  for (const [name, value] of Object.entries(noObjects)) {
    await t.test(name, () => {
      const isList = name === "deep list";
      const wrong = isList ? [] : 0;
      if (!isList) assert.equal(written(value), 0);
      assert.deepEqual(written({ costs: value }), { costs: wrong });
      assert.deepEqual(written({ partners: [value] }), { partners: [wrong] });
      if (!isList) assert.deepEqual(written({ partners: value }), { partners: 0 });
    });
  }
});

test("a getter that throws is unreadable where it stands", () => {
  assert.deepEqual(written(trapped("grant")), { grant: {} });
  assert.deepEqual(written(trapped("costs")), { costs: 0 });
  assert.deepEqual(written(trapped("partners")), { partners: 0 });
  assert.deepEqual(written({ partners: [trapped("country")] }), { partners: [{ country: {} }] });
  const partners = Object.defineProperties([{}, {}], Object.getOwnPropertyDescriptors(trapped(0)));
  assert.deepEqual(written({ partners }), { partners: [0, {}] });
});

test("only own properties count", () => {
  Object.prototype.grant = "polluted";
  Array.prototype[0] = "polluted";
  try {
    assert.equal(Object.hasOwn(written({}), "grant"), false);
    assert.deepEqual(written({ partners: new Array(1) }).partners, [null]);
  } finally {
    delete Object.prototype.grant;
    delete Array.prototype[0];
  }
  assert.deepEqual(written(Object.create(full)), {});
});

test("a key named __proto__ is a key", () => {
  const costs = JSON.parse('{"__proto__": "1"}');
  assert.equal(write({ costs }, shape), '{"costs":{"__proto__":"1"}}');
});

test("an object of another kind of class counts by what it holds", () => {
  class Partner {
    country = "SE";
  }
  assert.deepEqual(written({ partners: [new Partner(), Object.create(null)] }), { partners: [{ country: "SE" }, {}] });
});

test("ten thousand partners are written, more are not", () => {
  assert.equal(rulebooks["innovation-express"].proposalSchema.properties.partners.anyOf[0].maxItems, 10_000);
  const partners = (count) => written({ partners: new Array(count).fill({ country: "SE" }) }).partners;
  assert.equal(partners(10_000).at(-1).country, "SE");
  assert.deepEqual(partners(10_001), new Array(10_001).fill(null));
  assert.deepEqual(written({ partners: new Array(2 ** 32 - 1) }).partners.length, 10_001);
});

test("what is too big is unreadable, and does not hang", () => {
  const long = new Array(2 ** 32 - 1);
  assert.deepEqual(written({ partners: [{ labels: long }] }), { partners: [{ labels: 0 }] });
  assert.deepEqual(written({ answers: { a: long } }), { answers: { a: 0 } });
  assert.deepEqual(written({ title: "x".repeat(2 ** 26) }), { title: {} });
  for (const label of ["label", null, [], NaN]) {
    const shared = { labels: new Array(1_000_000).fill(label) };
    const { length } = write({ partners: new Array(100).fill(shared) }, shape);
    assert.ok(length < 2 ** 25 + 10_000, `${length} characters of ${label}`);
  }
});

test("what no longer fits is unreadable as what stands in its place would be, to the character", () => {
  // A title that leaves room for so many characters: each value takes one more than it has, and 32 at least.
  const leaving = (room, rest) => written({ title: "x".repeat(2 ** 25 - 3 - room), ...rest });
  assert.equal(leaving(32, { months: 12345 }).months, 12345);
  assert.deepEqual(leaving(31, { months: 12345 }).months, {});
  const quotes = '"'.repeat(40);
  assert.equal(leaving(83, { strand: quotes }).strand, quotes);
  assert.deepEqual(leaving(82, { strand: quotes }).strand, {});
  assert.deepEqual(leaving(64, { costs: { four: null } }).costs, { four: null });
  assert.deepEqual(leaving(63, { costs: { four: null } }).costs, { four: {} });
  assert.deepEqual(leaving(31, { costs: { four: null } }).costs, 0);
  assert.equal(leaving(31, { partners: "nine" }).partners, 0, "a list");
  assert.equal(leaving(32, { partners: "four" }).partners, "four");
});

test("an array that lies about its length is unreadable", () => {
  for (const length of [-1, 0.5, NaN, "many", {}]) {
    const liar = new Proxy([], { get: (target, name) => (name === "length" ? length : target[name]) });
    assert.deepEqual(written({ partners: liar }), { partners: 0 });
  }
});

test("half of a surrogate pair becomes a replacement character", () => {
  assert.deepEqual(written({ title: "a\uD800b😀\uDC00", costs: { "\uD800": 1 } }), { title: "a\uFFFDb😀\uFFFD", costs: { "\uFFFD": 1 } });
});

test("a pointer finds the shape of its place", () => {
  const map = new Map();
  assert.deepEqual(writtenAt("", map), 0);
  assert.deepEqual(writtenAt("/partners", [{ grant: NaN, x: 1 }]), [{ grant: {} }]);
  assert.deepEqual(writtenAt("/partners/-", { costs: map }), { costs: 0 });
  assert.deepEqual(writtenAt("/partners/0/labels", ["a", cycle()]), ["a", {}]);
  assert.deepEqual(writtenAt("/partners/0/labels/1", throwing()), {});
  assert.deepEqual(writtenAt("/answers/a~1b", ["x"]), ["x"]);
  assert.deepEqual(writtenAt("/partners/0/costs/staff/deeper", revoked()), {});
  assert.deepEqual(writtenAt("nowhere", deep(10)), []);
});
