// How the module gets in: at once, in the background, from a file, from the host.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { runInNewContext } from "node:vm";
import { buildSync } from "esbuild";

const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url)));
const dist = new URL("../dist/", import.meta.url);

/** Runs a program of its own with these words; what it prints. */
function program(source, flags = []) {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout.trim();
}

/** A host that hands over something for the .wasm file that is imported. */
function host(handedOver) {
  const hooks = `
    export const resolve = (name, context, next) =>
      /\\.wasm(\\?module)?$/.test(name) ? { url: "host:module", shortCircuit: true } : next(name, context);
    export const load = (url, context, next) =>
      url === "host:module" ? { format: "module", source: ${JSON.stringify(handedOver)}, shortCircuit: true } : next(url, context);`;
  return `
    import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(${JSON.stringify(hooks)}));`;
}

const wasm = JSON.stringify(new URL("callcheck.wasm", dist).pathname);
const compiledElsewhere = `
  import { readFileSync } from "node:fs";
  import { runInNewContext } from "node:vm";
  export default runInNewContext("new WebAssembly.Module(bytes)", { bytes: readFileSync(${wasm}) });`;

/** Every file that an entry's conditions lead to. */
function targets(conditions) {
  return typeof conditions === "string" ? [conditions] : Object.values(conditions).flatMap(targets);
}

test("every file that is published is reached through an entry, and nothing else is published", () => {
  const reached = new Set(targets(exports).filter((file) => !file.includes("/types/") && file !== "./package.json"));
  const published = readdirSync(dist).filter((name) => name.includes(".")).map((name) => `./dist/${name}`);
  assert.deepEqual([...reached].sort(), published.sort());
});

test("the types that are published are those of the sources, for each module system", () => {
  const sources = readdirSync(new URL("../types/", import.meta.url)).map((name) => name.replace(".d.ts", ""));
  const expected = sources.flatMap((name) => [`${name}.d.cts`, `${name}.d.ts`]);
  assert.deepEqual(readdirSync(new URL("types/", dist)).sort(), expected.sort(), "remove pkg/dist and build again");
});

test("each condition has its types first", () => {
  const blocks = Object.values(exports).flatMap(function leaves(conditions) {
    if (typeof conditions === "string") return [];
    return "default" in conditions && typeof conditions.default === "string" ? [conditions] : Object.values(conditions).flatMap(leaves);
  });
  assert.ok(blocks.length > 0);
  for (const block of blocks) assert.deepEqual(Object.keys(block), ["types", "default"]);
});

test("preload compiles in the background, as often as one likes, before or after the first use", () => {
  const printed = program(`
    const compile = WebAssembly.compile;
    let compiled = 0;
    WebAssembly.compile = (bytes) => (compiled++, compile(bytes));
    const { preload, Rulebook, rulebooks } = await import("callcheck");
    await Promise.all([preload(), preload()]);
    const Module = WebAssembly.Module;
    WebAssembly.Module = class { constructor() { throw new Error("compiled again"); } };
    const [first] = Object.values(rulebooks);
    console.log(compiled, await preload(), typeof first.check({}).verdict);`);
  assert.equal(printed, "1 undefined string");
});

test("the first use inflates by Node.js's own code, and by the package's where a process has none or there is none", () => {
  const hosts = { own: "", older: "process.getBuiltinModule = undefined;", browser: "delete globalThis.process;" };
  for (const [host, prepare] of Object.entries(hosts)) {
    const printed = program(`
      import zlib from "node:zlib";
      let inflated = 0;
      const { inflateRawSync } = zlib;
      zlib.inflateRawSync = (bytes) => (inflated++, inflateRawSync(bytes));
      const { log } = console;
      ${prepare}
      const { rulebooks } = await import("callcheck");
      log(rulebooks["innovation-express"].check({}).verdict, inflated);`);
    assert.equal(printed, `incomplete ${host === "own" ? 1 : 0}`, host);
  }
});

test("a preload inflates by the host's own code, and by the package's where the host has none", () => {
  const module = (without) => program(`
    ${without}
    const { compile } = WebAssembly;
    let length;
    WebAssembly.compile = (bytes) => ((length = bytes.byteLength), compile(bytes));
    const { preload, rulebooks } = await import("callcheck");
    await preload();
    console.log(length, rulebooks["innovation-express"].check({}).verdict);`);
  assert.equal(module("delete globalThis.DecompressionStream;"), module(""));
  assert.equal(module("globalThis.Blob = class {};"), module(""), "jsdom's has no stream");
  assert.match(module(""), /^\d{6} incomplete$/);
});

