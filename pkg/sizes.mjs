// Measures what each entry weighs, and writes it into README.md: `npm run sizes`.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const readme = new URL("README.md", import.meta.url);
const TABLE = /(?<=<!-- sizes: .* -->\n)[^]*?(?=<!-- -->)/;

/** What a host loads of each entry. */
const LOADED = Object.assign({}, ...[["callcheck", "index", "callcheck.wasm"], ["callcheck/full", "full", "full.wasm"]].map(([entry, name, module]) => ({
  [`\`${entry}\`, by \`import\``]: [`${name}.js`],
  [`\`${entry}\`, by \`require\``]: [`${name}.cjs`],
  [`\`${entry}\`, in workerd`]: [`${name}.workerd.js`, module],
  [`\`${entry}\`, in an edge runtime`]: [`${name}.edge-light.js`, module],
  [`\`${entry}/slim\`, in a browser`]: [`${name}.slim.js`, module],
  [`\`callcheck/${module}\``]: [module],
})));

/** The files that are published and no types. */
export const published = readdirSync(new URL("dist/", import.meta.url)).filter((name) => name.includes("."));

/** The files that are in the table. */
export const measured = new Set(Object.values(LOADED).flat());

/** A row an entry: what it is, and its kilobytes as they are, gzipped and by brotli. */
export function rows() {
  return Object.entries(LOADED).map(([entry, files]) => [entry, ...sizes(files)]);
}

/** The rows that stand in the README. */
export function written() {
  const [table = ""] = TABLE.exec(readFileSync(readme, "utf8")) ?? [];
  return table.trim().split("\n").slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim())).map(([entry, ...kilobytes]) => [entry, ...kilobytes.map(Number)]);
}

const PACKINGS = [(content) => content, (content) => gzipSync(content, { level: 9 }), brotliCompressSync];

/** Brotli takes its time, and most entries share a file: each is packed once. */
const packed = new Map();

function bytes(file) {
  if (!packed.has(file)) {
    const content = readFileSync(new URL(`dist/${file}`, import.meta.url));
    packed.set(file, PACKINGS.map((pack) => pack(content).length));
  }
  return packed.get(file);
}

/** Kilobytes of some files together, one number a packing. */
function sizes(files) {
  return PACKINGS.map((_, i) => Number((files.reduce((sum, file) => sum + bytes(file)[i], 0) / 1000).toFixed(1)));
}

function table() {
  const lines = rows().map(([entry, ...kilobytes]) => `| ${entry} | ${kilobytes.map((size) => size.toFixed(1)).join(" | ")} |`);
  return ["", "| loaded | kB | gzip | brotli |", "|---|---|---|---|", ...lines, "", ""].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(readme, readFileSync(readme, "utf8").replace(TABLE, table));
  console.log(table());
}
