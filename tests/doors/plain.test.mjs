// Every value that JSON knows, at every place of a proposal: the package, which takes objects, says
// of each what the command says of its text.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Rulebook } from "../../pkg/dist/index.js";
import { containerPlaces, sample, scalarPlaces, withValue } from "../../pkg/test/sample.mjs";

const directory = mkdtempSync(join(tmpdir(), "callcheck-"));
after(() => rmSync(directory, { recursive: true }));

const numbers = [0, -0, -1, 1, 1.5, 0.1, 18, 1e15, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, 123456789.12];
const texts = ["", " ", "text", "5", "-5", "1e3", "2020-01-01", "EUR", "SE", "\u0000\n\"\\/\u2028", "€ 😀", "__proto__", "x".repeat(10_000)];
const lists = [[], [1], ["a", "a"], [null, ""], [[1]], [{}], [[], {}, [[5]]], new Array(200).fill("a")];
const objects = [{}, { x: 1 }, { staff: "1" }, { "": "" }, { own: { deeper: [1] } }, JSON.parse('{"__proto__": 1}')];
const values = [null, true, false, ...numbers, ...texts, ...lists, ...objects];

const unlisted = ["/unknown", "/costs/unlisted", "/answers/unlisted", "/partners/0/unknown", "/partners/0/costs/unlisted", "/partners/0/contributions/unlisted", "/partners/0/answers/unlisted"];
const places = [...scalarPlaces, ...containerPlaces, ...unlisted];

for (const draft of [false, true]) {
  test(`the same of every value at every place${draft ? ", in a draft" : ""}`, () => {
    const proposals = places.flatMap((path) => values.map((value) => withValue(path, value)));
    const reports = batch(proposals, draft);
    const rulebook = Rulebook.parse(sample);
    proposals.forEach((proposal, i) => {
      const text = JSON.stringify(proposal);
      assert.deepEqual(rulebook.check(proposal, { draft }), reports[i], text.slice(0, 1000));
    });
  });
}

function batch(proposals, draft) {
  const rulebook = join(directory, "rulebook.json");
  writeFileSync(rulebook, JSON.stringify(sample));
  const words = ["batch", "--rulebook", rulebook, ...(draft ? ["--draft"] : []), "-"];
  const input = proposals.map((proposal) => JSON.stringify(proposal)).join("\n");
  const printed = execFileSync(process.env.CALLCHECK_COMMAND, words, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  return printed.trim().split("\n").map((line) => JSON.parse(line));
}
