/**
 * What one edit costs, with its repaint: types into a proposal of so many partners and adds up, from
 * the browser's own trace, the processor time of its main thread from the key to the frame.
 *
 *   npm run bench            5 and 40 partners
 *   npm run bench -- 100     100 partners
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/browser.mjs';
import { control, loadExample } from '../tests/steps.mjs';

const EDITS = 40;
const WARM_UP = 10;
const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'toplevel', '__metadata'];

/** Which kind of work an event of the trace is; its time is that of itself and all inside it. */
const KINDS = {
  EventDispatch: 'script', FunctionCall: 'script', FireAnimationFrame: 'script', TimerFire: 'script', RunMicrotasks: 'script', 'V8.GC_SCAVENGER': 'script',
  UpdateLayoutTree: 'style', Layout: 'layout', PrePaint: 'paint', Paint: 'paint', Layerize: 'paint', Commit: 'paint',
};
const EDITED = {
  // Each key changes a limit of every other partner of the country: the most that one key can do.
  'grant of one of many': (card) => control(card, 'grant'),
  'name of a partner': (card) => control(card, 'name'),
};

/** A proposal of so many Danish and Swedish partners, with costs and contributions. */
async function proposalOf(count) {
  const path = fileURLToPath(new URL('../examples/', import.meta.url));
  const [entry] = JSON.parse(await readFile(join(path, 'index.json'), 'utf8')).filter(({ title }) => title.includes('food'));
  const example = JSON.parse(await readFile(join(path, entry.file), 'utf8'));
  const partners = Array.from({ length: count }, (_, place) => {
    const source = example.partners[place % example.partners.length];
    return { ...source, name: `${source.name} ${place + 1}`, role: place ? 'partner' : 'lead', grant: String(2000 + place) };
  });
  return { entry, proposal: { ...example, partners } };
}

async function openWith(browser, count) {
  const { entry, proposal } = await proposalOf(count);
  const page = await browser.open({ width: 1280, height: 900 });
  await page.route('**/examples/index.json', (route) => route.fulfill({ json: [{ ...entry, file: 'many.json' }] }));
  await page.route('**/examples/many.json', (route) => route.fulfill({ json: proposal }));
  await loadExample(page, entry.title);
  return page;
}

/** Types with a pause after each key that is longer than its work, and returns the trace. */
async function trace(page, input) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await input.focus();
  await input.fill('');
  await input.pressSequentially('9'.repeat(WARM_UP), { delay: 60 });
  await input.fill('');
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.evaluate((number) => performance.mark(`edit ${number}`), edit);
    await page.keyboard.press(edit % 2 ? 'Backspace' : '3');
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))); }));
  }
  await page.evaluate((number) => performance.mark(`edit ${number}`), EDITS);
  const complete = new Promise((done) => { session.once('Tracing.tracingComplete', done); });
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** The time of each edit by kind, in milliseconds. */
function timesOf(events) {
  const marks = events.filter(({ name }) => /^edit \d+$/.test(name)).sort((a, b) => a.ts - b.ts);
  const { pid, tid } = marks[0];
  const work = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && KINDS[event.name]).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  return marks.slice(0, -1).map(({ ts }, place) => {
    const spent = { script: 0, style: 0, layout: 0, paint: 0 };
    let end = 0;
    let inside = null;
    for (const event of work) {
      if (event.ts < ts || event.ts >= marks[place + 1].ts) continue;
      const time = (event.tdur ?? event.dur) / 1000;
      const nested = event.ts < end;
      // Style and layout that a script asked for count as what they are, not as script.
      if (nested && inside === 'script' && KINDS[event.name] !== 'script') spent.script -= time;
      else if (nested) continue;
      spent[KINDS[event.name]] += time;
      if (!nested) [end, inside] = [event.ts + event.dur, KINDS[event.name]];
    }
    return { ...spent, all: Object.values(spent).reduce((sum, time) => sum + time, 0) };
  });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

function report(name, times) {
  const column = (kind, part) => at(times.map((each) => each[kind]).sort((a, b) => a - b), part).toFixed(1).padStart(7);
  console.log(`${name.padEnd(36)}${['script', 'style', 'layout', 'paint', 'all'].map((kind) => column(kind, 0.5)).join('')}${column('all', 0.95)}`);
}

const counts = process.argv.slice(2).map(Number);
const browser = await launch();
console.log(`${'ms of main thread per edit, median'.padEnd(36)} script  style layout  paint    all    p95`);
for (const count of counts.length ? counts : [5, 40]) {
  for (const [name, find] of Object.entries(EDITED)) {
    const page = await openWith(browser, count);
    const card = page.locator('.partner').nth(Math.min(2, count - 1));
    await card.locator('summary').click();
    const input = find(card);
    report(`${count} partners, ${name}`, timesOf(await trace(page, input)));
    await page.context().close();
  }
}
await browser.close();
