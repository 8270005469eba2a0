import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { chooseCall, control, enter, loadExample, openFile, partner, verdict } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const totals = async (page) => {
  if (await page.locator('#totals').getAttribute('open') === null) await page.locator('#totals > summary').click();
  return page.locator('#totals');
};
const proposal = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('callcheck-form')));

test('totals are folded away until a form states them, and then count instead of the sums', async () => {
  const page = await browser.open();
  await loadExample(page, 'ABEIS');
  assert.equal(await page.locator('#totals').getAttribute('open'), null);
  await totals(page);
  await enter(page.locator('#total-grant'), '60,000.01');
  assert.equal(await verdict(page), 'Cannot be funded as it stands');
  const notes = await page.locator('#total-grant-note').textContent();
  assert.match(notes, /EUR\u00a00\.01 too much/);
  assert.match(notes, /Ask for EUR\u00a060,000 or less here/);
  assert.equal(await page.locator('#total-grant').getAttribute('aria-invalid'), 'true');
  assert.match(await page.locator('#totals > summary').textContent(), /EUR\u00a060,000\.01/);

  await enter(page.locator('#total-grant'), '59,000');
  assert.match(await page.locator('#total-grant-note').textContent(), /This total differs from the sum of the partners' amounts/);
  const contradicting = page.locator('.part', { hasText: 'Not kept yet' }).locator('.todo > li');
  assert.match(await contradicting.textContent(), /Totals, requested grant: two entries contradict each other/);
  assert.equal(await verdict(page), 'Not complete yet');
  await page.locator('#totals > summary').click();
  await contradicting.locator('a.to').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'total-grant', 'unfolded and gone to');

  await enter(page.locator('#total-grant'), '60,000');
  assert.equal(await verdict(page), 'Nothing found against it');
  assert.match(await page.locator('#total-grant-note').textContent(), /May be EUR\u00a010,000 to 60,000/);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.match(await page.locator('#record').textContent(), /TotalsGrant EUR\u00a060,000/);
  assert.deepEqual(page.complaints, []);
});

test('total costs and contributions add up, and are told at their own rows', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'innovation-express-2013' }, currency: 'DKK', costs: { staff: '1000.10', travel: 'abc', rent: '5' }, contributions: { public: '200' }, partners: [{ country: 'DK', grant: '5' }] }));
  assert.notEqual(await page.locator('#totals').getAttribute('open'), null, 'open where something stands in it');
  assert.equal(await page.locator('#total-costs tfoot td').textContent(), '1,005.10');
  assert.match(await page.locator('#total-costs-travel-note').textContent(), /“abc” cannot be read as an amount/);
  assert.match(await page.locator('#total-costs-rent-note').textContent(), /This call has no cost category “rent”/);
  await enter(page.locator('#total-costs-rent'), '');
  await enter(page.locator('#total-costs-travel'), '0.20');
  assert.equal(await page.locator('#total-costs tfoot td').textContent(), '1,000.30');
  assert.equal(await page.locator('#totals [aria-invalid]').count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('the money of the proposal is that of the partners who name none', async () => {
  const page = await browser.open();
  await openFile(page, 'p.json', JSON.stringify({ currency: 'SEK', partners: [{ name: 'A', grant: '100' }, { name: 'B', currency: 'NOK', grant: '5' }] }));
  const [a, b] = [await partner(page, 1), await partner(page, 2)];
  assert.equal(await control(a, 'currency').inputValue(), 'SEK');
  assert.equal(await control(b, 'currency').inputValue(), 'NOK');
  await totals(page);
  assert.equal(await page.inputValue('#total-currency'), 'SEK');
  await page.selectOption('#total-currency', 'DKK');
  assert.equal(await control(a, 'currency').inputValue(), 'DKK');
  assert.equal(await control(b, 'currency').inputValue(), 'NOK');
  assert.match(await a.locator('.ask').textContent(), /DKK\u00a0100/);
  assert.deepEqual(page.complaints, []);
});

test('where the call counts the hours a moment is asked for, in the call\u2019s own time', async () => {
  const page = await browser.open();
  await openFile(page, 'r.json', JSON.stringify({
    callcheck: 1, id: 'hours', version: '1.0.0', title: 'A call with an hour', currency: 'EUR', sources: { text: { title: 'Text' } },
    rules: [{ id: 'deadline', title: 'Submitted by 26 January 2018, 15:00', require: { measure: 'submitted', max: '2018-01-26T15:00+02:00' }, source: { ref: 'text' } }],
  }));
  assert.match(await page.locator('#submitted-note').textContent(), /The call closes on 26\u00a0January 2018, 15:00\u00a0\(UTC\+02:00\)/);
  await page.fill('#submitted', '2018-01-26');
  await page.locator('#submitted').blur();
  assert.equal(await verdict(page), 'Not complete yet');
  assert.match(await page.locator('#submitted-note').textContent(), /Not exact enough to tell/);
  assert.equal(await page.inputValue('#submitted-zone'), '+02:00');
  await page.fill('#submitted-time', '15:01');
  await page.locator('#submitted-time').blur();
  assert.equal(await verdict(page), 'Cannot be funded as it stands');
  assert.equal(await page.locator('#submitted-time').getAttribute('aria-invalid'), 'true');
  await page.selectOption('#submitted-zone', '+03:00');
  assert.equal(await verdict(page), 'Nothing found against it');
  await page.waitForFunction(() => /2018-01-26T15:01\+03:00/.test(localStorage.getItem('callcheck-form')));
  await page.fill('#submitted-time', '');
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('callcheck-form') ?? '{}').submitted === '2018-01-26');
  assert.deepEqual(page.complaints, []);
});

