/** The printed record, as it is laid out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { breakFood, openFile } from './steps.mjs';

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

test('a name in the record has a fifth of the width, and is not broken before', async () => {
  const page = await browser.open({ width: 688 });
  await breakFood(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const lines = await page.locator('#record tbody th', { hasText: 'Ideon Agro Food' }).evaluate((name) => {
    const range = document.createRange();
    range.selectNodeContents(name);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
  assert.equal(lines, 1);
});

test('the record tells no sum of a list in which something cannot be read', async () => {
  const page = await browser.open();
  await breakFood(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const costs = (name) => page.locator('#record tbody tr', { hasText: name }).first().locator('td').nth(4).textContent();
  assert.equal(await costs('FoodNetwork'), '340,000');
  assert.equal(await costs('AgroTech'), 'unreadable');
});

test('the record tells a long name whole, and of the rates those that can be read', async () => {
  const page = await browser.open();
  const name = 'Viešoji įstaiga Lietuvos medienos ir baldų pramonės klasterių plėtros ir inovacijų agentūra „Klasteris“';
  const exchange = { base: 'EUR', units: { DKK: '7.46', SEK: 'about 8' } };
  await openFile(page, 'p.json', JSON.stringify({ exchange, partners: [{ name, country: 'LT', currency: 'LTL' }] }));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('#record tbody th').first().textContent(), name);
  assert.match(await page.locator('#record footer').textContent(), /At the applicant’s rates: DKK\u00a07\.46 for EUR\u00a01\./);
});

test('the record tells which of the two dates is given', async () => {
  const page = await browser.open();
  const dates = async (proposal) => {
    await openFile(page, 'p.json', JSON.stringify(proposal));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    return page.locator('#record dl.facts > div', { hasText: 'Start and end' }).locator('dd').textContent();
  };
  assert.equal(await dates({ start: '2015-01-01' }), 'from 1\u00a0January 2015');
  assert.equal(await dates({ end: '2015-12-31' }), 'until 31\u00a0December 2015');
  assert.equal(await dates({ start: '2015-01-01', end: '2015-12-31' }), '1\u00a0January 2015 to 31\u00a0December 2015');
  assert.equal(await dates({ months: 12 }), 'not given');
});

test('of more partners than the record lists their number stands without a colon', async () => {
  const page = await browser.open();
  const partners = Array.from({ length: 8 }, (_, place) => ({ name: `Cluster ${place + 1}`, country: 'DK', currency: 'DKK', grant: '1000', submitted: '2013-05-30' }));
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'innovation-express-2013' }, partners }));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const numbers = await page.locator('#record tbody tr', { hasText: 'Filed in Denmark' }).locator('td').nth(2).textContent();
  assert.match(numbers, /Cluster 6: 30\u00a0May 2013; and 2 more$/);
});
