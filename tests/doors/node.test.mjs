// The packed package in Node, by `import` and by `require`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { install } from "./installed.mjs";
import { compare } from "./reference.mjs";

const { directory, remove } = install();
after(remove);

function answers(program, ...words) {
  const lines = execFileSync(process.execPath, [program, process.env.CALLCHECK_REFERENCE, ...words], { cwd: directory, encoding: "utf8", maxBuffer: 1 << 30 });
  return lines.trim().split("\n").map((line) => JSON.parse(line));
}

compare("import", answers("import.mjs"));
compare("require", answers("require.cjs"));
compare("a session", answers("import.mjs", "session"));

test("the package brings nothing with it", () => {
  assert.deepEqual(readdirSync(join(directory, "node_modules")).filter((name) => !name.startsWith(".")), ["callcheck"]);
});
