import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { chooseCall, control, enter, exampleTitles, loadExample, note, openFile, partner, toChange, verdict } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The button that puts back a partner of that name. */
const undo = (page, name) => page.locator('.partners .undo', { hasText: name }).getByRole('button');
const remove = async (page, number) => (await partner(page, number)).getByRole('button', { name: 'Remove this partner' }).click();
const partnerNames = (page) => page.locator('.partner h3').allTextContents();

test('one cent over the total is found at the field that did it, and gone once repaired', async () => {
  const page = await browser.open();
  await loadExample(page, 'ABEIS');
  assert.equal(await page.inputValue('#call'), 'innovation-express');
  assert.equal(await verdict(page), 'Nothing found against it');

  const card = await partner(page, 3);
  const grant = control(card, 'grant');
  assert.equal(await grant.inputValue(), '18,749.25');
  assert.match(await note(card, 'grant').textContent(), /May be EUR\u00a00 to 18,749\.25/);

  await enter(grant, '18749.26');
  assert.equal(await verdict(page), 'Cannot be funded as it stands');
  assert.equal(await grant.inputValue(), '18,749.26');
  assert.equal(await grant.getAttribute('aria-invalid'), 'true');
  assert.match(await note(card, 'grant').textContent(), /EUR\u00a00\.01 too much\. EUR\u00a060,000\.01 found together.*60,000.*Ask for EUR\u00a018,749\.25 or less here/);
  assert.equal(await toChange(page).count(), 1);
  assert.match(await toChange(page).textContent(), /EUR\u00a00\.01 too much/);

  await enter(grant, '18,749.25');
  assert.equal(await verdict(page), 'Nothing found against it');
  assert.equal(await grant.getAttribute('aria-invalid'), null);
  assert.match(await note(card, 'grant').textContent(), /^May be EUR/);
  assert.equal(await toChange(page).count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('an empty form shouts at nothing, in any call', async () => {
  const page = await browser.open();
  for (const id of await page.locator('#call option').evaluateAll((options) => options.map(({ value }) => value))) {
    await chooseCall(page, id);
    assert.equal(await verdict(page), 'Not complete yet', id);
    assert.equal(await page.locator('[aria-invalid], .message, .g-broken').count(), 0, id);
    assert.equal(await page.inputValue('#submitted'), '', id);
    assert.doesNotMatch(await page.locator('#proposal').innerText(), /required\b(?! to see)|invalid|error/i, id);
  }
  assert.deepEqual(page.complaints, []);
});

test('a half-typed field is silent until it is left', async () => {
  const page = await browser.open();
  const card = await partner(page, 1);
  const grant = control(card, 'grant');
  await grant.pressSequentially('18.000');
  assert.equal(await grant.getAttribute('aria-invalid'), null);
  assert.doesNotMatch(await note(card, 'grant').textContent(), /can be read/);
  await grant.blur();
  assert.match(await note(card, 'grant').textContent(), /“18\.000” can be read in two ways\. Which is meant\?/);
  assert.equal(await grant.inputValue(), '18.000');
  await grant.fill('18000');
  assert.equal(await note(card, 'grant').locator('.message').count(), 0);

  await grant.fill('');
  await grant.blur();
  const other = control(await partner(page, 1), 'costs-staff');
  await other.pressSequentially('70000000000000000');
  assert.equal(await page.locator('[aria-invalid]').count(), 0);
  await other.blur();
  assert.equal(await page.locator('[aria-invalid]').count(), 1);
});

test('a limit that another partner used up is told at both, once both were left', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const first = await partner(page, 1);
  await control(first, 'country').selectOption('DK');
  assert.equal(await control(first, 'currency').inputValue(), 'DKK');
  await enter(control(first, 'grant'), '160 000');
  assert.equal(await control(first, 'grant').inputValue(), '160,000');
  await page.click('#add-partner');
  const second = await partner(page, 2);
  await control(second, 'country').selectOption('DK');
  await control(second, 'grant').pressSequentially('100000');
  assert.match(await note(first, 'grant').textContent(), /DKK\u00a010,000 too much/);
  assert.doesNotMatch(await note(second, 'grant').textContent(), /too much/);
  await control(second, 'grant').blur();
  assert.match(await note(second, 'grant').textContent(), /Ask for DKK\u00a090,000 or less here, or for less at Partner 1/);
  assert.deepEqual(page.complaints, []);
});

test('a partner is added, removed and put back where it stood', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  assert.equal(await page.locator('.partner').count(), 3);
  await page.click('#add-partner');
  assert.equal(await page.evaluate(() => document.activeElement.id.endsWith('-name')), true);
  assert.equal(await page.locator('.partner').count(), 4);

  const removed = await partner(page, 2);
  await removed.getByRole('button', { name: 'Remove this partner' }).click();
  assert.deepEqual(await page.locator('.partner h3').allTextContents(), ['Ideon Agro Food', 'AgroTech', 'Partner 3']);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Undo');
  await page.keyboard.press('Enter');
  assert.deepEqual(await page.locator('.partner h3').allTextContents(), ['Ideon Agro Food', 'FoodNetwork', 'AgroTech', 'Partner 4']);
  assert.equal(await page.locator('.undo').filter({ visible: true }).count(), 0);

  await enter(control(await partner(page, 3), 'grant'), '100,001');
  assert.match(await note(await partner(page, 3), 'grant').textContent(), /DKK\u00a01 too much/);
});

test('every partner that was removed can be put back', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const before = await partnerNames(page);
  for (const number of [3, 2, 1]) await remove(page, number);
  assert.deepEqual(await partnerNames(page), []);
  const described = await undo(page, before[1]).evaluate((button) => document.getElementById(button.getAttribute('aria-describedby')).textContent);
  assert.equal(described, `${before[1]} was removed.`, 'each Undo is heard with what it brings back');
  await undo(page, before[1]).click();
  await undo(page, before[0]).click();
  await undo(page, before[2]).click();
  assert.deepEqual(await partnerNames(page), before);
  assert.equal(await page.locator('.undo').count(), 0);
  assert.equal(await verdict(page), 'Nothing found against it');
});

