import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { chooseCall, control, enter, loadExample, note, openFile, partner, toChange, unfoldAll } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('the country proposes its money, as it was in the year of the call', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  for (const [country, currency] of [['DK', 'DKK'], ['SE', 'SEK'], ['NO', 'NOK'], ['IS', 'ISK'], ['FI', 'EUR'], ['LT', 'LTL'], ['CN', 'CNY']]) {
    await control(card, 'country').selectOption(country);
    assert.equal(await control(card, 'currency').inputValue(), currency);
  }
  await control(card, 'currency').selectOption('EUR');
  await control(card, 'country').selectOption('NO');
  assert.equal(await control(card, 'currency').inputValue(), 'EUR', 'a currency that was chosen stays');
});

test('a call whose table of rows has the last days was of their year', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2014');
  assert.match(await page.locator('#callfacts').textContent(), /^Open until 31\u00a0October 2014/);
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('LT');
  assert.equal(await control(card, 'currency').inputValue(), 'LTL', 'the euro came in 2015');
});

test('one day of submission that is late for several partners is one thing to change', async () => {
  const page = await browser.open();
  await loadExample(page, 'Complex cleantech');
  await page.fill('#submitted', '');
  await page.locator('#submitted').blur();
  assert.deepEqual(await page.locator('.missing li').allTextContents(), ['Project: date of submission'], 'the field is no partner’s');
  // The sheet follows in a later frame.
  await page.locator('#rule-deadline\\.elsewhere dl').filter({ hasText: /Waits forProject: date of submission$/ }).waitFor();

  await page.fill('#submitted', '2014-11-02');
  await page.locator('#submitted').blur();
  assert.deepEqual(await toChange(page).allTextContents(), ['Date of submission: 2\u00a0days too lateSubmit by 31\u00a0October 2014. Filed by 31\u00a0October 2014']);
  assert.equal(await page.locator('.verdict p').textContent(), 'One rule is broken. The change below mends it.');
  assert.equal(await page.locator('#submitted-note .message').count(), 1);
  const card = await partner(page, 2);
  await control(card, 'submitted').fill('2014-11-03');
  assert.match(await toChange(page).nth(1).textContent(), /^OREEC.*: 3\u00a0days too late/, 'a day of its own is told by itself');
  assert.equal(await toChange(page).count(), 2);
  assert.deepEqual(page.complaints, []);
});

test('what is left until one day of submission is told once, and by partner where one has a day of its own', async () => {
  const page = await browser.open();
  await loadExample(page, 'Complex cleantech');
  const room = () => page.locator('.room tr', { hasText: 'Filed by' }).allTextContents();
  const numbers = page.locator('#rule-deadline\\.elsewhere dl');
  assert.deepEqual(await room(), ['Filed by 31\u00a0October 2014the last day']);
  assert.equal(await numbers.textContent(), 'Found31\u00a0October 2014Last day31\u00a0October 2014');
  await page.fill('#submitted', '');
  assert.deepEqual(await room(), ['Filed by 31\u00a0October 2014by 31\u00a0October 2014']);
  await numbers.filter({ hasText: 'Foundnot givenLast day31\u00a0October 2014Waits forProject: date of submission' }).waitFor();

  await page.fill('#submitted', '2014-10-30');
  await control(await partner(page, 2), 'submitted').fill('2014-10-29');
  const rows = await room();
  assert.match(rows.join(), /, CLEAN1\u00a0day left,.*, OREEC.*2\u00a0days left$/);
  await numbers.filter({ hasText: /^CLEAN30\u00a0October 2014OREEC.*29\u00a0October 2014$/ }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test('a day of submission that breaks a rule at some partners only is told by partner', async () => {
  const page = await browser.open();
  await openFile(page, 'x.json', JSON.stringify({
    callcheck: 1, id: 'x', version: '1.0.0', title: 'X', currency: 'EUR', types: { firm: 'Firm', school: 'School' }, sources: { s: { title: 'S' } },
    rules: [{ id: 'day', title: 'Filed by May', each: 'partner', where: { type: 'firm' }, require: { measure: 'submitted', max: '2014-05-01' }, source: { ref: 's' } }],
  }));
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'x' }, submitted: '2014-05-03', partners: [{ name: 'A', type: 'firm' }, { name: 'B' }] }));
  const room = () => page.locator('.room tr').allTextContents();
  assert.deepEqual(await room(), ['Filed by May, A2\u00a0days over', 'Filed by May, Bby 1\u00a0May 2014'], 'B may be no firm');
  assert.deepEqual(await page.locator('.room .s-broken').count(), 1);
  await control(await partner(page, 2), 'type').selectOption('firm');
  assert.deepEqual(await room(), ['Filed by May2\u00a0days over']);
  await control(await partner(page, 2), 'type').selectOption('school');
  assert.deepEqual(await room(), ['Filed by May, A2\u00a0days over']);
  assert.deepEqual(page.complaints, []);
});

