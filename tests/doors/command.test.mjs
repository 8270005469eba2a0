// The command line: `check --json`, `batch` and `lint` as separate processes.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { cases, compare } from "./reference.mjs";

const COMMAND = process.env.CALLCHECK_COMMAND;
const EXITS = { eligible: 0, ineligible: 1, incomplete: 3 };

const directory = mkdtempSync(join(tmpdir(), "callcheck-"));
after(() => rmSync(directory, { recursive: true }));

/** Runs the command; its exit code and what it printed. */
function run(words, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(COMMAND, words, { cwd: directory });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
    child.stderr.resume();
    // A command that refuses its arguments does not wait for its input.
    child.stdin.on("error", () => {}).end(input);
    child.on("error", reject).on("close", (code) => resolve({ code, printed }));
  });
}

/** The answers, as many processes at a time as there are cores. */
async function all(items, answer) {
  const answers = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [i, item] of queue) answers[i] = await answer(item, i);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return answers;
}

/** A file with that text; its name. */
function file(name, text) {
  writeFileSync(join(directory, name), text);
  return name;
}

/** The words that name a case's rulebook and options. */
function judging({ text, embedded, options = {} }, i) {
  const exchange = options.exchange && ["--exchange", file(`${i}.exchange.json`, JSON.stringify(options.exchange))];
  const rulebook = embedded ?? file(`${i}.rulebook.json`, text);
  return ["--rulebook", rulebook, ...(options.draft ? ["--draft"] : []), ...(exchange ?? [])];
}

function check(given, i) {
  return run(["check", ...judging(given, i), "--json", "-"], given.proposal);
}

async function lint({ text, answer }, i) {
  const name = file(`${i}.rulebook.json`, text);
  const { code, printed } = await run(["lint", name]);
  assert.equal(code, answer.problems ? 1 : 0);
  // Where it is broken only one line shows it, so the pointers come from the reference.
  const told = printed.trimEnd().split("\n").filter((line) => line.startsWith(name)).map((line) => line.slice(name.length + 1));
  const kind = answer.problems ? "problems" : "advice";
  const word = answer.problems ? "problem" : "advice";
  const expected = answer[kind].map(({ line, column, message }) => `${line}:${column}: ${word}: ${message}`);
  return { [kind]: told.length === expected.length && told.every((line, n) => line === expected[n]) ? answer[kind] : told };
}

async function answerOf(given, i) {
  if (given.proposal === undefined) return lint(given, i);
  const { code, printed } = await check(given, i);
  if (code === 2) return "report" in given.answer ? { printed } : given.answer;
  const report = JSON.parse(printed);
  assert.equal(code, EXITS[report.verdict], given.name);
  return { report };
}

compare("check and lint", await all(cases, answerOf));

test("batch gives the reports of check, in the order of its lines", async () => {
  const groups = new Map();
  for (const given of cases.filter(({ answer }) => answer.report)) {
    const key = JSON.stringify([given.text, given.embedded, given.options]);
    groups.set(key, [...(groups.get(key) ?? []), given]);
  }
  await all([...groups.values()], async (group, i) => {
    const lines = group.map(({ proposal }) => proposal.replaceAll(/\s*\n\s*/g, " "));
    const { code, printed } = await run(["batch", ...judging(group[0], `batch-${i}`), "-"], lines.join("\n"));
    assert.equal(code, 0);
    assert.deepEqual(printed.trim().split("\n").map((line) => JSON.parse(line)), group.map(({ answer }) => answer.report));
  });
});
