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
import { control, loadExample, partner } from '../tests/steps.mjs';

const EDITS = 40;
const WARM_UP = 10;
const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'toplevel', '__metadata'];

/** Which kind of work an event of the trace is. */
const KINDS = {
  FunctionCall: 'script', MinorGC: 'script', MajorGC: 'script',
  UpdateLayoutTree: 'style', Layout: 'layout', PrePaint: 'paint', Paint: 'paint', Layerize: 'paint', Commit: 'paint',
};
/** What is typed where, and how many partners are unfolded meanwhile. Each key in a grant changes the limit of every other partner of its country. */
const EDITED = [
  { name: 'a grant, first digit', field: 'grant', before: '' },
  { name: 'a grant, last digit', field: 'grant', before: '200' },
  { name: 'a name', field: 'name', before: 'Partner' },
  { name: 'a grant, all partners unfolded', field: 'grant', before: '200', unfolded: true },
];

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

/** The browser's own share: a key in a page of nothing but a field. */
async function openBare(browser) {
  const page = await browser.open({ width: 1280, height: 900 });
  await page.goto('about:blank');
  await page.setContent('<input>');
  return page;
}

/** Types with a pause after each key that is longer than its work, and returns the trace. */
async function trace(page, input, before) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await input.focus();
  await input.fill(before);
  for (let edit = 0; edit < WARM_UP; edit += 1) await page.keyboard.press(edit % 2 ? 'Backspace' : '3', { delay: 60 });
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

const isInside = (event, task) => event.ts >= task.ts && event.ts < task.ts + task.dur;
const timeOf = ({ tdur, dur }) => (tdur ?? dur) / 1000;
const sumOf = (events) => events.reduce((sum, event) => sum + timeOf(event), 0);

/** The tasks of the main thread, each with the events of known work inside it, in order. */
function tasksOf(events, { pid, tid }) {
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = own.filter(({ name }) => name.endsWith('RunTask')).map((task) => ({ ...task, work: [] }));
  let place = 0;
  for (const event of own) {
    while (place < tasks.length && event.ts >= tasks[place].ts + tasks[place].dur) place += 1;
    if (place < tasks.length && event !== tasks[place] && isInside(event, tasks[place])) tasks[place].work.push(event);
  }
  return tasks;
}

/** The time of some tasks by kind: what is inside another of the same kind counts once, style and layout never as script. */
function spentOn(tasks) {
  const spent = { script: 0, style: 0, layout: 0, paint: 0, all: sumOf(tasks) };
  for (const { work } of tasks) {
    const open = [];
    for (const event of work.filter(({ name }) => KINDS[name])) {
      while (open.length && !isInside(event, open.at(-1))) open.pop();
      const kind = KINDS[event.name];
      if (!open.some(({ name }) => KINDS[name] === kind)) {
        spent[kind] += timeOf(event);
        if (kind !== 'script' && open.some(({ name }) => KINDS[name] === 'script')) spent.script -= timeOf(event);
      }
      open.push(event);
    }
  }
  return spent;
}

const has = (task, test) => task.work.some(test);
const isInput = ({ name, args }) => name === 'EventDispatch' && args.data.type === 'input';
const isFrame = ({ name }) => name === 'Paint';

/** For each edit: from the key to its frame, and `later` what follows until the page is still. */
function timesOf(events) {
  const marks = events.filter(({ name }) => /^edit \d+$/.test(name)).sort((a, b) => a.ts - b.ts);
  const tasks = tasksOf(events, marks[0]);
  return marks.slice(0, -1).map(({ ts }, place) => {
    const during = tasks.filter((task) => task.ts >= ts && task.ts < marks[place + 1].ts);
    const typed = during.findIndex((task) => has(task, isInput));
    const shown = during.findIndex((task, index) => index >= typed && has(task, isFrame));
    if (typed < 0 || shown < 0) throw new Error(`the trace has no frame of edit ${place}`);
    return { ...spentOn(during.slice(typed, shown + 1)), later: sumOf(during.slice(shown + 1)) };
  });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

function report(name, times) {
  const column = (kind, part) => at(times.map((each) => each[kind]).sort((a, b) => a - b), part).toFixed(1).padStart(7);
  console.log(`${name.padEnd(46)}${['script', 'style', 'layout', 'paint', 'all'].map((kind) => column(kind, 0.5)).join('')}${column('all', 0.95)}${column('later', 0.5)}`);
}

const counts = process.argv.slice(2).map(Number);
const browser = await launch();
console.log(`${'ms of main thread per edit, median'.padEnd(46)} script  style layout  paint    all    p95  later`);
const bare = await openBare(browser);
report('a page of nothing but a field', timesOf(await trace(bare, bare.locator('input'), '')));
for (const count of counts.length ? counts : [5, 40]) {
  for (const { name, field, before, unfolded } of EDITED) {
    const page = await openWith(browser, count);
    if (unfolded) await page.evaluate(() => { for (const partner of document.querySelectorAll('.partner')) partner.open = true; });
    const input = control(await partner(page, Math.min(3, count)), field);
    report(`${count} partners: ${name}`, timesOf(await trace(page, input, before)));
    await page.context().close();
  }
}
await browser.close();