test('what is left says nothing is over where it is not known yet whether the rule applies', async () => {
  const page = await browser.open();
  await openFile(page, 'x.json', JSON.stringify({
    callcheck: 1, id: 'x', version: '1.0.0', title: 'X', currency: 'EUR', types: { firm: 'Firm', school: 'School' }, strands: { small: 'Small', large: 'Large' },
    costs: { staff: 'Staff' }, sources: { s: { title: 'S' } },
    rules: [
      { id: 'months', title: 'A year', strand: 'small', require: { measure: 'months', max: 12 }, source: { ref: 's' } },
      { id: 'all', title: 'In all', strand: 'small', require: { measure: 'grant', max: '800' }, source: { ref: 's' } },
      { id: 'each', title: 'Each firm', each: 'partner', where: { type: 'firm' }, require: { measure: 'grant', max: '500' }, source: { ref: 's' } },
      { id: 'large', title: 'Costs of a firm', each: 'partner', where: { type: 'firm' }, require: { measure: 'cost', min: '2000' }, source: { ref: 's' } },
    ],
  }));
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'x' }, months: 14, partners: [{ name: 'A', country: 'FI', grant: '900', costs: { staff: '1000' } }] }));
  const room = () => page.locator('.room tr').allTextContents();
  const pictures = async () => [await page.locator('#picture-duration figcaption').textContent(), await page.locator('#picture-limits .row-note').textContent()];
  assert.equal(await toChange(page).count(), 0);
  assert.deepEqual(await room(), []);
  assert.deepEqual(await pictures(), ['14\u00a0months.', 'In all']);
  assert.doesNotMatch(await page.locator('#sheet').textContent(), /over|short/);

  await page.selectOption('#strand', 'small');
  await control(await partner(page, 1), 'type').selectOption('firm');
  assert.equal(await toChange(page).count(), 4);
  assert.deepEqual((await room()).map((row) => row.slice(-5)), [' over', ' over', ' over', 'short']);
  assert.match((await pictures()).join(), /2\u00a0months over\..*EUR\u00a0100 over/);
  assert.deepEqual(page.complaints, []);
});

test('what is not offered is told with what is, by the names that the form has', async () => {
  const page = await browser.open();
  const choices = { food: 'Food and drink', wood: 'Wood and paper' };
  await openFile(page, 'x.json', JSON.stringify({
    callcheck: 1, id: 'x', version: '1.0.0', title: 'X', currency: 'EUR', types: { firm: 'Company', school: 'University' }, labels: { gold: 'Gold label' },
    strands: { small: 'Small project', large: 'Large project' }, sources: { s: { title: 'S' } },
    questions: { field: { of: 'proposal', kind: 'choice', label: 'Field', choices }, fields: { of: 'partner', kind: 'choices', label: 'Fields', choices } },
    rules: [{ id: 'size', title: 'Small ones', each: 'partner', strand: 'small', require: { measure: 'size', is: 'small' }, source: { ref: 's' } }],
  }));
  await openFile(page, 'p.json', JSON.stringify({
    rulebook: { id: 'x' }, strand: 'huge', answers: { field: 'meat' },
    partners: [{ name: 'A', country: 'XX', type: 'shop', size: 'tiny', role: 'boss', labels: ['tin'], answers: { fields: ['food', 'meat'] } }, { name: 'B', type: ['firm'], labels: 'gold' }],
  }));
  assert.deepEqual(await toChange(page).allTextContents(), [
    'Project, strand: “huge” cannot be readIt can be Small project or Large project.', 'Project, Field: “meat” cannot be readIt can be Food and drink or Wood and paper.',
    'A, country: “XX” cannot be readChoose one from the list.', 'A, type of organisation: “shop” cannot be readIt can be Company or University.',
    'A, size: “tiny” cannot be readIt can be Micro, Small, Medium or Large.', 'A, role: “boss” cannot be readIt can be Lead, Partner or Associated.',
    'A, labels: “tin” cannot be readIt can be Gold label.', 'A, Fields: “meat” cannot be readIt can be Food and drink or Wood and paper.',
    'B, type of organisation: cannot be readIt can be Company or University.', 'B, labels: “gold” cannot be readIt can be Gold label.',
  ]);
  assert.equal(await note(await partner(page, 1), 'type').textContent(), 'To change: “shop” cannot be read. It can be Company or University.');
  assert.deepEqual(page.complaints, []);
});