test('partners that were removed can be put back in another call, which judges them, and with another style of amounts', async () => {
  const page = await browser.open();
  const judged = async () => ({
    verdict: await page.locator('.verdict').textContent(), changes: await toChange(page).allTextContents(), names: await partnerNames(page),
    typed: await (await partner(page, 2)).locator('input, select').evaluateAll((inputs) => inputs.map(({ value, checked }) => [value, checked])),
  });
  const start = async () => {
    await loadExample(page, 'Small food producers');
    await enter(control(await partner(page, 2), 'costs-travel'), '18.000');
  };
  await start();
  await chooseCall(page, 'innovation-express-2016');
  const expected = await judged();
  assert.match(expected.changes.join(), /“18\.000” can be read in two ways/);

  await start();
  for (const number of [2, 1, 1]) await remove(page, number);
  await page.selectOption('#amounts', 'fi');
  await page.selectOption('#amounts', 'auto');
  await chooseCall(page, 'innovation-express-2016');
  assert.deepEqual(await partnerNames(page), []);
  assert.deepEqual(await page.locator('.partners .undo p').allTextContents(), expected.names.map((name) => `${name} was removed.`));
  for (const name of ['AgroTech', 'FoodNetwork', 'Ideon Agro Food']) await undo(page, name).click();
  assert.deepEqual(await judged(), expected);
  assert.equal(await page.locator('.partners .undo').count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('a partner who names no currency keeps it when put back in a call that has another one', async () => {
  const page = await browser.open();
  await openFile(page, 'sek.json', JSON.stringify({
    callcheck: 1, id: 'sek', version: '1.0.0', title: 'In crowns', currency: 'SEK', sources: { s: { title: 'S' } },
    rules: [{ id: 'cap', title: 'Cap', require: { measure: 'grant', max: 'SEK 1000000' }, source: { ref: 's' } }],
  }));
  const card = await partner(page, 1);
  await enter(control(card, 'name'), 'Alone');
  await enter(control(card, 'grant'), '5000');
  await remove(page, 1);
  await chooseCall(page, 'innovation-express');
  assert.equal(await page.locator('#total-currency').inputValue(), 'EUR', 'nothing of it is in the form');
  await undo(page, 'Alone').click();
  const back = await partner(page, 1);
  assert.deepEqual([await control(back, 'currency').inputValue(), await control(back, 'grant').inputValue()], ['SEK', '5,000']);
  assert.deepEqual(page.complaints, []);
});

test('partners that were removed can be put back once an example over them is taken back', async () => {
  const page = await browser.open();
  await openFile(page, 'p.json', JSON.stringify({ partners: [null, { name: 'Second' }, { name: 'Third' }] }));
  await remove(page, 1);
  await remove(page, 2);
  await loadExample(page, 'ABEIS');
  assert.equal(await page.locator('.partners .undo').count(), 0, 'they were none of this form');
  await page.click('#notice button');
  await undo(page, 'Third').click();
  await undo(page, 'Partner 1').click();
  assert.deepEqual(await partnerNames(page), ['The lead partner', 'Second', 'Third']);
  assert.deepEqual(page.complaints, []);
});

test('a form of which only a removed partner was typed can be had back', async () => {
  const page = await browser.open();
  const typeAndRemove = async (number) => {
    await page.click('#add-partner');
    await enter(control(await partner(page, number), 'name'), 'Typed');
    await remove(page, number);
  };
  await typeAndRemove(2);
  await loadExample(page, 'Small food producers');
  const loaded = await partnerNames(page);
  await page.click('#notice button');
  await undo(page, 'Typed').click();
  assert.deepEqual(await partnerNames(page), ['The lead partner', 'Typed']);

  await loadExample(page, 'Small food producers');
  await typeAndRemove(4);
  await loadExample(page, 'ABEIS');
  await page.click('#notice button');
  await undo(page, 'Typed').click();
  assert.deepEqual(await partnerNames(page), [...loaded, 'Typed']);

  await page.click('#examples > summary');
  await page.locator('#examples li button', { hasText: 'Empty form' }).click();
  await typeAndRemove(2);
  await page.click('#notice button');
  assert.deepEqual(await partnerNames(page), [...loaded, 'Typed']);
  await page.click('#notice button');
  await undo(page, 'Typed').click();
  assert.deepEqual(await partnerNames(page), ['The lead partner', 'Typed']);

  await page.click('#clear');
  await page.click('#add-partner');
  await remove(page, 2);
  await loadExample(page, 'ABEIS');
  assert.equal(await page.locator('#notice button').count(), 0, 'a partner of whom nothing was typed is nothing to have back');
  assert.deepEqual(page.complaints, []);
});

test('exchange rates that were typed beside an example can be had back', async () => {
  const page = await browser.open();
  await loadExample(page, 'Complex cleantech');
  await page.click('#rates > summary');
  await enter(page.locator('#rate-DKK'), '7.5');
  await loadExample(page, 'Small food producers');
  await page.click('#notice button');
  assert.equal(await page.locator('#rate-DKK').inputValue(), '7.5');
  assert.deepEqual(page.complaints, []);
});

test('another call judges what was typed', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await chooseCall(page, 'innovation-express-2014');
  assert.equal(await page.inputValue('#title'), 'Small food producers across the Sound');
  assert.deepEqual(await page.locator('.partner h3').allTextContents(), ['Ideon Agro Food', 'FoodNetwork', 'AgroTech']);
  assert.equal(await control(await partner(page, 2), 'grant').inputValue(), '150,000');
  assert.match(await page.locator('#h-rules').textContent(), /2014/);
  assert.deepEqual(page.complaints, []);
});

test('partners that are unfolded stay so in another call and with another style of amounts', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await partner(page, 2);
  const open = () => page.locator('.partner').evaluateAll((cards) => cards.map((card) => card.open && card.querySelector('.body') !== null));
  assert.deepEqual(await open(), [false, true, false]);
  await page.selectOption('#amounts', 'da');
  assert.deepEqual(await open(), [false, true, false]);
  await chooseCall(page, 'innovation-express-2016');
  assert.equal((await open())[1], true);
  assert.match(await note(await partner(page, 2), 'grant').textContent(), /\S/, 'with what the call says of them');
  await loadExample(page, 'Small food producers');
  assert.deepEqual(await open(), [false, false, false], 'another form starts folded');
  assert.deepEqual(page.complaints, []);
});

test('a currency chosen by hand stays chosen in another call', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('FI');
  await control(card, 'currency').selectOption('EUR');
  await control(card, 'currency').selectOption('DKK');
  await control(card, 'currency').selectOption('EUR');
  await chooseCall(page, 'innovation-express-2014');
  await control(await partner(page, 1), 'country').selectOption('SE');
  assert.equal(await control(await partner(page, 1), 'currency').inputValue(), 'EUR');
});

