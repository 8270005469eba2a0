// How fast callcheck is, beside what one would write or take instead. `npm run bench`
//
// `--quick` shows only that all contenders say the same, and that all of this runs.

import { cpus } from "node:os";

import { differences } from "./agreement.mjs";
import { batch, cases, checks, edits, SIZES, sessions, starts } from "./measures.mjs";
import { table } from "./table.mjs";

const FILES = ["handwritten.mjs", "ajv.mjs", "zod.mjs", "callcheck.mjs", "callcheck-read.mjs"];
const STANDARD = "by hand";

const quick = process.argv.includes("--quick");
const turns = quick ? { rounds: 1, time: 0, starts: 1 } : { rounds: 21, time: 20, starts: 15 };

const contenders = await Promise.all(FILES.map((file) => import(`./contenders/${file}`)));

const differing = differences(contenders, cases, edits);
if (differing.length > 0) {
  console.error(`The contenders differ:\n${differing.join("\n")}`);
  process.exit(1);
}
console.log(
  `${cases.length} proposals and ${edits.length} forms: every contender gives the same verdicts and broken rules.`,
);

const measures = [
  ...SIZES.map((size) => checks(contenders, size, turns)),
  ...edits.map((edit) => sessions(contenders, edit, turns)),
  batch(contenders, turns),
  starts(
    contenders.map(({ name }, index) => ({ name, file: FILES[index] })),
    turns,
  ),
];

if (!quick) {
  console.log(`Node.js ${process.version}, ${cpus()[0].model}\n`);
  console.log(table(measures, STANDARD));
}
