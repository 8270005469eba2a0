// The package as someone gets it: packed, and installed from the tarball into an empty project.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

function npm(directory, ...words) {
  return execFileSync("npm", [...words, "--no-audit", "--no-fund", "--loglevel=error"], { cwd: directory, encoding: "utf8" });
}

/** A project with the package and the programs that ask it; what it needs to be removed again. */
export function install() {
  const directory = mkdtempSync(join(tmpdir(), "callcheck-"));
  const [{ filename }] = JSON.parse(npm(here("../../pkg"), "pack", "--json", "--pack-destination", directory));
  writeFileSync(join(directory, "package.json"), '{ "private": true }');
  npm(directory, "install", "--offline", join(directory, filename));
  cpSync(here("inside"), directory, { recursive: true });
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