test('an example over a changed form can be taken back', async () => {
  const page = await browser.open();
  await loadExample(page, 'ABEIS');
  assert.equal(await page.locator('#notice button').count(), 0);
  await enter(page.locator('#title'), 'Ours');
  await loadExample(page, 'SoundCare');
  assert.equal(await page.inputValue('#call'), 'innovation-express-2014');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'Ours');
  assert.equal(await page.inputValue('#call'), 'innovation-express');
});

test('taking back an example loses nothing that was typed after it', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Ours');
  await loadExample(page, 'SoundCare');
  await enter(page.locator('#title'), 'An hour of work');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'Ours');
  await enter(page.locator('#title'), 'Ours, too');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'An hour of work');
  assert.equal(await page.inputValue('#call'), 'innovation-express-2014');
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'Ours, too');
});

test('the sentence of the verdict counts what the lists below it count', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2014');
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'innovation-express-2016' }, partners: ['CN', 'US', 'FI'].map((country) => ({ country, currency: 'EUR', grant: '50000' })) }));
  assert.match(await page.locator('.verdict p').textContent(), /^One rule is broken\. The changes below mend it\.$/);
  assert.ok(await toChange(page).count() > 1);
  await loadExample(page, 'Small food producers');
  await chooseCall(page, 'innovation-express');
  assert.equal(await page.locator('.part', { hasText: 'Still missing' }).locator('.count').textContent(), '2');
  assert.match(await page.locator('.verdict p').textContent(), /Two entries decide the rest/);
  assert.match(await page.locator('.judgebar').textContent(), /2 still missing/);
});

