import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { launch } from './browser.mjs';
import { chooseCall, control, enter, exampleTitles, loadExample, notice, openFile, partner, verdict, unfoldAll } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Saves by the button; the name and the JSON of the file. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  return { name: download.suggestedFilename(), json: await readFile(await download.path(), 'utf8') };
}

/** What a form shows with every partner unfolded, to compare it. */
async function shown(page) {
  await unfoldAll(page);
  return page.evaluate(() => [...document.querySelectorAll('#proposal input, #proposal select')]
    .map((input) => (input.type === 'checkbox' || input.type === 'radio' ? input.checked : input.value)));
}

/** Waits until the browser has been told to keep the form. */
const kept = (page) => page.waitForFunction(() => localStorage.getItem('callcheck-form') !== null);

/** The same, with that title: on a slow machine a part of it may be kept before. */
const keptTitled = (page, title) => page.waitForFunction((whole) => JSON.parse(localStorage.getItem('callcheck-form'))?.title === whole, title);

/** Copies the link by the button and reads it from the clipboard. */
async function copied(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.click('#link');
  await page.locator('#notice', { hasText: 'link was copied' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function printed(page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  return page.locator('#record').textContent();
}

test('a saved file is the proposal as the format has it, and brings back the form, the call and the rates', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await enter(control(await partner(page, 2), 'grant'), '123,456.50');
  await page.locator('#rates > summary').click();
  await enter(page.locator('#rate-DKK'), '7.46');
  const before = await shown(page);
  const { name, json } = await saved(page);
  assert.equal(name, 'small-food-producers-across-the-sound.json');
  const file = JSON.parse(json);
  assert.equal(file.partners[1].grant, '123456.50');
  assert.equal(file.rulebook.id, 'innovation-express-2013');
  assert.match(file.rulebook.digest, /^sha256:[0-9a-f]{64}$/);
  assert.deepEqual(file.exchange, { base: 'EUR', units: { DKK: '7.46' } });

  const other = await browser.open();
  await openFile(other, name, json);
  assert.equal(await notice(other), `“${name}” was opened.`);
  assert.equal(await other.inputValue('#call'), 'innovation-express-2013');
  await other.locator('#rates > summary').click();
  assert.deepEqual(await shown(other), before);
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('a file over a changed form can be taken back, over an untouched one there is nothing to take back', async () => {
  const page = await browser.open();
  await openFile(page, 'a.json', JSON.stringify({ title: 'First', partners: [{ name: 'A' }] }));
  assert.equal(await page.locator('#notice button').count(), 0);
  await enter(page.locator('#title'), 'Mine');
  await openFile(page, 'b.json', JSON.stringify({ title: 'Second', partners: [{ name: 'B' }, {}] }));
  assert.equal(await page.inputValue('#title'), 'Second');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'Mine');
  assert.deepEqual(await page.locator('.partner h3').allTextContents(), ['A']);
  assert.deepEqual(page.complaints, []);
});

test('a file for a call that is not here, or by another version, says so and is judged by the call chosen', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2015');
  await openFile(page, 'x.json', JSON.stringify({ rulebook: { id: 'horizon-2030', version: '1.0.0' }, title: 'X' }));
  assert.match(await notice(page), /written for the call “horizon-2030”, which this page does not have; it is judged by Innovation Express 2015\./);
  assert.equal(await page.inputValue('#call'), 'innovation-express-2015');
  await openFile(page, 'x.json', JSON.stringify({ rulebook: { id: 'innovation-express-2014', version: '0.9.0' }, title: 'X' }));
  assert.match(await notice(page), /version 0\.9\.0 of this rulebook then; this page has version \d/);
  assert.equal(await page.inputValue('#call'), 'innovation-express-2014');
});

test('the form is kept between visits, and cleared at a click', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2016');
  await enter(page.locator('#title'), 'Kept');
  await enter(control(await partner(page, 1), 'costs-staff'), '1000.50');
  const before = await shown(page);
  await kept(page);

  const again = await browser.open({ context: page.context() });
  assert.equal(await again.inputValue('#call'), 'innovation-express-2016');
  assert.deepEqual(await shown(again), before);

  await again.click('#clear');
  assert.equal(await again.inputValue('#title'), '');
  await again.waitForFunction(() => localStorage.getItem('callcheck-form') === null);
  await again.click('#notice button');
  assert.equal(await again.inputValue('#title'), 'Kept');
  await again.click('#clear');
  await again.waitForFunction(() => localStorage.getItem('callcheck-form') === null);
  const third = await browser.open({ context: page.context() });
  assert.equal(await third.inputValue('#title'), '');
  assert.deepEqual([...page.complaints, ...again.complaints, ...third.complaints], []);
});

test('what was typed just before the page is left is kept', async () => {
  const page = await browser.open();
  await page.fill('#title', 'At the last moment');
  await page.reload();
  assert.equal(await page.inputValue('#title'), 'At the last moment');
});

for (const [how, script] of Object.entries({
  refused: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
  full: () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
})) {
  test(`storage that is ${how} does not break the page, and it says so`, async () => {
    const page = await browser.open({ before: (context) => context.addInitScript(script) });
    assert.match(await page.locator('#kept').textContent(), /keeps nothing between visits/, 'from the start');
    await page.waitForTimeout(600);
    assert.match(await page.locator('#kept').textContent(), /keeps nothing between visits/, 'and also when a pause in typing has passed');
    await enter(page.locator('#title'), 'Not kept');
    await page.locator('#kept', { hasText: 'keeps nothing between visits' }).waitFor();
    await page.click('#theme');
    await loadExample(page, 'ABEIS');
    assert.equal(await verdict(page), 'Nothing found against it');
    assert.deepEqual(page.complaints, []);
  });
}

test('storage that fills up is told, aloud too, with what comes back', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Kept');
  await kept(page);
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await enter(page.locator('#title'), 'No longer kept');
  await page.locator('#kept', { hasText: 'keeps an earlier version' }).waitFor();
  await page.waitForFunction(() => /keeps an earlier version/.test(document.getElementById('status').textContent));
  assert.deepEqual(page.complaints, []);
});

