// Writes what the library really says as TypeScript, so that tsc holds the hand-written types to it:
// every report, problem, advice, every sound rulebook and sheet of the corpus, and every proposal
// that could be read in whole; and the examples of both READMEs, which are to compile as they stand.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Rulebook, rulebooks } from "callcheck/full";
import { judged } from "../../src/proposal.js";
import { write } from "../../src/written.js";

const lines = readFileSync(process.env.CALLCHECK_REFERENCE, "utf8").trim().split("\n").map((line) => JSON.parse(line));

const answers = (kind) => lines.map(({ answer }) => answer[kind]).filter((answer) => answer !== undefined);
const texts = new Set(lines.filter(({ answer, text }) => text && answer.problems === undefined).map(({ text }) => text));
const sound = [...[...texts].map((text) => Rulebook.parse(text)), ...Object.values(rulebooks)];

/** Read in whole: nothing in it was refused. */
const readable = ({ answer }) => answer.report?.findings.every(({ code }) => code !== "invalid-value");
/** Fields that no proposal has are ignored, and would be errors in a literal. */
const known = (proposal) => JSON.parse(write(JSON.parse(proposal), judged));
const proposals = lines.filter(readable).map(({ proposal }) => known(proposal));

/** Each value by itself, so that an error names the one that is wrong. */
function module(type, values) {
  const checked = values.map((value) => `void (${JSON.stringify(value)} satisfies ${type});`);
  return `import type { ${type} } from "callcheck/full";\n\n${checked.join("\n")}\nexport {};\n`;
}

const directory = new URL("../../build/types/", import.meta.url);
mkdirSync(directory, { recursive: true });
const files = {
  Report: answers("report"),
  Problem: [...answers("problems"), ...answers("advice")].flat(),
  Proposal: proposals,
  RulebookJson: sound.map((rulebook) => rulebook.toJSON()),
  Sheet: sound.map((rulebook) => rulebook.sheet),
};
for (const [type, values] of Object.entries(files)) {
  writeFileSync(new URL(`${type}.mts`, directory), module(type, values));
}
const readmes = ["../../README.md", "../../../README.md"].map((path) => readFileSync(new URL(path, import.meta.url), "utf8"));
const examples = readmes.flatMap((readme) => [...readme.matchAll(/^```js\n([^]*?)^```$/gm)]).map(([, code]) => code);
examples.forEach((code, i) => {
  const example = `${code}\ndeclare const console: { log(...values: unknown[]): void };\nexport {};\n`;
  writeFileSync(new URL(`example-${i + 1}.mts`, directory), example);
});
console.log(Object.entries(files).map(([type, values]) => `${values.length} ${type}`).join(", "), `and ${examples.length} examples`);