test('a duration over its maximum is told to the day, everywhere alike', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  await page.fill('#start', '2013-09-01');
  await page.fill('#end', '2016-01-15');
  await page.locator('#end').blur();
  assert.match(await page.locator('#end-note').textContent(), /10\u00a0months and 15\u00a0days too long/);
  assert.match(await page.locator('#picture-duration figcaption').textContent(), /: 10\u00a0months and 15\u00a0days over\.$/);
  assert.match(await page.locator('.room').textContent(), /10\u00a0months and 15\u00a0days over/);
});

test('of a form without a country it is not said that it has one', async () => {
  const page = await browser.open();
  const found = (text) => page.locator('#rule-transnational dd', { hasText: text }).first().waitFor();
  const none = async () => {
    await found('not given');
    assert.doesNotMatch(await page.locator('#judgement').textContent(), /countr(y|ies) found/);
  };
  await none();
  await enter(page.locator('#title'), 'Only a title');
  await none();
  assert.match(await page.locator('.verdict p').textContent(), /^Nothing is wrong so far/);
  await control(await partner(page, 1), 'country').selectOption('DK');
  await found(/1\u00a0country/);
  assert.match(await page.locator('#judgement').textContent(), /1\scountry found, 2 or more needed\./);
});

test('dates that contradict each other are not called missing', async () => {
  const page = await browser.open();
  await page.fill('#start', '2013-09-01');
  await page.fill('#end', '2013-08-01');
  await page.locator('#end').blur();
  const caption = page.locator('#picture-duration figcaption');
  assert.equal(await caption.textContent(), 'The end lies before the start.');
  assert.doesNotMatch(await page.locator('.missing').textContent(), /end date/);
  await page.fill('#end', '');
  assert.equal(await caption.textContent(), 'No end date yet.');
  await page.click('#picture-duration button');
  assert.equal(await caption.textContent(), 'Appears with the dates or the months.');
});

