// What sessions and rulebooks leave behind in the module's memory: nothing, freed or collected.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

/** A memory only grows, and by pages of 64 KiB; a leak of one session each would take thousands. */
const FEW_PAGES = 16;

/** How many pages the module's memory had after a few rounds, and after all of them. */
function pages(round, rounds) {
  const source = `
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = function (module, imports) {
      const instance = new Instance(module, imports);
      ({ memory } = instance.exports);
      return instance;
    };
    const { Rulebook } = await import("callcheck");
    const { proposal, sample } = await import("./sample.mjs");
    const rulebook = Rulebook.parse(sample);
    const pages = () => memory.buffer.byteLength / 65536;
    async function rounds(count) {
      for (let i = 0; i < count; i++) {
        ${round}
        // Finalizers run between tasks.
        if (i % 1000 === 0) { gc(); await new Promise(setImmediate); }
      }
    }
    await rounds(${rounds / 10});
    const before = pages();
    await rounds(${rounds});
    console.log(JSON.stringify([before, pages()]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", "--input-type=module", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

function assertFlat([before, after]) {
  assert.ok(before > 0);
  assert.ok(after - before <= FEW_PAGES, `${before} pages became ${after}`);
}

const edited = 'const session = rulebook.session(proposal); session.set("/partners/0/grant", String(i));';

test("a hundred thousand sessions, freed", () => assertFlat(pages(`${edited} session.free();`, 100_000)));

test("a hundred thousand sessions, left to the collector", () => assertFlat(pages(edited, 100_000)));

test("ten thousand rulebooks, freed", () => assertFlat(pages("Rulebook.parse(sample).free();", 10_000)));

test("ten thousand rulebooks, left to the collector", () => assertFlat(pages("Rulebook.parse(sample);", 10_000)));