test('what an older page kept and nobody can read is left out, with a sentence', async () => {
  const page = await browser.open({ before: (context) => context.addInitScript(() => localStorage.setItem('callcheck-form', '[{')) });
  assert.match(await notice(page), /^What this browser kept of your last visit is not JSON\./);
  assert.equal(await verdict(page), 'Not complete yet');
  assert.deepEqual(page.complaints, []);
});

test('a link carries the form behind the #, and opens as it was', async () => {
  const page = await browser.open();
  await loadExample(page, 'SoundCare');
  await enter(control(await partner(page, 1), 'name'), 'Ærø & Öland <b>');
  const before = await shown(page);
  const link = await copied(page);
  assert.equal(link.split('#')[0], browser.address);
  assert.ok(link.length < 2000, `${link.length} letters`);
  assert.match(new URL(link).hash, /^#proposal=[\w-]+$/);

  const asked = [];
  const other = await browser.open({ path: new URL(link).hash, before: (context) => context.on('request', (request) => asked.push(request.url())) });
  await other.locator('#notice', { hasText: 'The proposal in the link was opened.' }).waitFor();
  assert.equal(await other.inputValue('#call'), 'innovation-express-2014');
  assert.deepEqual(await shown(other), before);
  assert.equal(new URL(other.url()).hash, '', 'a reload keeps what was changed since');
  assert.ok(asked.length > 20 && asked.every((url) => !url.includes(new URL(link).hash.slice(10, 40))), 'no server sees it');
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('a link over what the browser kept can be taken back, and leaves it alone until it is changed', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Mine');
  await kept(page);
  const packed = (await promisify(deflateRaw)(JSON.stringify({ title: 'Theirs' }))).toString('base64url');
  const other = await browser.open({ context: page.context(), path: `#proposal=${packed}` });
  await other.locator('#notice button').waitFor();
  assert.equal(await other.inputValue('#title'), 'Theirs');
  await other.click('#notice button');
  assert.equal(await other.inputValue('#title'), 'Mine');

  await other.evaluate((hash) => { location.hash = hash; }, `#proposal=${packed}`);
  await other.locator('#notice button').waitFor();
  assert.equal(await other.inputValue('#title'), 'Theirs', 'also in an open page');
  await other.close({ runBeforeUnload: true });
  const third = await browser.open({ context: page.context() });
  assert.equal(await third.inputValue('#title'), 'Mine');
  await third.evaluate((hash) => { location.hash = hash; }, `#proposal=${packed}`);
  await third.locator('#notice button').waitFor();
  await enter(third.locator('#title'), 'Theirs, changed');
  await third.waitForFunction(() => /Theirs, changed/.test(localStorage.getItem('callcheck-form')));
});

test('the form that a link came over is not lost by what is done to the one in the link', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Mine');
  await keptTitled(page, 'Mine');
  const links = await Promise.all(['Theirs', 'Others'].map(async (title) => (await promisify(deflateRaw)(JSON.stringify({ title }))).toString('base64url')));
  const follow = async (packed, title) => {
    await page.evaluate((hash) => { location.hash = hash; }, `#proposal=${packed}`);
    await page.waitForFunction((whole) => document.getElementById('title').value === whole, title);
  };

  await follow(links[0], 'Theirs');
  assert.equal(await notice(page), 'The proposal in the link was opened. Your own form is kept until you change something here; Undo brings it back.');
  await page.click('#clear');
  assert.equal(await page.inputValue('#title'), 'Mine');
  assert.equal(await notice(page), 'What stood here before is back.');
  await page.reload();
  assert.equal(await page.inputValue('#title'), 'Mine');

  for (const over of [() => follow(links[1], 'Others'), () => loadExample(page, 'Small food producers')]) {
    await follow(links[0], 'Theirs');
    await over();
    await page.click('#notice button');
    assert.equal(await page.inputValue('#title'), 'Mine');
  }
  assert.deepEqual(page.complaints, []);
});

test('a link that was opened and not changed is still there after a reload', async () => {
  const packed = (await promisify(deflateRaw)(JSON.stringify({ title: 'Theirs' }))).toString('base64url');
  const page = await browser.open({ path: `#proposal=${packed}` });
  await page.locator('#notice', { hasText: 'The proposal in the link was opened.' }).waitFor();
  for (const times of [1, 2]) {
    await page.reload();
    await page.locator('#notice', { hasText: 'The proposal in the link was opened.' }).waitFor();
    assert.equal(await page.inputValue('#title'), 'Theirs', `after ${times}`);
  }
  await enter(page.locator('#title'), 'Theirs, changed');
  await kept(page);
  await page.reload();
  assert.equal(await page.inputValue('#title'), 'Theirs, changed');
  assert.equal(await page.locator('#notice p').count(), 0);
  await page.click('#clear');
  await page.reload();
  assert.equal(await page.inputValue('#title'), '');
  assert.deepEqual(page.complaints, []);
});

test('a page that is loaded anew is where it was, with the same partners unfolded', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await enter(page.locator('#title'), 'Mine');
  await (await partner(page, 2)).getByRole('button', { name: 'Remove this partner' }).scrollIntoViewIfNeeded();
  const state = () => page.evaluate(() => ({ top: Math.round(scrollY), open: [...document.querySelectorAll('.partner')].map((each) => each.open) }));
  const before = await state();
  assert.ok(before.top > 300);
  await page.reload();
  await page.locator('#page').waitFor();
  assert.deepEqual(await state(), before);

  const again = await browser.open({ context: page.context() });
  assert.equal(await again.evaluate(() => scrollY), 0, 'another tab starts at the top');
  assert.deepEqual([...page.complaints, ...again.complaints], []);
});

