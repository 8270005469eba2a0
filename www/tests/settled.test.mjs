/** What stands in a field that one is still in, when one presses Enter, prints or loads the page anew. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { chooseCall, control, enter, note, partner, toChange } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The grant of a Danish partner, in which an amount was left and another one is being typed. */
async function typing(text) {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('DK');
  const grant = control(card, 'grant');
  await enter(grant, '150000');
  await grant.fill('');
  await grant.pressSequentially(text);
  return { page, card, grant };
}

test('Enter says that one is done with a field', async () => {
  const { page, card, grant } = await typing('260000');
  await grant.press('Enter');
  assert.equal(await grant.inputValue(), '260,000');
  assert.equal(await card.locator('[id$="-grant-echo"]').textContent(), 'DKK\u00a0260,000.00');
  await grant.fill('18.000');
  assert.equal(await toChange(page).count(), 1);
  await grant.press('Enter');
  assert.match(await note(card, 'grant').textContent(), /can be read in two ways/);
  assert.equal(await grant.evaluate((input) => document.activeElement === input), true);
  assert.equal(new URL(page.url()).search, '', 'the form is sent nowhere');
  assert.deepEqual(page.complaints, []);
});

test('what is being typed is printed as it stands, not as it stood before', async () => {
  const { page } = await typing('18.000');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const record = await page.locator('#record').textContent();
  assert.match(record, /“18\.000” can be read in two ways/);
  assert.doesNotMatch(record, /150,000/);
  assert.deepEqual(page.complaints, []);
});

test('what is being typed is there again after a reload', async () => {
  const { page } = await typing('18.000');
  await page.reload();
  const card = await partner(page, 1);
  assert.equal(await control(card, 'grant').inputValue(), '18.000');
  assert.match(await note(card, 'grant').textContent(), /can be read in two ways/);
  assert.deepEqual(page.complaints, []);
});

test('what is being typed is kept once the page is out of sight, for a phone may end it there', async () => {
  const { page } = await typing('18.000');
  const kept = await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    return JSON.parse(localStorage.getItem('callcheck-form')).partners[0].grant;
  });
  assert.match(kept, /^18\.000\s$/, 'as a text that is to be asked about, not as the 18 that stood there on the way');
  assert.deepEqual(page.complaints, []);
});

test('what is being typed is saved as it stands, also where a tap on the button leaves the focus in the field', async () => {
  const { page } = await typing('18.000');
  const saved = page.waitForEvent('download');
  await page.evaluate(() => document.getElementById('save').click());
  const { partners: [{ grant }] } = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  assert.match(grant, /^18\.000\s$/);
  assert.deepEqual(page.complaints, []);
});

test('what is being typed comes back with the form and the partner that it was typed in, and reaches no other', async () => {
  const { page } = await typing('18.000');
  await page.evaluate(() => document.getElementById('clear').click());
  await page.click('#notice button');
  assert.equal(await control(await partner(page, 1), 'grant').inputValue(), '18.000');

  await page.click('#add-partner');
  await control(await partner(page, 1), 'grant').fill('');
  await control(await partner(page, 1), 'grant').pressSequentially('1.500');
  await page.locator('.partner').first().getByRole('button', { name: 'Remove this partner' }).evaluate((button) => button.click());
  assert.equal(await toChange(page).count(), 0, 'the one who moved up has no amount');
  await page.click('.partners .undo button');
  assert.equal(await control(await partner(page, 1), 'grant').inputValue(), '1.500');
  assert.deepEqual(page.complaints, []);
});
