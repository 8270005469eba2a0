// workerd, started by miniflare.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, project, same } from "./host.mjs";

const directory = project("workerd");

for (const entry of ["", "slim"]) {
  test(`workerd: callcheck${entry && `/${entry}`}`, () => assert.deepEqual(answer(directory, process.execPath, "run.mjs", entry), same));
}
