// Bun, from its npm package, whose binary comes as another npm package.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, project, same } from "./host.mjs";

const directory = project("bun");

for (const program of ["import.mjs", "require.cjs"]) {
  test(`Bun: ${program}`, () => assert.deepEqual(answer(directory, "bun", program), same));
}