test("the first use does not wait for a preload that has only begun", () => {
  const printed = program(`
    const { preload, rulebooks } = await import("callcheck");
    const preloaded = preload();
    const [first] = Object.values(rulebooks);
    const { verdict } = first.check({});
    await preloaded;
    console.log(first.check({}).verdict === verdict);`);
  assert.equal(printed, "true");
});

test("a preload that fails can be tried again", () => {
  const printed = program(`
    const { compile } = WebAssembly;
    WebAssembly.compile = async () => { throw new WebAssembly.CompileError("refused"); };
    const { preload } = await import("callcheck");
    const refused = await preload().catch(({ message }) => message);
    WebAssembly.compile = compile;
    console.log(refused, await preload());`);
  assert.equal(printed, "refused undefined");
});

test("slim says that it has to be preloaded, fetches its module, and then answers", async () => {
  const files = createServer(({ url }, response) => {
    // No media type, as from a server that does not know the ending.
    if (url === "/missing/callcheck.wasm") response.writeHead(404).end();
    else response.end(readFileSync(new URL(`.${url}`, dist)));
  }).listen(0, "127.0.0.1");
  after(() => files.close());
  await once(files, "listening");
  const address = `http://127.0.0.1:${files.address().port}`;
  const source = `
    import * as slim from ${JSON.stringify(new URL("index.slim.js", dist))};
    const [first] = Object.keys(slim.rulebooks);
    const { fetch } = globalThis;
    const at = (directory) => (globalThis.fetch = () => fetch("${address}/" + directory + "callcheck.wasm"));
    try { slim.rulebooks[first]; } catch ({ message }) { console.log(message); }
    at("missing/");
    await slim.preload().catch(({ message }) => console.log(message));
    at("");
    await slim.preload();
    console.log(slim.rulebooks[first].id === first);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of child.stdout) printed += chunk;
  const [before, missing, answered] = printed.trim().split("\n");
  assert.match(before, /await preload\(\)/);
  assert.match(missing, /404/);
  assert.equal(answered, "true");
});

test("a slim entry whose module is answered by a page says which address that was", async () => {
  const slim = await import(new URL("index.slim.js", dist));
  const { fetch } = globalThis;
  globalThis.fetch = async () => Object.defineProperty(new Response("<!doctype html>"), "url", { value: "http://localhost/callcheck.wasm" });
  try {
    await assert.rejects(slim.preload(), { name: "Error", message: /^http:\/\/localhost\/callcheck\.wasm is no WebAssembly module/ });
  } finally {
    globalThis.fetch = fetch;
  }
});

test("bundled as a classic script, a slim entry fetches its module from beside the script", async () => {
  for (const [file, module] of [["index.slim.js", "callcheck.wasm"], ["full.slim.js", "full.wasm"]]) {
    const stdin = { contents: `export * from ${JSON.stringify(new URL(file, dist).pathname)};`, resolveDir: import.meta.dirname };
    const [{ text }] = buildSync({ stdin, bundle: true, format: "iife", globalName: "slim", write: false, logLevel: "error" }).outputFiles;
    const fetched = [];
    const fetch = async (address) => (fetched.push(String(address)), { ok: false, url: address, status: 404 });
    for (const [host, address] of [
      [{ document: { currentScript: { src: "https://a.example/js/main.js?v=1" } } }, `https://a.example/js/${module}`],
      [{ location: { href: "https://a.example/worker.js" } }, `https://a.example/${module}`],
    ]) {
      const context = { ...host, URL, WebAssembly, fetch, console };
      runInNewContext(`${text}\nglobalThis.answer = slim.preload();`, context);
      await context.answer.then(() => assert.fail("nothing was there"), ({ message }) => assert.match(message, /404/));
      assert.equal(fetched.pop(), address);
    }
  }
});

test("a host hands a compiled module over, though it is one of another realm", () => {
  for (const file of ["index.workerd.js", "index.edge-light.js"]) {
    const printed = program(`
      ${host(compiledElsewhere)}
      const { preload, rulebooks } = await import(${JSON.stringify(new URL(file, dist).href)});
      await preload();
      const [first] = Object.keys(rulebooks);
      console.log(rulebooks[first].id === first);`);
    assert.equal(printed, "true", file);
  }
});

test("what a host hands over and is no module is told when it is used, not before", () => {
  const printed = program(`
    ${host("export default '/assets/callcheck.wasm'")}
    const { rulebooks } = await import(${JSON.stringify(new URL("index.workerd.js", dist).href)});
    const [first] = Object.keys(rulebooks);
    try { rulebooks[first]; } catch ({ name, message }) { console.log(name, message); }`);
  assert.match(printed, /^TypeError .*WebAssembly\.Module/);
});
