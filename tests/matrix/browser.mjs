// Pages in Chromium, and a server for those that are only files.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

let started;

/** One browser for all pages of a test file. */
function browser() {
  started ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return started;
}

after(async () => (await started)?.close());

/** Opens a page and waits for what its program leaves in `globalThis.answer`, which may be an error's text. */
export async function answerOf(address) {
  const page = await (await browser()).newPage();
  const complaint = new Promise((resolve) => page.on("pageerror", (error) => resolve(String(error))));
  await page.goto(address);
  const answered = page.waitForFunction(() => globalThis.answer).then((handle) => handle.jsonValue());
  const answer = await Promise.race([answered, complaint]);
  await page.close();
  return answer;
}

/** Serves the files of a directory; the address. */
export async function files(directory) {
  const server = createServer(async ({ url }, response) => {
    try {
      const path = normalize(new URL(url, "http://localhost").pathname);
      const body = await readFile(join(directory, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  after(() => server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${server.address().port}`;
}