test('a form without a partner says what it lacks', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  await page.fill('#start', '2013-06-01');
  await page.fill('#end', '2014-08-31');
  await page.fill('#submitted', '2013-05-30');
  await page.locator('#submitted').blur();
  await page.getByRole('button', { name: 'Remove this partner' }).click();
  assert.equal(await page.locator('.verdict p').textContent(), 'Nothing is broken for good. One rule is not kept so far.');
  assert.match(await page.locator('.part', { hasText: 'Not kept yet' }).textContent(), /Partners from at least two countries: 2\u00a0countries too few/);
  assert.match(await page.locator('#add-partner-note').textContent(), /2\u00a0countries too few\. 0\u00a0countries found, 2 or more needed\./);
  assert.deepEqual(page.complaints, []);
});

test('a new country leaves the money of amounts that are given alone, and says so', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('DK');
  await enter(control(card, 'grant'), '150000');
  for (const country of ['SE', 'CN']) {
    await control(card, 'country').selectOption(country);
    assert.equal(await control(card, 'currency').inputValue(), 'DKK');
  }
  const told = card.getByText('The amounts stay in DKK. If they are in CNY, choose it here.');
  assert.equal(await told.isVisible(), true);
  await page.waitForFunction(() => /The amounts stay in DKK\. If they are in CNY/.test(document.getElementById('status').textContent));
  await control(card, 'country').selectOption('');
  assert.equal(await control(card, 'currency').inputValue(), 'DKK');
  assert.equal(await card.getByText('The amounts stay').isVisible(), false);

  await control(card, 'country').selectOption('SE');
  await page.reload();
  const again = await partner(page, 1);
  await control(again, 'country').selectOption('NO');
  assert.equal(await control(again, 'currency').inputValue(), 'DKK', 'also after a reload');
  await control(again, 'currency').selectOption('NOK');
  assert.equal(await again.getByText('The amounts stay').isVisible(), false);
  await page.waitForFunction(() => /^The amounts are in NOK\./.test(document.getElementById('status').textContent));
  assert.equal(await control(again, 'grant').inputValue(), '150,000');
  assert.deepEqual(page.complaints, []);
});

test('money that the country proposed is that of the next call\u2019s year, unless something is given in it or it was chosen', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  for (const number of [1, 2, 3]) {
    if (number > 1) await page.click('#add-partner');
    await control(await partner(page, number), 'country').selectOption('LV');
  }
  await enter(control(await partner(page, 2), 'grant'), '20000');
  await control(await partner(page, 3), 'currency').selectOption('SEK');
  const money = async () => [await control(await partner(page, 1), 'currency').inputValue(), await control(await partner(page, 2), 'currency').inputValue(), await control(await partner(page, 3), 'currency').inputValue()];
  assert.deepEqual(await money(), ['LVL', 'LVL', 'SEK']);
  await chooseCall(page, 'innovation-express-2015');
  assert.deepEqual(await money(), ['EUR', 'LVL', 'SEK']);
  await page.reload();
  assert.deepEqual(await money(), ['EUR', 'LVL', 'SEK']);
  await chooseCall(page, 'innovation-express-2013');
  assert.deepEqual(await money(), ['LVL', 'LVL', 'SEK']);
  assert.deepEqual(page.complaints, []);
});

test('a region is asked for only where a rule of the call asks for it', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2016');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('SE');
  assert.equal(await control(card, 'region').count(), 0);
  await control(card, 'country').selectOption('DE');
  assert.deepEqual(await control(card, 'region').locator('option').allTextContents(), ['Choose', 'Brandenburg (DE-BB)', 'Elsewhere in the country']);
  await control(card, 'type').selectOption('cluster');
  await enter(control(card, 'grant'), '20000');
  await control(card, 'region').selectOption({ label: 'Elsewhere in the country' });
  assert.equal(await control(card, 'region').getAttribute('aria-invalid'), 'true');
  await control(card, 'region').selectOption('DE-BB');
  assert.equal(await page.locator('[aria-invalid]').count(), 0);
});

