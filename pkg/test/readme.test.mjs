// The README's examples run as they stand, and its sizes are those of the built package.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { measured, published, rows, written } from "../sizes.mjs";

/** How far a size may be from the one that is written. */
const FEW_PERCENT = 0.05;

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The blocks of a language, each with what stands before it. */
function blocks(text, language) {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(({ 1: code, index }) => ({ code, index }));
}

/** Runs an example where the package is called by its name; what it prints. */
function run(example) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", example], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

test("the README starts with an example, which prints what stands below it", () => {
  const [{ code, index }] = blocks(readme, "js");
  assert.doesNotMatch(readme.slice(0, index).replace(/^# .*\n/, ""), /^#/m, "a heading comes before the example");
  const [printed] = blocks(readme, "text");
  assert.equal(run(code), printed.code);
});

test("every other example runs", () => {
  const others = blocks(readme, "js").slice(1);
  assert.ok(others.length > 0);
  for (const { code } of others) run(code);
});

test("the example of the project's own README runs", () => {
  const examples = blocks(readFileSync(new URL("../../README.md", import.meta.url), "utf8"), "js");
  assert.ok(examples.length > 0);
  for (const { code } of examples) assert.notEqual(run(code), "");
});

test("every file is measured", () => assert.deepEqual([...measured].sort(), [...published].sort()));

test("the sizes in the README are those of the built package", () => {
  const told = new Map(written().map(([entry, ...kilobytes]) => [entry, kilobytes]));
  assert.deepEqual([...told.keys()], rows().map(([entry]) => entry));
  for (const [entry, ...kilobytes] of rows()) {
    kilobytes.forEach((size, i) => {
      const off = Math.abs(told.get(entry)[i] - size) / size;
      assert.ok(off <= FEW_PERCENT, `${entry}: ${told.get(entry)[i]} kB are now ${size}: npm run sizes`);
    });
  }
});
