import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { breakFood, toChange, verdict } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** What has the focus: `body` where it is lost. */
const focus = (page) => page.evaluate(() => {
  const { activeElement: at } = document;
  return { tag: at.localName, id: at.id, text: at.textContent, isLost: at === document.body || !at.checkVisibility() };
});

async function press(page, key) {
  await page.keyboard.press(key);
  const at = await focus(page);
  assert.equal(at.isLost, false, `the focus is lost after ${key}`);
  return at;
}

/** Presses Tab until what has the focus is meant. */
async function tabTo(page, isMeant, key = 'Tab') {
  for (let presses = 0; presses < 120; presses += 1) {
    const at = await press(page, key);
    if (isMeant(at)) return at;
  }
  return assert.fail(`not reached by ${key}: ${isMeant}`);
}

async function type(page, text) {
  for (const letter of text) await press(page, letter);
}

test('the whole way by keyboard alone: a call, partners, a finding, its repair, removing, putting back, printing', async () => {
  const page = await browser.open({ before: (context) => context.addInitScript(() => { window.print = () => { window.printed = true; }; }) });
  await tabTo(page, ({ id }) => id === 'call');
  await press(page, 'Home');
  while (await page.inputValue('#call') !== 'innovation-express-2013') await press(page, 'ArrowDown');

  await tabTo(page, ({ id }) => /-name$/.test(id));
  await type(page, 'Ours');
  await tabTo(page, ({ id }) => /-country$/.test(id));
  await type(page, 'Den');
  await tabTo(page, ({ id }) => /-grant$/.test(id));
  await type(page, '260000');
  const grant = (await focus(page)).id;
  await press(page, 'Tab');
  assert.equal(await page.locator(`[id="${grant}"]`).getAttribute('aria-invalid'), 'true');

  await tabTo(page, ({ id }) => id === 'judgement');
  await tabTo(page, ({ tag, text }) => tag === 'a' && /DKK\u00a010,000 too much/.test(text));
  assert.equal((await press(page, 'Enter')).id, grant, 'the link leads into the field');
  await press(page, 'Control+a');
  await type(page, '240.000');
  await press(page, 'Tab');
  await tabTo(page, ({ text }) => text === 'DKK\u00a0240,000.00', 'Shift+Tab');
  assert.equal((await press(page, 'Enter')).id, grant, 'the answer leads back into the field');
  assert.equal(await toChange(page).count(), 0);

  await tabTo(page, ({ id }) => id === 'add-partner');
  assert.match((await press(page, 'Enter')).id, /-name$/);
  await type(page, 'Theirs');
  await tabTo(page, ({ text }) => text === 'Remove this partner');
  assert.equal((await press(page, 'Enter')).text, 'Undo');
  assert.deepEqual(await page.locator('.partner h3').allTextContents(), ['Ours']);
  const back = await press(page, 'Enter');
  assert.equal(back.tag, 'summary');
  assert.deepEqual(await page.locator('.partner h3').allTextContents(), ['Ours', 'Theirs']);
  await press(page, 'Enter');
  await press(page, 'Enter');
  assert.equal((await focus(page)).tag, 'summary', 'folding and unfolding keep the focus');

  await tabTo(page, ({ id }) => id === 'print', 'Shift+Tab');
  await press(page, 'Enter');
  assert.equal(await page.evaluate(() => window.printed), true);
  assert.equal(await verdict(page), 'Not complete yet');
  assert.deepEqual(page.complaints, []);
});

