import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import vm from 'node:vm';
import { launch } from './browser.mjs';
import { loadExample, openFile, verdict } from './steps.mjs';

const WWW = fileURLToPath(new URL('..', import.meta.url));

/** Waits until the page is kept: its worker has stored everything and answers for it. */
const keptByWorker = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((done) => { navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }); });
});

/** Waits until files are dropped. */
const dropped = (page, name) => page.evaluate(async (gone) => {
  while (await caches.has(gone)) await new Promise((done) => { setTimeout(done, 50); });
}, name);

const cacheNames = (page) => page.evaluate(() => caches.keys());

test('after one visit the page works without its server', async () => {
  const browser = await launch();
  const page = await browser.open({ worker: true });
  await keptByWorker(page);
  await browser.stopServing();
  await page.reload();
  await page.locator('#page').waitFor();
  await loadExample(page, 'ABEIS');
  assert.equal(await verdict(page), 'Nothing found against it');
  await openFile(page, 'x.json', JSON.stringify({ title: 'Without the net', partners: [{}] }));
  assert.equal(await page.inputValue('#title'), 'Without the net');
  const other = await page.context().newPage();
  await other.goto(`${browser.address}index.html`);
  await other.locator('#page').waitFor();
  assert.equal(await other.inputValue('#title'), 'Without the net');
  await browser.close();
});

test('an update arrives at the next visit, and what was kept before is dropped', async () => {
  const browser = await launch();
  const page = await browser.open({ worker: true });
  await keptByWorker(page);
  const [before] = await cacheNames(page);
  browser.replace('/index.html', (text) => text.replace('<title>callcheck', '<title>New: callcheck'));
  browser.replace('/offline.js', (text) => text.replace(/"version":"/, '"version":"new-'));
  await page.reload();
  assert.match(await page.title(), /^New: /, 'at once, while there is a net');
  await dropped(page, before);
  await browser.stopServing();
  await page.reload();
  assert.match(await page.title(), /^New: /, 'and without it');
  await browser.close();
});

test('what others of the same origin keep stays when an update arrives', async () => {
  const browser = await launch();
  const page = await browser.open({ worker: true });
  await keptByWorker(page);
  const [before] = await cacheNames(page);
  const others = ['another-app', before.replace(browser.address, `${browser.address}elsewhere/`)];
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), others);
  browser.replace('/offline.js', (text) => text.replace(/"version":"/, '"version":"new-'));
  await page.reload();
  await dropped(page, before);
  const names = await cacheNames(page);
  assert.deepEqual(names.filter((name) => others.includes(name)).sort(), [...others].sort());
  assert.equal(names.length, 3, 'and the files of the new version');
  await browser.close();
});

test('every file of the page is among those that are kept', () => {
  const self = {};
  vm.runInNewContext(readFileSync(join(WWW, 'offline.js'), 'utf8'), { self });
  const files = ['callcheck', 'css', 'examples', 'img', 'js'].flatMap((folder) => readdirSync(join(WWW, folder)).map((name) => `${folder}/${name}`));
  assert.ok(files.every((file) => statSync(join(WWW, file)).isFile()));
  assert.deepEqual([...self.offline.files].sort(), ['./', ...files.map((file) => `./${file}`)].sort(), 'run cargo xtask build');
});
