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

for (const [needed, remedy] of [[join(ROOT, 'callcheck/index.js'), 'run cargo xtask build'], [join(ROOT, 'examples/index.json'), 'run cargo xtask build'], [CHROMIUM, 'install Chromium']]) {
  if (!existsSync(needed)) throw new Error(`${needed} is missing: ${remedy}`);
}

async function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = join(ROOT, path.endsWith('/') ? `${path}index.html` : path);
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** Serves the page and starts the browser; `open` gives a fresh page, `close` ends both. */
export async function launch() {
  const server = createServer(answer);
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    address,
    open: (options) => open(browser, address, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** A page of its own, with what its console complained of in `complaints`. */
async function open(browser, address, { width = 1280, height = 900, theme = 'light', locale = 'en-GB' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  await page.goto(address);
  await page.locator('#page').waitFor();
  return Object.assign(page, { complaints });
}