test('months may be given instead of an end date', async () => {
  const page = await browser.open();
  await page.fill('#start', '2015-01-01');
  assert.match(await page.locator('#end-note').textContent(), /31\u00a0December 2015 to 30\u00a0June 2016/);
  await page.click('#picture-duration button');
  await enter(page.locator('#months'), '20');
  assert.match(await page.locator('#months-note').textContent(), /2\u00a0months too long/);
  await enter(page.locator('#months'), '18');
  assert.equal(await page.locator('#months').getAttribute('aria-invalid'), null);
  await page.click('#picture-duration button');
  assert.equal(await page.locator('#end').isVisible(), true);
});

test('a duration of any length is drawn, and judged as every other', async () => {
  const page = await browser.open({ width: 390 });
  await page.getByRole('button', { name: 'Give months' }).click();
  for (const [typed, shown] of [['40', '40'], ['118', '118'], ['150', '150'], ['1000', '1,000'], ['95000', '95,000'], ['999999999999999', '999,999,999,999,999']]) {
    await enter(page.locator('#months'), typed);
    await page.waitForFunction((months) => document.querySelector('#picture-duration figcaption').textContent.startsWith(`${months}\u00a0months: `), shown);
    assert.ok(await page.locator('#picture-duration .tick').count() <= 61, typed);
    const drawn = await page.locator('#picture-duration svg.scale').boundingBox();
    for (const each of await page.locator('#picture-duration svg text').all()) {
      const { x, width } = await each.boundingBox();
      assert.ok(x > drawn.x - 16 && x + width < drawn.x + drawn.width + 16, `${typed}: every number is on the page`);
    }
    const places = await page.locator('#picture-duration svg text:not(.strong)').evaluateAll((all) => all.slice(1).map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    assert.ok(places.every(([left], place) => place === 0 || left > places[place - 1][1]), `${typed}: no two numbers overlap`);
    assert.match(await page.locator('.todo').first().textContent(), /Duration: [\d,]+\u00a0months too long/);
  }
  assert.deepEqual(page.complaints, []);
});

test('costs and contributions add up, exactly', async () => {
  const page = await browser.open();
  const card = await partner(page, 1);
  await enter(control(card, 'costs-staff'), '0.10');
  await enter(control(card, 'costs-travel'), '0.20');
  await enter(control(card, 'costs-events'), '999,999,999,999.99');
  const sum = () => card.locator('.ledger tfoot td').first().textContent();
  assert.equal(await sum(), '1,000,000,000,000.29');
  await enter(control(card, 'costs-events'), '10.70');
  assert.equal(await sum(), '11.00', 'its digits stand below those of the amounts');
  for (const name of ['staff', 'travel', 'events']) await enter(control(card, `costs-${name}`), '5');
  assert.equal(await sum(), '15');
});

test('what is said of a list of amounts as a whole stands within it, and its entry in the summary leads there', async () => {
  for (const width of [1280, 390]) {
    const page = await browser.open({ width });
    await loadExample(page, 'Small food producers');
    for (const number of [2, 3]) {
      const card = await partner(page, number);
      for (const kind of ['private', 'in-kind']) await enter(control(card, `contributions-${kind}`), '0');
      await card.locator('summary').click();
    }
    if (width === 390) await page.click('.judgebar');
    await page.locator('.todo a.to', { hasText: '40 % of the Danish contributions' }).click();
    const card = page.locator('.partner').nth(1);
    assert.equal(await control(card, 'contributions-public').evaluate((input) => input === document.activeElement), true);
    const said = note(card, 'contributions');
    assert.match(await said.textContent(), /DKK\u00a064,000 too little/);
    const [inner, outer] = [await said.boundingBox(), await said.locator('xpath=ancestor::table').boundingBox()];
    assert.ok(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width, `${width} px: within its list`);
    assert.ok(inner.y >= 0, `${width} px: on the screen`);
  }
});

test('rates that the applicant gives are judged with', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('DK');
  await enter(control(card, 'grant'), '450000');
  assert.equal(await page.locator('.missing a', { hasText: 'Exchange rate for DKK' }).count(), 1);
  await page.locator('#rates > summary').click();
  await enter(page.locator('#rate-DKK'), 'seven');
  assert.match(await page.locator('#rate-DKK-note').textContent(), /“seven” cannot be read as a rate\. Write a number above 0, such as 7\.46/);
  await enter(page.locator('#rate-DKK'), '7,460');
  assert.match(await page.locator('#rate-DKK-note').textContent(), /“7,460” can be read in two ways/);
  await page.locator('#rate-DKK-note').getByRole('button', { name: '7.46' }).click();
  assert.equal(await page.inputValue('#rate-DKK'), '7.460');
  await enter(page.locator('#rate-DKK'), '7,46');
  assert.equal(await page.inputValue('#rate-DKK'), '7.46');
  assert.match(await note(card, 'grant').textContent(), /EUR\u00a0321\.72 too much/);
  assert.equal(await page.locator('.missing a', { hasText: 'Exchange rate' }).count(), 0);
});

