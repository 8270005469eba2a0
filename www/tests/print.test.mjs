/** The printed record, as it is laid out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { breakFood } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('each part of the record stands right below its heading', async () => {
  const page = await browser.open();
  await breakFood(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const gaps = await page.locator('#record h3').evaluateAll((headings) => headings.map((heading) => heading.nextElementSibling.getBoundingClientRect().top - heading.getBoundingClientRect().bottom));
  assert.ok(gaps.length > 3);
  assert.deepEqual(gaps.map(Math.round), gaps.map(() => 0));
});
