import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { chooseCall, control, enter, loadExample, note, partner, toChange, verdict } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
const echo = (card, name) => card.locator(`[id$="-${name}-echo"]`);

/** The first partner of the 2013 call, in Denmark, with its requested grant. */
async function danishGrant(options) {
  const page = await browser.open(options);
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('DK');
  return { page, card, grant: control(card, 'grant') };
}

test('an amount that can mean two is asked about, and answered by keyboard', async () => {
  const { page, card, grant } = await danishGrant();
  await enter(grant, '18.000');
  assert.equal(await grant.inputValue(), '18.000', 'stays as typed');
  assert.equal(await grant.getAttribute('aria-invalid'), 'true');
  assert.match(await toChange(page).textContent(), /“18\.000” can be read in two ways/);
  assert.deepEqual(await note(card, 'grant').locator('button').allTextContents(), ['DKK\u00a018,000.00', 'DKK\u00a018.00']);

  await grant.focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'DKK\u00a018,000.00');
  await page.keyboard.press('Enter');
  assert.equal(await grant.inputValue(), '18,000');
  assert.equal(await focused(page), await grant.getAttribute('id'), 'the focus stays at the field');
  assert.equal(await grant.getAttribute('aria-invalid'), null);
  assert.equal(await echo(card, 'grant').textContent(), 'DKK\u00a018,000.00');
  assert.equal(await toChange(page).count(), 0);

  await enter(grant, '18.000');
  await note(card, 'grant').getByRole('button', { name: 'DKK\u00a018.00', exact: true }).click();
  assert.equal(await grant.inputValue(), '18.00');
  assert.equal(await echo(card, 'grant').textContent(), 'DKK\u00a018.00');
  assert.deepEqual(page.complaints, []);
});

