// Node, by `import` and by `require`; and nothing runs at installation.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answer, project, same } from "./host.mjs";

const directory = project("node");

for (const program of ["import.mjs", "require.cjs", "slim.mjs", "slim.cjs"]) {
  test(`Node: ${program}`, () => assert.deepEqual(answer(directory, process.execPath, program), same));
}

test("Node: the raw module and package.json", () => {
  assert.deepEqual(answer(directory, process.execPath, "raw.mjs"), { name: "callcheck", exports: true });
});

test("the package brings no script that runs when it is installed, and needs no other package", () => {
  const { scripts = {}, dependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync(join(directory, "node_modules/callcheck/package.json")));
  for (const name of ["preinstall", "install", "postinstall", "prepare"]) assert.equal(scripts[name], undefined, name);
  assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
});

test("the package brings its licences, and every file that its README names", () => {
  const inPackage = (path) => join(directory, "node_modules/callcheck", path);
  const readme = readFileSync(inPackage("README.md"), "utf8");
  const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path);
  for (const path of ["LICENSE-MIT", "LICENSE-APACHE", "docs/rulebook.md", ...linked]) assert.ok(existsSync(inPackage(path)), path);
});
