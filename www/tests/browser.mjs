/** The built page in a real browser: a static server of `www/` and Chromium. */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

for (const [needed, remedy] of [[join(ROOT, 'callcheck/full.js'), 'run cargo xtask build'], [join(ROOT, 'examples/index.json'), 'run cargo xtask build'], [CHROMIUM, 'install Chromium']]) {
  if (!existsSync(needed)) throw new Error(`${needed} is missing: ${remedy}`);
}

async function answer(request, response, replaced) {
  const asked = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const path = asked.endsWith('/') ? `${asked}index.html` : asked;
  const file = join(ROOT, path);
  try {
    const change = replaced.get(path);
    const body = change ? change(await readFile(file, 'utf8')) : await readFile(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/**
 * Serves the page and starts the browser; `open` gives a fresh page, `close` ends both. `replace`
 * serves a file changed, as after an update; `stopServing` takes the net away.
 */
export async function launch() {
  const replaced = new Map();
  const server = createServer((request, response) => answer(request, response, replaced));
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    address,
    replace: (path, change) => replaced.set(path, change),
    stopServing: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
    open: (options) => open(browser, address, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** What the driver says when it keeps the service worker out, as all tests want it but those of it. */
const BLOCKED = /Service Worker registration blocked by Playwright/;

/** The icon comes after all else, and a page that is loaded anew before that gives it up: that is no failure. */
const isIconGivenUp = (request) => request.url().endsWith('/img/mark.svg') && request.failure()?.errorText === 'net::ERR_ABORTED';

/** A page of its own, with what its console complained of in `complaints`. */
async function open(browser, address, { width = 1280, height = 900, theme = 'light', locale = 'en-GB', context: given, before = async () => {}, path = '', worker = false } = {}) {
  const context = given ?? await browser.newContext({
    viewport: { width, height }, colorScheme: theme, locale, reducedMotion: 'reduce', acceptDownloads: true,
    serviceWorkers: worker ? 'allow' : 'block',
  });
  await before(context);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !BLOCKED.test(message.text()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => !isIconGivenUp(request) && complaints.push(`${request.url()} failed`));
  await page.goto(address + path);
  await page.locator('#page').waitFor();
  return Object.assign(page, { complaints });
}
