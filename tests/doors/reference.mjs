// What the library says of the corpus, and how the other doors are held to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const file = process.env.CALLCHECK_REFERENCE;
if (!file) throw new Error("Run `cargo xtask test doors`: it writes the reference that these tests compare with.");

/**
 * A case each: the `file` and `name` it comes from, the rulebook (the `text` of one, or the id of
 * an `embedded` one), the text of the `proposal`, the `options`, and the library's `answer`, which
 * has one key: `report`, or without a proposal `problems` or `advice`, or `misused`, `unreadable`.
 */
export const cases = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** One test a file of cases: `answers` has one answer a case, in the same order. */
export function compare(door, answers) {
  test(`${door}: an answer to every case`, () => assert.equal(answers.length, cases.length));
  const byFile = Map.groupBy?.(cases.keys(), (i) => cases[i].file) ?? grouped();
  for (const [name, indices] of byFile) {
    test(`${door}: ${name}`, () => {
      for (const i of indices) assert.deepEqual(answers[i], cases[i].answer, cases[i].name);
    });
  }
}

function grouped() {
  const groups = new Map();
  cases.forEach(({ file: name }, i) => groups.set(name, [...(groups.get(name) ?? []), i]));
  return groups;
}