test('the rule sheet tells state, numbers and source of every rule', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const cap = page.locator('#rule-dk-cap');
  assert.match(await cap.locator('.state').textContent(), /Kept/);
  assert.match(await cap.locator('dl').textContent(), /FoundDKK\u00a0240,000.*AllowedDKK\u00a0250,000/);
  assert.match(await cap.locator('a').getAttribute('href'), /^https:\/\/ufm\.dk\//);
  const rules = await page.locator('.rule').count();
  assert.equal(await page.locator('.rule .state').count(), rules);
  assert.equal(await page.locator('.rule > .from').count(), rules);
});

test('a rule whose condition is not met does not apply so far, and leaves no room', async () => {
  const page = await browser.open();
  const state = (id, text) => page.locator(`#rule-${id} .state`, { hasText: text }).waitFor();
  const room = async () => (await page.locator('.room th').allTextContents()).join('; ');
  await chooseCall(page, 'innovation-express-2013');
  assert.doesNotMatch(await room(), /Danish/, 'no country is given');
  await control(await partner(page, 1), 'country').selectOption('LT');
  for (const id of ['dk-smes', 'dk-label', 'dk-foreign-cluster']) {
    await state(id, 'Does not apply');
    assert.equal(await page.locator(`#rule-${id} .from`).first().textContent(), 'As it stands.', id);
  }
  assert.equal(await page.locator('#rule-dk-cap .from').first().textContent(), 'No such partner.');
  assert.doesNotMatch(await room(), /Danish|outside Denmark/);
  await chooseCall(page, 'innovation-express-2017');
  await state('bw-counterpart', 'Does not apply');
  await control(await partner(page, 1), 'country').selectOption('SE');
  await page.locator('#rule-transnational dd', { hasText: '1\u00a0country' }).waitFor();
  await state('bw-counterpart', 'Does not apply');
  assert.doesNotMatch(await room(), /Baden/);

  await loadExample(page, 'Small food producers');
  await state('dk-smes', 'Kept');
  assert.match(await room(), /At least three Danish SMEs/);
});

test('the last day of a single country is not told as the call’s', async () => {
  const page = await browser.open();
  for (const id of ['innovation-express-2015', 'innovation-express-2017']) {
    await chooseCall(page, id);
    assert.doesNotMatch(await page.locator('#callfacts').textContent(), /Open/);
  }
  await chooseCall(page, 'innovation-express-2016');
  assert.match(await page.locator('#callfacts').textContent(), /^Open 2\u00a0May 2016 to 31\u00a0October 2016/);
});

test('where a country does not pay, no amount is called any amount, and the way out is told', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2015');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('PL');
  await enter(control(card, 'grant'), '50000');
  const outOfIt = /Poland found; allowed: Denmark, .* or Spain\. Not asked of a partner whose requested grant is 0\./;
  assert.match(await note(card, 'country').textContent(), outOfIt);
  assert.match(await toChange(page).first().textContent(), outOfIt);
  assert.equal(await note(card, 'grant').textContent(), '');
  assert.equal(await page.locator('#picture-limits .row-note').textContent(), 'Grants only in the countries that pay');
  await enter(control(card, 'grant'), '0');
  assert.equal(await toChange(page).count(), 0);
  assert.equal(await note(card, 'grant').textContent(), '');
  await control(card, 'country').selectOption('DK');
  await enter(control(card, 'grant'), '50000');
  assert.equal(await note(card, 'grant').textContent(), 'Any amount: no rule of this call limits it so far.');
});

