// Bundles main.js and slim.js with one tool, each as plainly as the tool allows, into out/TOOL.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import resolve from "@rollup/plugin-node-resolve";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";

const [tool] = process.argv.slice(2);
const out = join(import.meta.dirname, "out", tool);
const html = ["main.html", "slim.html"];
const entries = ["main.js", "slim.js"];

const tools = {
  async vite() {
    const input = html.map((name) => join(import.meta.dirname, name));
    await vite({ logLevel: "warn", build: { outDir: out, target: "es2022", rollupOptions: { input } } });
  },
  async webpack() {
    const entry = Object.fromEntries(entries.map((name) => [name.replace(".js", ""), `./${name}`]));
    const config = { mode: "production", entry, output: { path: out, publicPath: "auto" }, performance: { hints: false } };
    const stats = await new Promise((done, failed) => webpack(config, (error, result) => (error ? failed(error) : done(result))));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
    pages();
  },
  async esbuild() {
    await esbuild({ entryPoints: entries, bundle: true, format: "esm", outdir: out, logLevel: "warning" });
    // Its format by default, for a classic script.
    await esbuild({ entryPoints: ["script.js"], bundle: true, outdir: out, logLevel: "warning" });
    cpSync("script.html", join(out, "script.html"));
    pages();
    module();
  },
  async rollup() {
    const bundle = await rollup({ input: entries, plugins: [resolve({ browser: true }), json()], onwarn: (warning) => { throw new Error(warning.message); } });
    await bundle.write({ dir: out, format: "esm" });
    pages();
    module();
  },
};

/** Rollup reads no JSON by itself. */
function json() {
  return { name: "json", load: (id) => (id.endsWith(".json") ? `export default ${readFileSync(id, "utf8")}` : undefined) };
}

/** These tools write no pages. */
function pages() {
  for (const name of html) cpSync(name, join(out, name));
}

/** These tools leave `new URL(…, import.meta.url)` as it is, so the file has to be put beside the bundle. */
function module() {
  cpSync("node_modules/callcheck/dist/callcheck.wasm", join(out, "callcheck.wasm"));
}

await tools[tool]();
