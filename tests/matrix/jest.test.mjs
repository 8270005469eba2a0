// jest, in its environment for Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cases, project, run } from "./host.mjs";

const directory = project("jest");

test("jest", () => {
  run(directory, "jest", "--json", "--outputFile=report.json");
  const report = JSON.parse(readFileSync(join(directory, "report.json")));
  assert.deepEqual([report.success, report.numPassedTests], [true, cases.length]);
});