test('a partner of whom something is not kept so far is not said to have nothing against it', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2015');
  const partners = [{ country: 'DK', currency: 'DKK', grant: '0' }, { country: 'NO', type: 'cluster', currency: 'NOK', grant: '50000', costs: { staff: '200000' }, contributions: { public: '60000' } }];
  await openFile(page, 'p.json', JSON.stringify({ months: 12, submitted: '2015-10-30', partners }));
  assert.equal(await page.locator('.part', { hasText: 'Not kept yet' }).locator('li').count(), 2);
  assert.match(await page.locator('.partner > summary').nth(1).textContent(), /2 not kept yet$/);
  assert.match(await page.locator('.partner > summary').nth(0).textContent(), /Nothing against it$/);
});

test('what a partner breaks by the day on which all file stands in its row, and a name in capitals keeps them', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2014');
  const partners = ['LT', 'SE'].map((country) => ({ country, type: 'network', currency: 'EUR', grant: '20000' }));
  await openFile(page, 'p.json', JSON.stringify({ months: 12, submitted: '2014-10-15', partners }));
  const rows = await page.locator('.partner > summary').allTextContents();
  assert.match(rows[0], /Lithuania, SME or business network.*1 to change$/);
  assert.match(rows[1], /Nothing against it$/);
});

test('a currency that cannot be read is told at the grant, though none is given, and no rate is asked for it', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2016');
  await openFile(page, 'p.json', JSON.stringify({ partners: [{ country: 'SE', currency: 'XXX' }, { country: 'DK', currency: 'DKK' }] }));
  assert.match(await note(await partner(page, 1), 'grant').textContent(), /“XXX” cannot be read\. This is no currency/);
  assert.equal(await page.locator('#rate-DKK').count(), 1);
  assert.equal(await page.locator('#rate-XXX').count(), 0);
});

test('countries that a rule allows are told by name', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const card = await partner(page, 1);
  await enter(control(card, 'grant'), '5000');
  const allowed = 'Denmark, Finland, Iceland, Lithuania, Norway or Sweden';
  await control(card, 'country').selectOption('CN');
  assert.match(await note(card, 'country').textContent(), new RegExp(`China found; allowed: ${allowed}\\.`));
  assert.match(await toChange(page).first().textContent(), new RegExp(`allowed: ${allowed}`));
  await page.locator('#rule-home-agency dd', { hasText: allowed }).waitFor();
  await control(card, 'country').selectOption('LV');
  assert.match(await note(card, 'country').textContent(), new RegExp(`Latvia found; allowed: ${allowed}`));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.doesNotMatch(await page.locator('body').innerText(), /@funders/);
  assert.doesNotMatch(await page.locator('#record').textContent(), /@funders/);
});

test('nothing of a proposal is read as markup', async () => {
  const page = await browser.open();
  const card = await partner(page, 1);
  await enter(control(card, 'name'), '<img src=x onerror=alert(1)>');
  assert.equal(await card.locator('h3').textContent(), '<img src=x onerror=alert(1)>');
  assert.equal(await page.locator('img').count(), 0);
});

test('a picture that lacks an exchange rate says so and stays dashed, never an empty bar', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  const sweden = page.locator('#picture-limits li', { hasText: 'Sweden' });
  assert.match(await sweden.textContent(), /not known, of EUR\u00a010,000 to 60,000.*Give an exchange rate to compare/);
  assert.equal(await sweden.locator('.unknown').count(), 1);
  assert.equal(await sweden.locator('.amount').count(), 0);
  await page.locator('#rates > summary').click();
  await enter(page.locator('#rate-SEK'), '8.60');
  await page.waitForFunction(() => document.querySelector('#picture-limits .amount'));
  assert.match(await sweden.textContent(), /EUR\u00a023,255\.81 of 10,000 to 60,000/);
  assert.match(await page.locator('#picture-shares .key').textContent(), /Sweden/);
});

