// Measures contenders in turns.
//
// The machine is not the same from one second to the next, so whoever is measured after the others
// is measured on another machine. tinybench runs one task after the other, each for its whole time;
// here it is run for short rounds, in which every task has its turn, and of each task's rounds the
// median counts. What is measured is the processor's time, the collecting of garbage included: what
// else runs on the machine stretches the time on the clock, and more so of what takes longer.

import { Bench } from "tinybench";

/** Milliseconds of the processor that a call of each of the tasks takes, `{ name: run }`, by name. */
export function inTurns(tasks, { rounds, time }) {
  const entries = Object.entries(tasks);
  const medians = new Map(entries.map(([name]) => [name, []]));
  for (const [, run] of entries) warmUp(run, 5 * time);
  for (let round = 0; round < rounds; round++) {
    // Back and forth, so that none always comes after the same.
    for (const [name, run] of round % 2 === 0 ? entries : entries.toReversed()) {
      medians.get(name).push(measured(run, time));
    }
  }
  return new Map([...medians].map(([name, times]) => [name, median(times)]));
}

function warmUp(run, time) {
  const end = now() + time;
  do run();
  while (now() < end);
}

function measured(run, time) {
  const bench = new Bench({ now, time, iterations: 1, warmup: false, throws: true });
  bench.add("turn", run).runSync();
  return bench.tasks[0].result.latency.p50;
}

/** What this process has taken of the processor, in milliseconds. */
function now() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
