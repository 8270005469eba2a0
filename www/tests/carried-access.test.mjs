import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { enter, openFile, unfoldAll } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const rulebook = readFileSync(new URL('../../rulebooks/innovation-express-2014.json', import.meta.url), 'utf8');
const hours = JSON.stringify({
  callcheck: 1, id: 'hours', version: '1.0.0', title: 'A call with an hour', currency: 'EUR', groups: { nordic: ['DK', 'SE'] }, sources: { text: { title: 'Text' } },
  rules: [{ id: 'deadline', title: 'Submitted by 26 January 2018, 15:00', require: { measure: 'submitted', max: '2018-01-26T15:00+02:00' }, source: { ref: 'text' } }],
});

/** The states that files, links and rulebooks bring. */
const STATES = {
  'a file opened over a form, with totals that contradict': async (page) => {
    await enter(page.locator('#title'), 'Mine');
    await openFile(page, 'p.json', JSON.stringify({ grant: '5', costs: { staff: 'abc' }, partners: [{ country: 'DK', currency: 'EUR', grant: '60000.01', type: 'gone', answers: { gone: 'x' } }] }));
  },
  'a file refused': (page) => openFile(page, 'p.json', 'no JSON'),
  'the problems of a rulebook': (page) => openFile(page, 'our-call.json', rulebook.replace('"@funders"', '"@funder"').replace('"version": "1.0.0"', '"version": 1'), '#open-rulebook'),
  'the advice of one, and a moment too late': async (page) => {
    await openFile(page, 'hours.json', hours, '#open-rulebook');
    await page.fill('#submitted', '2018-01-26');
    await page.fill('#submitted-time', '15:01');
    await page.locator('#submitted-time').blur();
  },
  'a link to copy by hand': async (page) => {
    await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
    await page.click('#link');
    await page.locator('#offered').waitFor();
  },
};

for (const [state, prepare] of Object.entries(STATES)) {
  test(`axe finds nothing and nothing overflows, in light and dark, from 1280 to 320 px: ${state}`, async () => {
    const page = await browser.open();
    await prepare(page);
    await unfoldAll(page);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`);
      }
    }
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${width} px`);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