test('where an amount has no rate nothing is told as left: neither beside the form nor in the picture nor in the sheet', async () => {
  const page = await browser.open();
  const form = { rulebook: { id: 'innovation-express-2013' }, partners: [{ country: 'DK', currency: 'DKK', grant: '100000' }, { country: 'DK', currency: 'EUR', grant: '15000' }] };
  await openFile(page, 'p.json', JSON.stringify(form));
  const [row, picture, sheet] = ['.room tr', '#picture-limits li', '#rule-dk-cap'].map((place) => page.locator(place, { hasText: 'At most DKK\u00a0250,000' }));
  assert.equal(await row.count(), 0);
  assert.match(await picture.textContent(), /not known, of DKK\u00a0250,000.*Give an exchange rate to compare/);
  assert.equal(await picture.locator('.amount').count(), 0);
  assert.match(await sheet.textContent(), /Found\s*DKK\u00a0100,000.*Waits for\s*Exchange rate for EUR/);
  assert.doesNotMatch(await sheet.textContent(), /left/);
  await page.locator('#rates > summary').click();
  await enter(page.locator('#rate-DKK'), '7.46');
  await picture.locator('.amount').waitFor();
  assert.match(await picture.textContent(), /DKK\u00a0211,900 of 250,000.*DKK\u00a038,100 left/);
  assert.match(await row.textContent(), /DKK\u00a038,100 left/);
});

test('a picture shows how far an amount is over its bound, whatever that means for the verdict', async () => {
  const page = await browser.open();
  const bars = (country) => page.locator('#picture-limits li', { hasText: country }).evaluateAll(([row]) => Object.fromEntries([...row.querySelectorAll('rect')].map((rect) => [rect.getAttribute('class'), Number.parseFloat(rect.getAttribute('width'))])));
  await chooseCall(page, 'innovation-express-2014');
  const card = await partner(page, 1);
  await control(card, 'country').selectOption('FI');
  await enter(control(card, 'grant'), '84000');
  await page.locator('#picture-limits .over.is-advice').waitFor();
  const { amount, 'over is-advice': over } = await bars('Finland');
  assert.ok(Math.abs(over / amount - 24 / 60) < 0.01, `${over} over ${amount}`);

  await loadExample(page, 'Small food producers');
  await enter(control(await partner(page, 2), 'grant'), '260000');
  await page.locator('#picture-limits .over.is-open').first().waitFor();
  assert.deepEqual(page.complaints, []);
});

test('in a long list, what an edit changes at partners far from the screen is shown there, too', async () => {
  const page = await browser.open();
  await chooseCall(page, 'innovation-express-2013');
  const partners = Array.from({ length: 20 }, (_, place) => ({ name: `Cluster ${place + 1}`, country: 'DK', type: 'cluster', currency: 'DKK', grant: '1000' }));
  await openFile(page, 'many.json', JSON.stringify({ partners }));
  await unfoldAll(page);
  const [first, last] = [await partner(page, 1), await partner(page, 20)];
  assert.match(await note(last, 'grant').textContent(), /231,000/);
  await control(first, 'grant').focus();
  assert.equal(await last.evaluate((card) => card.checkVisibility({ contentVisibilityAuto: true })), true, 'the card itself stays');
  assert.equal(await control(last, 'grant').evaluate((input) => input.checkVisibility({ contentVisibilityAuto: true })), false, 'it is far from the screen');
  await control(first, 'grant').fill('51000');
  const told = await page.waitForFunction((id) => document.getElementById(id).textContent.includes('181,000'), await note(last, 'grant').getAttribute('id'));
  assert.ok(told);
  assert.match(await note(first, 'grant').textContent(), /231,000/, 'its own is shown at once');
  assert.deepEqual(page.complaints, []);
});

test('no two of nine countries look alike in the picture of shares', async () => {
  const page = await browser.open();
  const countries = ['DE', 'EE', 'ES', 'FI', 'FR', 'IE', 'IT', 'LV', 'NL'];
  await openFile(page, 'x.json', JSON.stringify({ partners: countries.map((country) => ({ country, currency: 'EUR', grant: '5000' })) }));
  const looks = await page.locator('#picture-shares .key rect').evaluateAll((swatches) => swatches.map((swatch) => getComputedStyle(swatch).fill));
  assert.equal(new Set(looks).size, countries.length);
  const ids = looks.map((look) => /#(\w+)"?\)/.exec(look)?.[1]).filter(Boolean);
  assert.equal(await page.locator(ids.map((id) => `pattern#${id}`).join()).count(), 6, 'each pattern is there');
});
