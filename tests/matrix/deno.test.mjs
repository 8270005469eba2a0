// Deno, from its npm package, whose binary comes as another npm package.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, project, same } from "./host.mjs";

const directory = project("deno");

for (const program of ["import.mjs", "slim.mjs"]) {
  test(`Deno: ${program}`, () => {
    assert.deepEqual(answer(directory, "deno", "run", "--no-remote", "--no-prompt", "--node-modules-dir=manual", program), same);
  });
}
