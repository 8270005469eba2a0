// A host of the matrix: a tiny project of its own, with the packed package installed into it.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { npm, pack } from "../doors/installed.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every host is asked: the cases of one call's rulebook, and the same call as a rulebook of
 * one's own; each with the library's report.
 */
export const cases = asked();

/** What a host answers that says the same of every case as the library. */
export const same = { cases: cases.length, differences: [] };

function asked() {
  const file = process.env.CALLCHECK_REFERENCE;
  if (!file) throw new Error("Run `cargo xtask matrix`: it writes the reference that these tests compare with.");
  const lines = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const judged = lines.filter(({ answer }) => answer.report);
  const embedded = judged.filter(({ file: name }) => name === "innovation-express-2013.cases.json");
  const own = judged.filter(({ text }) => text).slice(0, 5);
  if (embedded.length === 0 || own.length === 0) throw new Error("The reference has none of the cases that are asked.");
  return [...embedded, ...own].map(({ answer, ...given }) => ({ ...given, report: answer.report }));
}

/** The project of that name, ready to run in a directory of its own, which is removed at the end. */
export function project(name) {
  const directory = mkdtempSync(join(tmpdir(), `callcheck-${name}-`));
  after(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(here(name), directory, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  cpSync(here("judge.mjs"), join(directory, "judge.mjs"));
  writeFileSync(join(directory, "cases.json"), JSON.stringify(cases));
  if (existsSync(join(directory, "package-lock.json"))) npm(directory, "ci");
  npm(directory, "install", "--no-save", "--prefer-offline", pack(directory));
  return directory;
}

/** Runs a program of the project; the last line it prints, which is JSON. */
export function answer(directory, program, ...words) {
  const printed = run(directory, program, ...words);
  return JSON.parse(printed.trim().split("\n").at(-1));
}

/** As in a build on a server: nothing of this test's own, no questions, no reports to the makers. */
const environment = { ...process.env, NODE_ENV: undefined, NODE_TEST_CONTEXT: undefined, CI: "1", NEXT_TELEMETRY_DISABLED: "1" };

/** Runs a program of the project; what it prints. */
export function run(directory, program, ...words) {
  const path = join(directory, "node_modules/.bin", program);
  return execFileSync(existsSync(path) ? path : program, words, { cwd: directory, encoding: "utf8", env: environment, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });
}

/** Starts a server of the project, stopped at the end; the first address it prints. */
export async function serving(directory, program, ...words) {
  const server = spawn(program, words, { cwd: directory, env: environment, stdio: ["ignore", "pipe", "inherit"], detached: true });
  after(() => process.kill(-server.pid));
  for await (const line of createInterface(server.stdout)) {
    const [address] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(line) ?? [];
    if (address) return address.replace("localhost", "127.0.0.1");
  }
  throw new Error(`${program} ${words.join(" ")} ended without an address.`);
}
