// The packed package under the eyes of publint and of Are the types wrong.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pack } from "../doors/installed.mjs";

const directory = mkdtempSync(join(tmpdir(), "callcheck-"));
after(() => rmSync(directory, { recursive: true }));
const tarball = pack(directory);

function clean(tool, ...words) {
  const { status, stdout, stderr } = spawnSync(join(import.meta.dirname, "node_modules/.bin", tool), words, { encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
}

test("publint has nothing to say", () => clean("publint", tarball, "--strict"));

// TypeScript resolves modules as Node 10 did only up to version 6, and types are wanted of
// JavaScript: of the raw modules there are none.
test("the types are right", () => clean("attw", tarball, "--profile", "node16", "--exclude-entrypoints", "callcheck.wasm", "full.wasm"));