test('what is left until a moment leaves room for the name of its rule', async () => {
  for (const width of [320, 1000, 1280]) {
    const page = await browser.open({ width });
    await openFile(page, 'r.json', JSON.stringify({
      callcheck: 1, id: 'hours', version: '1.0.0', title: 'A call with an hour', currency: 'EUR', sources: { text: { title: 'Text' } },
      rules: [
        { id: 'deadline', title: 'Submitted by 26 September 2018, 15:00, in the system of the programme', require: { measure: 'submitted', max: '2018-09-26T15:00+02:00' }, source: { ref: 'text' } },
        { id: 'cap', title: 'At most EUR 1,000,000 for all partners together', require: { measure: 'grant', max: 'EUR 1000000' }, source: { ref: 'text' } },
      ],
    }), '#open-rulebook');
    if (width === 320) await page.click('.judgebar');
    const room = page.locator('.room');
    assert.match(await room.textContent(), /by 26\u00a0September 2018, 15:00\u00a0\(UTC\+02:00\)/);
    for (const name of await room.locator('th').all()) assert.ok((await name.boundingBox()).width >= 100, `${width} px`);
    assert.ok(await room.evaluate((table) => table.scrollWidth <= table.parentElement.clientWidth), `${width} px: within its part`);
  }
});

test('a moment that was loaded is shown with its time and offset, and stays exactly as written', async () => {
  const page = await browser.open();
  for (const [submitted, day, time, zone] of [
    ['2013-05-31T23:59+02:00', '2013-05-31', '23:59', '+02:00'], ['2013-05-31T21:59:30Z', '2013-05-31', '21:59:30', 'Z'],
    ['2013-05-31T21:59:30.5-03:17', '2013-05-31', '21:59:30.5', '-03:17'],
  ]) {
    await openFile(page, 'p.json', JSON.stringify({ submitted, partners: [{ country: 'DK', submitted }] }));
    assert.deepEqual([await page.inputValue('#submitted'), await page.inputValue('#submitted-time'), await page.inputValue('#submitted-zone')], [day, time, zone]);
    const card = await partner(page, 1);
    assert.equal(await control(card, 'submitted-time').inputValue(), time, 'of a partner, too');
    await page.fill('#submitted', '2013-05-30');
    await page.waitForFunction((wanted) => JSON.parse(localStorage.getItem('callcheck-form') ?? '{}').submitted === wanted, submitted.replace('05-31', '05-30'));
    assert.equal((await proposal(page)).partners[0].submitted, submitted);
  }
  await openFile(page, 'p.json', JSON.stringify({ submitted: '2013-05-31T23:59:00.123456+02:00' }));
  assert.equal(await page.inputValue('#submitted'), '2013-05-31T23:59:00.123456+02:00', 'what no field shows exactly stays a text');
  assert.equal(await page.locator('#submitted-time').isVisible(), false);
  assert.deepEqual(page.complaints, []);
});