test('by keyboard on a phone: into the sheet, nowhere beside it, out again, and along a link to a field and to a rule', async () => {
  const page = await browser.open({ width: 390, height: 844 });
  await breakFood(page);
  await page.locator('.judgebar').focus();
  assert.equal((await press(page, 'Enter')).tag, 'div', 'the verdict has the focus');
  for (let presses = 0; presses < 6; presses += 1) {
    await press(page, 'Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('#judgement') !== null), true, 'the rest is out of reach');
  }
  await press(page, 'Escape');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'judgebar');

  await press(page, 'Enter');
  await tabTo(page, ({ tag }) => tag === 'a');
  await press(page, 'Enter');
  assert.equal(await page.evaluate(() => document.activeElement.closest('#proposal') !== null), true);

  await page.locator('.judgebar').focus();
  await press(page, 'Enter');
  await tabTo(page, ({ tag, text }) => tag === 'a' && /^12 to 18\smonths$/.test(text));
  assert.match((await press(page, 'Enter')).id, /^rule-/);
  assert.equal(await page.locator('.judgebar').getAttribute('aria-expanded'), 'false');
});

for (const [width, height] of [[390, 844], [320, 568], [320, 225]]) {
  test(`what has the focus never lies under the bar of a narrow screen: ${width} x ${height}`, async () => {
    const page = await browser.open({ width, height });
    await breakFood(page);
    await page.locator('.partner').nth(2).locator('summary').focus();
    for (let presses = 0; presses < 30; presses += 1) {
      await press(page, 'Tab');
      const covered = await page.evaluate(() => {
        const { activeElement: at } = document;
        if (at.closest('.rail')) return null;
        const { top, bottom } = at.getBoundingClientRect();
        const rail = document.querySelector('.rail');
        const free = getComputedStyle(rail).position === 'fixed' ? rail.getBoundingClientRect().top : innerHeight;
        return top < 0 || bottom > free ? `${at.id || at.outerHTML}: ${top} to ${bottom} of ${free}` : null;
      });
      assert.equal(covered, null);
    }
  });
}

test('whatever redraws the page leaves the focus where it was', async () => {
  const page = await browser.open();
  await breakFood(page);
  const isKept = async (what, id) => {
    const at = await focus(page);
    assert.equal(at.isLost, false, what);
    if (id) assert.equal(at.id, id, what);
  };
  await page.focus('#call');
  await page.selectOption('#call', 'innovation-express-2014');
  await isKept('another call', 'call');
  await page.focus('#amounts');
  await page.selectOption('#amounts', 'fi');
  await isKept('another way to write amounts', 'amounts');
  await page.locator('.picture-head button').click();
  await isKept('months instead of an end date');
  await page.locator('.picture-head button').click();
  await isKept('and back');
  while (await page.locator('.partner').count()) {
    const card = page.locator('.partner').last();
    if (await card.getAttribute('open') === null) await card.locator('summary').click();
    await card.getByRole('button', { name: 'Remove this partner' }).click();
    await isKept('a partner removed');
  }
  await page.keyboard.press('Enter');
  await isKept('the last one put back');
});

test('one region speaks, politely', async () => {
  const page = await browser.open();
  await breakFood(page);
  assert.deepEqual(await page.locator('[role=status], [aria-live], output').evaluateAll((all) => all.map((each) => [each.id, each.getAttribute('aria-live')])), [['status', 'polite']]);
});

test('what moves stands still where that is asked for', async () => {
  const arrow = (page) => page.locator('#rates > summary .caret').evaluate((caret) => getComputedStyle(caret).transitionDuration);
  const still = await browser.open();
  await breakFood(still);
  assert.equal(await arrow(still), '0s');
  await still.emulateMedia({ reducedMotion: 'no-preference' });
  assert.equal(await arrow(still), '0.12s');
});

test('with forced colours shapes still tell the marks and pictures apart, in the colours that were asked for', async () => {
  const page = await browser.open({ theme: 'dark' });
  await breakFood(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const colours = await page.evaluate(() => {
    const text = getComputedStyle(document.body).color;
    return { text, marks: [...new Set([...document.querySelectorAll('.board .g')].map((mark) => getComputedStyle(mark).color))], shapes: new Set([...document.querySelectorAll('.board use')].map((use) => use.getAttribute('href'))).size };
  });
  assert.deepEqual(colours.marks, [colours.text]);
  assert.ok(colours.shapes >= 4);
});