test('what cannot be read is listed once, and breaks no rule', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const card = await partner(page, 2);
  await enter(control(card, 'grant'), '18.000');
  assert.match(await note(card, 'grant').textContent(), /^To change: “18\.000” can be read in two ways/);
  assert.equal(await toChange(page).count(), 1);
  assert.doesNotMatch(await page.locator('.missing').textContent(), /grant/);
  assert.match(await card.locator('summary').textContent(), /1 to change$/);
});

test('messages are plain English', async () => {
  const page = await browser.open();
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'innovation-express-2013' }, months: '1,5', partners: [{ country: 'DK', grant: 'five', currency: 'DKK' }] }));
  assert.match(await page.locator('.verdict p').textContent(), /^Two entries must be mended/);
  assert.match(await page.locator('#months-note').textContent(), /“1,5” cannot be read\. Write a whole number\.$/);
  assert.match(await toChange(page).first().textContent(), /^Project, months: “1,5” cannot be read/);
  const card = await partner(page, 1);
  await enter(control(card, 'grant'), '5k');
  assert.match(await note(card, 'grant').textContent(), /“5k” cannot be read as an amount\. Amounts here are in DKK\. Write all the digits and nothing else/);
  await enter(control(card, 'grant'), '250000');
  const foreign = page.locator('.todo > li', { hasText: 'outside Denmark' });
  assert.match(await foreign.textContent(), /1\u00a0partner too few0\u00a0partners found, 1 or more needed\. Add a partner, or change what is there\./);
  await page.locator('#rule-dk-foreign-cluster dd', { hasText: '0\u00a0partners' }).waitFor();
  assert.match(await note(card, 'type').textContent(), /Still missing, for: [^;]+( and [^;]+)?\.$/);
});

test('an amount that advice speaks against is not called any amount', async () => {
  const page = await browser.open();
  await page.selectOption('#call', 'innovation-express-2017');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('DE');
  await enter(control(card, 'grant'), '50000');
  assert.match(await note(card, 'grant').textContent(), /Any amount: no rule of this call limits it so far\.$/);
  await enter(control(card, 'grant'), '70000');
  assert.match(await note(card, 'grant').textContent(), /^Advice: EUR\u00a010,000 too much\..* You may leave it so\. EUR\u00a010,000 to 60,000 expected for each country$/);
});

test('rules that wait for one field are told apart', async () => {
  const page = await browser.open();
  await page.selectOption('#call', 'innovation-express-2013');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('SE');
  assert.equal(await note(card, 'type').textContent(), 'Still missing, for: “Grants go to clusters, networks and research environments” and “A cluster or network from outside Denmark”.');
});

test('a count with separators is not guessed at: the note says to leave them out', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const card = await partner(page, 2);
  const [smes, told] = [control(card, 'smes'), note(card, 'smes')];
  const plainly = 'Write a whole number in digits alone, without spaces, points or commas.';
  for (const typed of ['1 200', '1,200', '1.200', '1’200', '1\u202f200', '12,34,567']) {
    await enter(smes, typed);
    assert.equal(await told.textContent(), `To change: “${typed}” cannot be read. ${plainly}`);
    assert.equal(await toChange(page).locator('p').textContent(), plainly);
    assert.equal(await smes.inputValue(), typed);
  }
  for (const typed of ['1.5', '1,5', 'ten', '-5', '1.200,00', '1200.']) {
    await enter(smes, typed);
    assert.equal(await told.textContent(), `To change: “${typed}” cannot be read. Write a whole number of 0 or more.`);
  }
  await page.click('#picture-duration button');
  await enter(page.locator('#months'), '1.200');
  assert.match(await page.locator('#months-note').textContent(), /without spaces, points or commas\.$/);
  await enter(page.locator('#months'), '1.5');
  assert.match(await page.locator('#months-note').textContent(), /Write a whole number\.$/);
  assert.deepEqual(page.complaints, []);
});

