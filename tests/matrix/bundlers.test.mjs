// Bundlers, their bundles run in Chromium; Vite's server for development; vitest.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answerOf, files } from "./browser.mjs";
import { cases, project, run, same, serving } from "./host.mjs";

const directory = project("bundlers");

for (const tool of ["vite", "webpack", "esbuild", "rollup"]) {
  test(`${tool}: build`, async (t) => {
    run(directory, process.execPath, "build.mjs", tool);
    const out = join(directory, "out", tool);
    const address = await files(out);
    await t.test("runs", async () => assert.deepEqual(await answerOf(`${address}/main.html`), same));
    await t.test("slim runs", async () => assert.deepEqual(await answerOf(`${address}/slim.html`), same));
    await t.test("one .wasm at most, that of slim", () => {
      const modules = readdirSync(out, { recursive: true }).filter((name) => name.endsWith(".wasm"));
      assert.equal(modules.length, 1);
    });
  });
}

test("esbuild: slim runs as a classic script", async () => {
  const address = await files(join(directory, "out/esbuild"));
  assert.deepEqual(await answerOf(`${address}/script.html`), same);
});

for (const vite of ["vite", "vite-7"]) {
  test(`${vite}: server for development`, async (t) => {
    const address = await serving(directory, process.execPath, "dev.mjs", vite);
    await t.test("runs", async () => assert.deepEqual(await answerOf(`${address}/main.html`), same));
    await t.test("slim runs", async () => assert.deepEqual(await answerOf(`${address}/slim.html`), same));
  });
}

test("vitest", () => {
  assert.ok(cases.length > 0);
  const report = JSON.parse(run(directory, "vitest", "run", "--reporter=json"));
  assert.deepEqual([report.success, report.numPassedTests], [true, 1]);
});
