// The package as someone gets it: packed, and installed from the tarball into an empty project.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Runs npm in a directory; what it prints. */
export function npm(directory, ...words) {
  return execFileSync("npm", [...words, "--no-audit", "--no-fund", "--loglevel=error"], { cwd: directory, encoding: "utf8" });
}

/** Packs the package into a directory; the tarball's path. */
export function pack(directory) {
  const [{ filename }] = JSON.parse(npm(here("../../pkg"), "pack", "--json", "--pack-destination", directory));
  return join(directory, filename);
}

/** A project with the package and the programs that ask it; what it needs to be removed again. */
export function install() {
  const directory = mkdtempSync(join(tmpdir(), "callcheck-"));
  writeFileSync(join(directory, "package.json"), '{ "private": true }');
  npm(directory, "install", "--offline", pack(directory));
  cpSync(here("inside"), directory, { recursive: true });
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