test('every example is eligible in its call, or says why not', async () => {
  const page = await browser.open();
  const titles = await exampleTitles(page);
  for (const title of titles) {
    await loadExample(page, title);
    assert.equal(await page.locator('[aria-invalid]').count(), 0, title);
    assert.equal(await verdict(page), 'Nothing found against it', title);
  }
  assert.deepEqual(page.complaints, []);
});

test('what another call lacks stays in sight, and comes to its own when one switches back', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const card = await partner(page, 2);
  const typed = { type: await control(card, 'type').inputValue(), labels: await card.locator('.choice input:checked').count(), smes: await control(card, 'smes').inputValue() };
  await page.evaluate(async () => {
    const book = {
      callcheck: 1, id: 'bare', version: '1.0.0', title: 'A bare call', currency: 'SEK', sources: { s: { title: 'S' } },
      rules: [{ id: 'cap', title: 'Cap', require: { measure: 'grant', max: 'SEK 1000000' }, source: { ref: 's' } }],
    };
    window.bare = JSON.stringify(book);
  });
  await openFile(page, 'bare.json', await page.evaluate(() => window.bare));
  const other = await partner(page, 2);
  assert.equal(await control(other, 'type').locator('option:checked').textContent(), `${typed.type} (not in this call)`);
  assert.match(await note(other, 'type').textContent(), /This call has no type of that name/);
  assert.equal(await control(other, 'smes').inputValue(), typed.smes);
  assert.match(await note(other, 'smes').textContent(), /This call does not ask “smes” here/);
  assert.ok(await other.locator('.ledger tbody tr', { hasText: 'not in this call' }).count() > 0);
  assert.equal(await control(other, 'currency').inputValue(), 'DKK');
  await control(other, 'grant').focus();
  await page.locator('#title').focus();

  await chooseCall(page, 'innovation-express-2013');
  const back = await partner(page, 2);
  assert.deepEqual({ type: await control(back, 'type').inputValue(), labels: await back.locator('.choice input:checked').count(), smes: await control(back, 'smes').inputValue() }, typed);
  assert.equal(await verdict(page), 'Nothing found against it');
  assert.deepEqual(page.complaints, []);
});

test('the judgement unfolds what comes next, and leaves alone what was folded by hand', async () => {
  const page = await browser.open();
  const part = (title) => page.locator('details.part', { hasText: title });
  const unfolded = () => page.locator('details.part[open]:not([hidden]) > summary').evaluateAll((all) => all.map((summary) => summary.firstChild.textContent));
  assert.deepEqual(await unfolded(), ['Room left'], 'of an empty form');
  await loadExample(page, 'Small food producers');
  assert.deepEqual(await unfolded(), ['Good to know', 'Room left'], 'where nothing is found against it');
  for (let count = 3; count < 8; count += 1) {
    await page.click('#add-partner');
    const card = await partner(page, count + 1);
    await control(card, 'country').selectOption('DK');
    await enter(control(card, 'grant'), '1');
    await control(card, 'type').selectOption('cluster');
    await control(card, 'submitted').fill('2013-05-29');
  }
  assert.deepEqual(await unfolded(), ['Good to know'], 'a long list of what is left waits');
  await page.fill('#end', '');
  await page.locator('#end').blur();
  assert.deepEqual(await unfolded(), ['Still missing', 'Good to know'], 'where something is missing');
  await page.fill('#end', '2015-04-30');
  await page.locator('#end').blur();
  assert.deepEqual(await unfolded(), [], 'what is to be changed comes first');

  await part('Good to know').locator('summary').click();
  assert.deepEqual(await unfolded(), ['Good to know']);
  await page.fill('#title', 'Changed');
  await chooseCall(page, 'innovation-express-2014');
  assert.ok((await unfolded()).includes('Good to know'), 'also in another call');
  await part('Good to know').locator('summary').click();
  await page.fill('#end', '2015-02-28');
  await page.locator('#end').blur();
  assert.equal((await unfolded()).includes('Good to know'), false);
  assert.deepEqual(page.complaints, []);
});
