// Bundles the worker as a deployment does, by the condition `workerd` and with the .wasm left a
// module of its own, and asks it in workerd.

import { cpSync } from "node:fs";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const [path] = process.argv.slice(2);
await build({ entryPoints: ["worker.mjs"], bundle: true, format: "esm", conditions: ["workerd", "worker", "browser"], external: ["*.wasm"], outdir: "out", outExtension: { ".js": ".mjs" } });
cpSync("node_modules/callcheck/dist/callcheck.wasm", "out/callcheck.wasm");
const modules = [
  { type: "ESModule", path: "out/worker.mjs" },
  { type: "CompiledWasm", path: "out/callcheck.wasm" },
];
const worker = new Miniflare({ modules, modulesRoot: "out", compatibilityDate: "2026-04-01" });
const response = await worker.dispatchFetch(`http://localhost/${path}`);
console.log(await response.text());
await worker.dispose();
