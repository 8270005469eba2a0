// jest, in its environments for Node.js and for components: jsdom's globals lack some of a browser's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cases, project, run } from "./host.mjs";

const directory = project("jest");

for (const environment of ["node", "jsdom"]) {
  test(`jest, ${environment}`, () => {
    run(directory, "jest", `--env=${environment}`, "--json", "--outputFile=report.json");
    const report = JSON.parse(readFileSync(join(directory, "report.json")));
    assert.deepEqual([report.success, report.numPassedTests], [true, cases.length + 1]);
  });
}