test('partners that were removed can be put back after the page is loaded anew, until the form is cleared', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const names = () => page.locator('.partner h3').allTextContents();
  const [first, second, third] = await names();
  for (const number of [3, 1]) await (await partner(page, number)).getByRole('button', { name: 'Remove this partner' }).click();
  for (const times of [1, 2]) {
    await page.reload();
    await page.locator('#page').waitFor();
    assert.deepEqual(await names(), [second], `after ${times}`);
    assert.deepEqual(await page.locator('.partners .undo p').allTextContents(), [`${first} was removed.`, `${third} was removed.`]);
  }
  await page.locator('.undo', { hasText: first }).getByRole('button').click();
  await page.locator('.undo', { hasText: third }).getByRole('button').click();
  assert.deepEqual(await names(), [first, second, third]);
  assert.equal(await control(await partner(page, 3), 'currency').inputValue(), 'DKK');

  await (await partner(page, 2)).getByRole('button', { name: 'Remove this partner' }).click();
  await page.reload();
  await page.click('#clear');
  assert.equal(await page.evaluate((name) => JSON.stringify({ ...sessionStorage, ...localStorage }).includes(name), second), false);
  await page.reload();
  await page.locator('#page').waitFor();
  assert.equal(await page.locator('.undo').count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('a form that another tab changes is told of, and can be taken over', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Here');
  await keptTitled(page, 'Here');
  const other = await browser.open({ context: page.context() });
  await enter(other.locator('#title'), 'There');
  await keptTitled(other, 'There');
  await page.locator('#notice', { hasText: 'Another tab changed the form' }).waitFor();
  assert.equal(await page.inputValue('#title'), 'Here', 'nothing is changed by itself');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'There');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'call', 'the button that had the focus is gone');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'Here');
  await other.locator('#notice', { hasText: 'Another tab changed the form' }).waitFor();
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('a browser that lets no page copy gets the link to copy by hand', async () => {
  const page = await browser.open({ before: (context) => context.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }) });
  await page.click('#link');
  const offered = page.getByLabel('Copy this link.');
  assert.match(await offered.inputValue(), /#proposal=/);
  assert.equal(await offered.evaluate((input) => input === document.activeElement && input.selectionEnd === input.value.length), true);
});

