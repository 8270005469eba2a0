// The documentation of every type and field survives into the editor.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { editor } from "./types/editor.mjs";

const directory = join(import.meta.dirname, "..");
const types = join(directory, "dist/types");

const opened = await editor(directory);
after(() => opened.close());

/** No one calls a constructor that is private, and `using` calls the method whose name is a symbol. */
const isCalled = ({ name }) => name !== "constructor" && !name.startsWith("[");

/** Every declaration of a file and what is within, each with its full name. */
function declared(symbols, within = "") {
  return symbols.filter(isCalled).flatMap(({ name, selectionRange, children = [] }) => {
    const path = within + name;
    return [{ path, position: selectionRange.start }, ...declared(children, `${path}.`)];
  });
}

for (const name of readdirSync(types)) {
  test(`every declaration in ${name} is explained`, async () => {
    const file = await opened.open(join(types, name));
    const symbols = declared(await file.symbols());
    assert.ok(symbols.length > 0);
    const silent = [];
    for (const { path, position } of symbols) {
      if ((await file.documentation(position)) === "") silent.push(path);
    }
    assert.deepEqual(silent, []);
  });

  test(`no field in ${name} stands within a line, where it could not be explained`, () => {
    const code = readFileSync(join(types, name), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
    assert.doesNotMatch(code, /\{ *\w+\??:/);
  });
}

test("what a portal writes is explained where it is written", async () => {
  const lines = ['import { rulebooks } from "callcheck";', 'const report = rulebooks["a"]!.check({}, { draft: true });', "for (const finding of report.findings) {", "  void finding.path;", '  if (finding.code === "above-max") void finding.params.max;', "}"];
  const file = await opened.open(join(directory, "test/types/portal.mts"), lines.join("\n"));
  const over = (line, word) => file.documentation({ line, character: lines[line].lastIndexOf(word) + 1 });
  assert.match(await over(1, "check"), /^Judges a proposal/);
  assert.match(await over(1, "draft"), /^Whether partners may still be added/);
  assert.match(await over(3, "path"), /^The field that it is about/);
  assert.match(await over(4, "max;"), /^The greatest value/);
});
