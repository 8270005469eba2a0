// The module itself, and what the package says of itself, are there for whoever wants them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

const { name } = createRequire(import.meta.url)("callcheck/package.json");
const module = await WebAssembly.compile(readFileSync(fileURLToPath(import.meta.resolve("callcheck/callcheck.wasm"))));
console.log(JSON.stringify({ name, exports: WebAssembly.Module.exports(module).length > 0 }));