test('the printed record tells all that was judged', async () => {
  const page = await browser.open();
  const book = {
    callcheck: 1, id: 'all', version: '1.0.0', title: 'All', currency: 'EUR', strands: { small: 'Small project' }, types: { firm: 'Firm' },
    questions: { civil: { of: 'proposal', kind: 'boolean', label: 'Civil' }, field: { of: 'proposal', kind: 'choices', choices: { food: 'Food', wood: 'Wood' }, label: 'Field' }, smes: { of: 'partner', kind: 'count', label: 'SMEs taking part' }, turnover: { of: 'partner', kind: 'money', label: 'Turnover' } },
    sources: { s: { title: 'S' } }, rules: [{ id: 'cap', title: 'Cap', require: { measure: 'grant', max: 'EUR 1000' }, source: { ref: 's' } }],
  };
  await openFile(page, 'all.json', JSON.stringify(book));
  await openFile(page, 'p.json', JSON.stringify({
    rulebook: { id: 'all' }, strand: 'small', answers: { civil: true, field: ['food', 'wood'] },
    partners: [{ name: 'One', country: 'DE', region: 'DE-BB', type: 'firm', size: 'small', role: 'lead', submitted: '2014-09-30', answers: { smes: 4, turnover: '1000' } }, null],
  }));
  const record = await printed(page);
  for (const told of [/StrandSmall project/, /Civil: YesField: Food, Wood/, /Germany, Brandenburg \(DE-BB\)/, /Firm, Small, Lead/, /SMEs taking part: One 4Turnover: One EUR\u00a01,000Filed at home on: One 30\u00a0September 2014/]) assert.match(record, told);
  assert.deepEqual(page.complaints, []);
});

test('the printed record of an example is one page', async () => {
  const page = await browser.open();
  const titles = await exampleTitles(page);
  for (const title of titles) {
    await loadExample(page, title);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    assert.equal(pages, 1, title);
  }
});

test('the printed record tells verdict, version and digest of what was opened', async () => {
  const page = await browser.open();
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'innovation-express-2013' }, title: 'From a file', partners: [{ name: 'Only one', country: 'DK', grant: '300000', currency: 'DKK' }] }));
  const record = await printed(page);
  assert.match(record, /Innovation Express 2013, rulebook \d+\.\d+\.\d+sha256:[0-9a-f]{64}/);
  assert.match(record, /Cannot be funded as it stands/);
  assert.match(record, /From a file/);
  assert.match(record, /Only one/);
  const link = await copied(page);
  const other = await browser.open({ path: new URL(link).hash });
  await other.locator('#notice', { hasText: 'was opened' }).waitFor();
  const undated = (text) => text.replace(/Checked on .*?\d\d:\d\d/, '');
  assert.equal(undated(await printed(other)), undated(record));
});