test('an amount that is corrected is judged when Tab leaves it, also for a link below it', async () => {
  const { page, card, grant } = await danishGrant();
  const correct = async (text) => {
    await grant.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  };
  await enter(grant, '260000');
  assert.equal(await note(card, 'grant').locator('a').count(), 1);
  await correct('18.000');
  assert.match(await toChange(page).textContent(), /“18\.000” can be read in two ways/);
  assert.equal(await focused(page), 'DKK\u00a018,000.00', 'the focus goes to what stands there now');
  await enter(grant, '260000');
  await correct('270000');
  assert.equal(await grant.inputValue(), '270,000');
  assert.equal(await echo(card, 'grant').textContent(), 'DKK\u00a0270,000.00');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'a');
  await correct('18 000');
  assert.equal(await grant.inputValue(), '18,000');
  assert.equal(await page.evaluate(() => document.activeElement === document.body), false);
  assert.equal(await toChange(page).count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('where more decimals stand than the currency has, rounding is offered and never done in silence', async () => {
  const { card, grant } = await danishGrant();
  await enter(grant, '18.345');
  assert.deepEqual(await note(card, 'grant').locator('button').allTextContents(), ['DKK\u00a018,345.00', 'DKK\u00a018.35, rounded']);
  await control(card, 'currency').selectOption('ISK');
  assert.deepEqual(await note(card, 'grant').locator('button').allTextContents(), ['ISK\u00a018,345', 'ISK\u00a018, rounded']);
});

test('what was understood is told once the field is left, with the currency it is in', async () => {
  const { page, card, grant } = await danishGrant();
  await grant.pressSequentially('kr. 18 000,5');
  assert.equal(await echo(card, 'grant').isVisible(), false);
  await grant.blur();
  assert.equal(await grant.inputValue(), '18,000.5');
  assert.equal(await echo(card, 'grant').textContent(), 'DKK\u00a018,000.50');
  assert.match(await grant.getAttribute('aria-describedby'), new RegExp(`${await echo(card, 'grant').getAttribute('id')}`));
  await page.waitForFunction(() => /^Understood as DKK\u00a018,000\.50\./.test(document.getElementById('status').textContent));
  await control(card, 'currency').selectOption('SEK');
  assert.equal(await echo(card, 'grant').textContent(), 'SEK\u00a018,000.50');
  await grant.press('End');
  await grant.press('Backspace');
  assert.equal(await echo(card, 'grant').isVisible(), false, 'nothing is understood of a text that changes');
});

test('an amount in another currency is refused and told', async () => {
  const { card, grant } = await danishGrant();
  await enter(grant, '500 EUR');
  assert.match(await note(card, 'grant').textContent(), /“500 EUR” cannot be read as an amount\. Amounts here are in DKK/);
  await control(card, 'currency').selectOption('ISK');
  await enter(grant, '500,25');
  assert.match(await note(card, 'grant').textContent(), /ISK has no decimals\. Write a whole amount/);
});

test('a Danish browser reads points as Danes write them, and everything it shows follows', async () => {
  const { page, card, grant } = await danishGrant({ locale: 'da-DK' });
  await enter(grant, '160.000');
  assert.equal(await grant.inputValue(), '160.000');
  assert.equal(await echo(card, 'grant').textContent(), 'DKK\u00a0160.000,00');
  await enter(control(card, 'costs-staff'), '1.500,50');
  assert.equal(await card.locator('.ledger tfoot td').first().textContent(), '1.500,50');
  await enter(grant, '260.000');
  assert.match(await note(card, 'grant').textContent(), /DKK\u00a010\.000 too much/);
  await enter(grant, '18,000');
  assert.match(await note(card, 'grant').textContent(), /“18,000” can be read in two ways/);
  assert.deepEqual(page.complaints, []);
});

test('how amounts are written can be chosen, is kept, and changes no amount', async () => {
  const { page, grant } = await danishGrant();
  await enter(grant, '18000.5');
  const samples = await page.locator('#amounts option').allTextContents();
  assert.deepEqual(samples.map((text) => text.replace('’', "'")), ['18,000.50, as in your browser', '18,000.50', '18.000,50', '18\u00a0000,50', "18'000.50"]);
  await page.focus('#amounts');
  await page.selectOption('#amounts', 'da');
  assert.equal(await focused(page), 'amounts');
  const again = await partner(page, 1);
  assert.equal(await control(again, 'grant').inputValue(), '18.000,5');
  assert.match(await note(again, 'grant').textContent(), /DKK\u00a00 to 250\.000/);
  await enter(control(again, 'grant'), '17.000');
  assert.equal(await note(again, 'grant').locator('button').count(), 0);
  await page.reload();
  await page.locator('#page').waitFor();
  assert.equal(await page.inputValue('#amounts'), 'da');
});

test('a ledger asks as well, and the sum counts what was answered', async () => {
  const { card } = await danishGrant();
  await enter(control(card, 'costs-staff'), '1,000');
  await enter(control(card, 'costs-travel'), '18.000');
  assert.equal(await card.locator('.ledger tfoot td').first().textContent(), '1,000');
  assert.equal(await card.locator('.ledger tfoot th').first().textContent(), 'Sum of what can be read');
  await note(card, 'costs-travel').getByRole('button', { name: 'DKK\u00a018,000.00' }).click();
  assert.equal(await card.locator('.ledger tfoot td').first().textContent(), '19,000');
  assert.equal(await card.locator('.ledger tfoot th').first().textContent(), 'Sum');
  await control(card, 'costs-events').pressSequentially('1.');
  assert.equal(await card.locator('.ledger tfoot th').first().textContent(), 'Sum', 'while one types');
});

test('where a currency counts three decimals the engine is not told what the page has to ask', async () => {
  const page = await browser.open({ locale: 'da-DK' });
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('KW');
  await control(card, 'currency').evaluate((select) => { select.append(new Option('KWD', 'KWD')); });
  await control(card, 'currency').selectOption('KWD');
  await enter(control(card, 'grant'), '18.567');
  assert.equal(await control(card, 'grant').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await note(card, 'grant').locator('button').allTextContents(), ['KWD\u00a018.567,000', 'KWD\u00a018,567']);
  await note(card, 'grant').locator('button').last().click();
  assert.equal(await control(card, 'grant').getAttribute('aria-invalid'), null);
  assert.equal(await control(card, 'grant').inputValue(), '18,567');
});

test('an example is shown as it is, without an echo', async () => {
  const page = await browser.open();
  await loadExample(page, 'ABEIS');
  assert.equal(await page.locator('.echo').filter({ visible: true }).count(), 0);
  assert.equal(await verdict(page), 'Nothing found against it');
});

test('what is asked about an amount of a list stands below it, over no other control, also at 320 pixels', async () => {
  for (const width of [320, 1280]) {
    const page = await browser.open({ width });
    await chooseCall(page, 'innovation-express-2013');
    const card = await partner(page, 1);
    await enter(control(card, 'costs-travel'), '18.000');
    const readings = note(card, 'costs-travel').locator('button');
    await readings.last().click({ trial: true });
    const amount = await control(card, 'costs-travel').boundingBox();
    const next = await control(card, 'costs-events').boundingBox();
    for (const button of await readings.all()) {
      const { x, y, width: wide, height } = await button.boundingBox();
      assert.ok(y >= amount.y + amount.height && y + height <= next.y, `${width}: between its amount and the next`);
      assert.ok(x + wide <= amount.x + amount.width, `${width}: within the list`);
    }
  }
});
