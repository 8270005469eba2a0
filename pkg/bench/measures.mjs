// What is measured: each a title, what is counted, and the milliseconds of each contender.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { proposals, sound } from "./proposals.mjs";
import { inTurns, median } from "./rounds.mjs";

export const SIZES = [2, 5, 40];

/** The proposals of every size. */
export const cases = SIZES.flatMap((size) =>
  proposals(size).map(({ name, proposal }) => ({ size, name: `${size} partners, ${name}`, proposal })),
);

/** What is typed into a form of every size: grants of the first, second and last partner, too high and back. */
export const edits = SIZES.map((size) => {
  const proposal = sound(size);
  const places = [0, 1, size - 1];
  const typed = places.flatMap((index) => {
    const { grant } = proposal.partners[index];
    return [
      [index, "250001"],
      [index, ""],
      [index, "0"],
      [index, grant],
    ];
  });
  return { size, proposal, typed };
});

/** A proposal as an object to its report. */
export function checks(contenders, size, turns) {
  const asked = cases.filter((one) => one.size === size).map(({ proposal }) => proposal);
  const tasks = tasksOf(contenders, ({ check }) => () => {
    for (const proposal of asked) check(proposal);
  });
  return { title: `check, ${size} partners`, times: each(inTurns(tasks, turns), asked.length) };
}

/** A field typed anew, and the report on it. */
export function sessions(contenders, { size, proposal, typed }, turns) {
  const tasks = tasksOf(contenders, ({ form }) => {
    const held = form(proposal);
    return () => {
      for (const [index, grant] of typed) held.type(index, grant);
    };
  });
  return { title: `edit and report, ${size} partners`, times: each(inTurns(tasks, turns), typed.length) };
}

/** Many proposals, from a line of JSON to a line of JSON. */
export function batch(contenders, turns) {
  const lines = cases.map(({ proposal }) => JSON.stringify(proposal));
  const tasks = tasksOf(contenders, ({ check }) => () => {
    let length = 0;
    for (const line of lines) length += JSON.stringify(check(JSON.parse(line))).length;
    return length;
  });
  return { title: "batch, JSON to JSON, all sizes", times: each(inTurns(tasks, turns), lines.length) };
}

/** In a new process: import, load, and the first check. */
export function starts(names, { starts: rounds }) {
  const times = new Map(names.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, file } of names) times.get(name).push(start(file));
  }
  return {
    title: "import, load, first check",
    times: new Map([...times].map(([name, all]) => [name, median(all)])),
  };
}

function start(file) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL("start.mjs", import.meta.url)), file],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`${file} could not be started: ${stderr}`);
  return Number(stdout);
}

function tasksOf(contenders, task) {
  return Object.fromEntries(contenders.map((contender) => [contender.name, task(contender)]));
}

function each(times, count) {
  return new Map([...times].map(([name, time]) => [name, time / count]));
}
