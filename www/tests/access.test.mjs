import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { breakFood, chooseCall, control, loadExample, openFile, partner, toChange, unfoldAll } from './steps.mjs';

const STATES = {
  empty: async () => {},
  draft: async (page) => {
    await chooseCall(page, 'innovation-express-2013');
    await control(await partner(page, 1), 'country').selectOption('DK');
  },
  broken: breakFood,
  eligible: (page) => loadExample(page, 'Small food producers'),
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [state, prepare] of Object.entries(STATES)) {
  for (const width of [1280, 390]) {
    for (const theme of ['light', 'dark']) {
      test(`axe finds nothing: ${state}, ${width} px, ${theme}`, async () => {
        const page = await browser.open({ width, theme });
        await prepare(page);
        await unfoldAll(page);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      });
    }
  }

  test(`nothing overflows at 1280, 390 and 320 px: ${state}`, async () => {
    const page = await browser.open({ width: 1280 });
    await prepare(page);
    await unfoldAll(page);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${width} px`);
    }
  });
}

/** A partner whose name is one long word, in a form with things to say about it. */
const longName = (name) => JSON.stringify({ rulebook: { id: 'innovation-express-2013' }, partners: [{ name, country: 'DK', type: 'company', currency: 'DKK', grant: '260000', costs: { staff: 'abc' } }, { name: `${name}2`, country: 'CN', currency: 'EUR', grant: '5' }] });

/** The elements of a selector whose text goes beyond them. */
const spilling = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1).map((each) => each.outerHTML.slice(0, 200)));

for (const width of [1280, 900, 320]) {
  test(`a name of one long word stays in its place: ${width} px`, async () => {
    const page = await browser.open({ width });
    await openFile(page, 'long.json', longName('Donaudampfschifffahrtsgesellschaft'.repeat(2)));
    await unfoldAll(page);
    if (width === 320) await page.click('.judgebar');
    for (const selector of ['.partner h3', '.partner summary', '.todo p', '.todo a', '.missing li', '.rule', '.rule dl', '.rule dd', '.rule dt', '.room', '.rail-body', '.row-head', '.message']) {
      assert.deepEqual(await spilling(page, selector), [], selector);
    }
  });
}

test('no control is wider than its field, also where the columns are narrowest', async () => {
  const page = await browser.open({ width: 900 });
  await breakFood(page);
  await unfoldAll(page);
  for (const width of [900, 641, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.locator('.field').evaluateAll((fields) => fields.flatMap((field) => [...field.querySelectorAll('input, select')].filter((each) => each.getBoundingClientRect().right > field.getBoundingClientRect().right + 1).map(({ id }) => id)));
    assert.deepEqual(wide, [], `${width} px`);
  }
});

test('a picture that knows no amount stays in its column', async () => {
  const page = await browser.open({ width: 900 });
  await loadExample(page, 'Small food producers');
  assert.deepEqual(await spilling(page, '#picture-limits .row-head'), []);
});

test('a name that turns the direction of letters turns only its own', async () => {
  const page = await browser.open();
  await openFile(page, 'bidi.json', longName('Abc\u202edef\u2069\u202e'));
  await unfoldAll(page);
  const { innerText } = await page.locator('main').evaluate((main) => ({ innerText: main.innerText }));
  assert.doesNotMatch(innerText, /[\u202a-\u202e]/);
  await openFile(page, 'bidi.json', longName('\u05d0\u05d1\u05d2'));
  assert.match(await toChange(page).first().textContent(), /\u2068\u05d0\u05d1\u05d2\u2069/);
});

test('axe finds nothing in the opened sheet in the dark, and where a partner was removed', async () => {
  const phone = await browser.open({ width: 390, height: 844, theme: 'dark' });
  await breakFood(phone);
  await phone.click('.judgebar');
  assert.deepEqual(await violations(phone), []);
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await (await partner(page, 2)).getByRole('button', { name: 'Remove this partner' }).click();
  assert.deepEqual(await violations(page), []);
});

test('the opened sheet of a phone is reached, left and without a violation', async () => {
  const page = await browser.open({ width: 390, height: 844 });
  await breakFood(page);
  await page.click('.judgebar');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'verdict');
  assert.equal(await page.locator('#proposal').evaluate((form) => form.inert), true);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'judgebar');
  assert.equal(await page.locator('#proposal').evaluate((form) => form.inert), false);

  await page.click('.judgebar');
  await page.locator('.todo a.to').first().click();
  assert.equal(await page.locator('.judgebar').getAttribute('aria-expanded'), 'false');
  assert.equal(await page.evaluate(() => document.activeElement.closest('form') !== null), true);
});

test('the opened sheet leaves a part of the page to be seen, and its button on the screen, on the lowest screen, too', async () => {
  for (const height of [180, 256, 844]) {
    const page = await browser.open({ width: 320, height });
    await breakFood(page);
    await page.click('.judgebar');
    const { top, bottom } = await page.locator('.rail').evaluate((rail) => rail.getBoundingClientRect().toJSON());
    assert.ok(top >= Math.floor(height * 0.12) && bottom <= height, `${height}: from ${top} to ${bottom}`);
    assert.equal(await page.locator('.judgebar').evaluate((bar) => bar.scrollHeight > bar.clientHeight), false, `${height}: all of the verdict`);
    const { scrollHeight, clientHeight } = await page.locator('.rail-body').evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
    assert.ok(clientHeight > 20 && scrollHeight > clientHeight, `${height}: what is longer is scrolled to`);
  }
});

test('the facts about a call have the whole width', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const width = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
  assert.equal(await width('#callfacts'), await width('#toolbar'));
});

test('no field has letters so small that a phone zooms into it', async () => {
  const page = await browser.open({ width: 320 });
  await breakFood(page);
  await unfoldAll(page);
  const small = await page.locator('input:not([type="checkbox"], [type="radio"]), select').evaluateAll((fields) => fields.filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16).map(({ id }) => id));
  assert.deepEqual(small, []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

test('every entry of the summary is reached by keyboard and leads into its field', async () => {
  const page = await browser.open();
  await breakFood(page);
  await page.evaluate(() => document.querySelectorAll('.partner').forEach((details) => { details.open = false; }));
  const links = toChange(page).locator('a.to');
  const count = await links.count();
  assert.ok(count >= 3);
  for (let place = 0; place < count; place += 1) {
    await tabTo(page, links.nth(place));
    const id = (await links.nth(place).getAttribute('href')).slice(1);
    await page.keyboard.press('Enter');
    const field = page.locator(`[id="${id}"]`);
    assert.equal(await field.isVisible(), true, id);
    assert.equal(await field.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)), true, id);
  }
});

/** Presses Tab until the link has the focus. */
async function tabTo(page, link) {
  await page.locator('#judgement').focus();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail('the link is not reached by Tab');
}

test('the status speaks once typing has paused, and only of what is new', async () => {
  const page = await browser.open();
  await loadExample(page, 'ABEIS');
  const card = await partner(page, 3);
  const status = page.locator('#status');
  await control(card, 'grant').fill('18,749.26');
  assert.doesNotMatch(await status.textContent(), /Cannot be funded/);
  await page.waitForFunction(() => /Cannot be funded/.test(document.getElementById('status').textContent));
  assert.equal(await status.textContent(), 'Cannot be funded as it stands. 1 to change.');
});

test('what a name is made of is heard as words of their own', async () => {
  const page = await browser.open({ width: 390, height: 844 });
  await breakFood(page);
  const named = (role, name) => page.getByRole(role, { name, exact: true });
  assert.equal(await named('button', 'Cannot be funded as it stands 4 to change, 1 not kept yet').count(), 1);
  await page.click('.judgebar');
  for (const name of ['To change 4', 'Not kept yet 1']) assert.equal(await named('heading', name).count(), 1, name);
  const groups = await page.locator('[id$="-currency"] optgroup').evaluateAll((all) => [...new Set(all.map(({ label }) => label))]);
  assert.deepEqual(groups, ['All other currencies']);
});

test('the theme button keeps its words, and says and shows whether it is pressed', async () => {
  const page = await browser.open({ theme: 'dark' });
  const button = page.getByRole('button', { name: 'Dark theme', exact: true });
  const mark = () => button.evaluate((element) => getComputedStyle(element, '::before').content);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.match(await mark(), /✓/);
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await mark(), 'none');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
});
