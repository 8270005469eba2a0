// The packed package in Chromium, under a content security policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { install } from "./installed.mjs";
import { cases, compare } from "./reference.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" };
const POLICIES = { wasm: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", none: "default-src 'self'; script-src 'self'" };

const { directory, remove } = install();
const server = createServer(serve).listen(0, "127.0.0.1");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
after(async () => {
  await browser.close();
  server.close();
  remove();
});

/** The project's files, under the policy that the first part of the path names. */
async function serve(request, response) {
  const [, policy, path] = /^\/(\w+)\/([^?]*)/.exec(request.url) ?? [];
  try {
    const body = await readFile(join(directory, normalize(`/${path}`)));
    const headers = { "content-type": TYPES[extname(path)], "content-security-policy": POLICIES[policy] };
    response.writeHead(200, headers).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** The page under a policy, and what its console complains of. */
async function open(policy) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  // Without this the browser asks for an icon, and complains that there is none.
  await page.route("**/favicon.ico", (route) => route.fulfill({ body: "" }));
  await page.goto(`http://127.0.0.1:${server.address().port}/${policy}/page.html`);
  await page.waitForFunction(() => globalThis.answers);
  return { page, complaints };
}

const { page, complaints } = await open("wasm");
const lines = readFileSync(process.env.CALLCHECK_REFERENCE, "utf8");
const json = await page.evaluate((text) => JSON.stringify(globalThis.answers(text)), lines);
compare("Chromium", JSON.parse(json));

test("the browser has nothing to complain of", () => assert.deepEqual(complaints, []));

test("values that JSON cannot say do not make check throw in a browser either", async () => {
  const verdicts = await page.evaluate((text) => {
    const cycle = {};
    cycle.partners = [cycle];
    const hostile = [NaN, 5n, Symbol("a"), () => 1, new Map(), new Date(), document, window, cycle, new Proxy({}, { ownKeys: () => [1] }), new Array(1e9), { partners: new Array(1e9) }];
    const rulebook = globalThis.callcheck.Rulebook.parse(text);
    return hostile.map((value) => rulebook.check(value).verdict);
  }, cases.find(({ answer, text }) => answer.report && text).text);
  for (const verdict of verdicts) assert.equal(typeof verdict, "string");
});

test("where the policy refuses WebAssembly, the package is imported all the same, and says so when it is used", async () => {
  const { page: refused } = await open("none");
  const name = await refused.evaluate(() => {
    try {
      globalThis.callcheck.Rulebook.parse("{}");
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(name, "CompileError");
});
