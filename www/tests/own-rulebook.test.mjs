import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { control, enter, loadExample, notice, openFile, partner, toChange, verdict } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const OWN = '#open-rulebook';
const official = (id) => readFileSync(new URL(`../../rulebooks/${id}.json`, import.meta.url), 'utf8');

/** A small rulebook, with parts of one's own. */
const rulebook = (parts = {}) => ({
  callcheck: 1, id: 'our-call', version: '2.0.0', title: 'Our own call', currency: 'DKK',
  types: { firm: 'Firm' }, sources: { text: { title: 'The text of the call' } },
  rules: [
    { id: 'cap', title: 'At most DKK 1,000', require: { measure: 'grant', max: 'DKK 1000' }, source: { ref: 'text' } },
    { id: 'lead', title: 'One lead', where: { role: 'lead' }, require: { measure: 'partners', is: 1 }, source: { ref: 'text' } },
  ],
  ...parts,
});

const open = (page, content) => openFile(page, 'our-call.json', typeof content === 'string' ? content : JSON.stringify(content, null, 2), OWN);

test('a sound rulebook becomes the call being judged, and what was typed stays', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Mine');
  await enter(control(await partner(page, 1), 'grant'), '1000');
  await open(page, rulebook());
  assert.equal(await notice(page), 'Your entries are judged by your rulebook “Our own call” now.');
  assert.equal(await page.locator('#call option:checked').textContent(), 'Our own call');
  assert.equal(await page.locator('#call optgroup').getAttribute('label'), 'Your own rulebooks');
  assert.equal(await page.inputValue('#title'), 'Mine');
  assert.match(await page.locator('#rulebook-facts').textContent(), /^Our own call, rulebook 2\.0\.0, sha256:[0-9a-f]{64}$/);
  const card = await partner(page, 1);
  assert.equal(await control(card, 'currency').inputValue(), 'EUR', 'typed in euro, and still so');
  await control(card, 'currency').selectOption('DKK');
  await enter(control(card, 'grant'), '1000.01');
  assert.match(await toChange(page).first().textContent(), /DKK\u00a00\.01 too much/);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.match(await page.locator('#record').textContent(), /Our own call, rulebook 2\.0\.0sha256:[0-9a-f]{64}.*Cannot be funded as it stands/);
  assert.deepEqual(page.complaints, []);
});

test('what was kept as a rulebook and is none is left out', async () => {
  const kept = JSON.stringify([5, null, '{', JSON.stringify(rulebook())]);
  const page = await browser.open({ before: (context) => context.addInitScript((text) => localStorage.setItem('callcheck-rulebooks', text), kept) });
  assert.deepEqual(await page.locator('#call optgroup option').allTextContents(), ['Our own call']);
  for (const junk of ['{', '{}', '7']) {
    await page.evaluate((text) => localStorage.setItem('callcheck-rulebooks', text), junk);
    const again = await browser.open({ context: page.context(), before: (context) => context.addInitScript((text) => localStorage.setItem('callcheck-rulebooks', text), junk) });
    assert.equal(await again.locator('#call optgroup').count(), 0);
    assert.deepEqual(again.complaints, []);
  }
  assert.deepEqual(page.complaints, []);
});

test('it is kept between visits, found by a saved proposal, and removed at a click', async () => {
  const page = await browser.open();
  await open(page, rulebook());
  await enter(page.locator('#title'), 'Mine');
  await page.waitForFunction(() => /Mine/.test(localStorage.getItem('callcheck-form')));
  const again = await browser.open({ context: page.context() });
  assert.equal(await again.locator('#call option:checked').textContent(), 'Our own call');
  assert.equal(await again.inputValue('#title'), 'Mine');

  await again.selectOption('#call', 'innovation-express-2014');
  assert.equal(await again.locator('#remove-rulebook').isVisible(), false);
  await openFile(again, 'p.json', JSON.stringify({ rulebook: { id: 'our-call', version: '2.0.0' }, title: 'For it' }));
  assert.equal(await again.locator('#call option:checked').textContent(), 'Our own call');

  await again.click('#remove-rulebook');
  assert.equal(await again.locator('#call option', { hasText: 'Our own call' }).count(), 0);
  assert.equal(await again.inputValue('#title'), 'For it');
  assert.equal(await again.evaluate(() => document.activeElement.textContent), 'Undo');
  await again.keyboard.press('Enter');
  assert.equal(await again.locator('#call option:checked').textContent(), 'Our own call');
  await again.click('#remove-rulebook');
  const third = await browser.open({ context: page.context() });
  assert.equal(await third.locator('#call option', { hasText: 'Our own call' }).count(), 0);
  assert.deepEqual([...page.complaints, ...again.complaints, ...third.complaints], []);
});

test('a form that was kept for a call or a version that is not here says so, and what another tab judged by comes with its form', async () => {
  const page = await browser.open();
  await enter(page.locator('#title'), 'Mine');
  const other = await browser.open({ context: page.context() });
  await open(other, rulebook());
  await enter(other.locator('#title'), 'Theirs');
  await page.locator('#notice', { hasText: 'Another tab changed the form' }).waitFor();
  await other.waitForFunction(() => /Theirs/.test(localStorage.getItem('callcheck-form')));
  await page.click('#notice button');
  assert.equal(await page.inputValue('#title'), 'Theirs');
  assert.equal(await page.locator('#call option:checked').textContent(), 'Our own call');
  assert.equal(await notice(page), 'The form of the other tab was opened.');
  await other.close();

  const visit = async (change) => {
    await page.evaluate(change);
    await page.reload();
    return notice(page);
  };
  assert.equal(await visit(() => localStorage.setItem('callcheck-rulebooks', localStorage.getItem('callcheck-rulebooks').replace('2.0.0', '2.0.1'))),
    'Your form of the last visit is here. It was judged by version 2.0.0 of this rulebook then; this page has version 2.0.1.');
  assert.equal(await visit(() => localStorage.removeItem('callcheck-rulebooks')),
    'Your form of the last visit is here. It was written for the call “our-call”, which this page does not have; it is judged by Innovation Express, the programme 2013 to 2017.');
  await page.reload();
  assert.equal(await page.locator('#notice p').count(), 0);
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('a rulebook that is opened or removed in one tab leaves alone what another tab has opened', async () => {
  const page = await browser.open();
  const other = await browser.open({ context: page.context() });
  await open(other, rulebook({ id: 'theirs', title: 'Theirs' }));
  await open(page, rulebook({ id: 'ours', title: 'Ours' }));
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('callcheck-rulebooks')).map((source) => JSON.parse(source).id));
  assert.deepEqual(await kept(), ['theirs', 'ours']);
  await open(other, rulebook({ id: 'more', title: 'More' }));
  await page.click('#remove-rulebook');
  assert.deepEqual(await kept(), ['theirs', 'more']);
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('its problems are shown with line, column and the text around, and the call stays', async () => {
  const page = await browser.open();
  await loadExample(page, 'ABEIS');
  const text = JSON.stringify(rulebook({ currency: 'EUR' }), null, 2).replace('"DKK 1000"', '"DKK 10.000"').replace('"role": "lead"', '"roll": "lead"');
  await open(page, text);
  const lines = text.split('\n');
  assert.match(await page.locator('#problems h2').textContent(), /^“our-call\.json” cannot judge yet: 2\u00a0problems$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'h-problems');
  for (const [item, wrong] of [[0, '"DKK 10.000"'], [1, '"roll"']]) {
    const problem = page.locator('#problems li').nth(item);
    const number = lines.findIndex((line) => line.includes(wrong)) + 1;
    assert.ok((await problem.locator('.where').textContent()).startsWith(`Line ${number}, column `));
    const shown = (await problem.locator('pre').textContent()).split('\n');
    assert.equal(shown[1].trim(), `${number} ${lines[number - 1]}`.trim());
    const caret = shown[2];
    assert.equal(shown[1].slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1), await problem.locator('mark').textContent());
    assert.match(await problem.locator('mark').textContent(), item === 0 ? /DKK 10\.000/ : /roll/);
    assert.equal(await problem.locator('.caret-line').getAttribute('aria-hidden'), 'true');
  }
  assert.deepEqual(await page.locator('#problems strong').nth(1).locator('code').first().textContent(), 'roll');
  assert.doesNotMatch(await page.locator('#problems').textContent(), /`/, 'no backquote is left');
  assert.equal(await page.inputValue('#call'), 'innovation-express');
  assert.equal(await verdict(page), 'Nothing found against it');

  await open(page, rulebook());
  assert.equal(await page.locator('#problems li .g-broken').count(), 0, 'gone once mended');
  assert.deepEqual(page.complaints, []);
});

test('the advice of a sound one is shown as well, and it judges', async () => {
  const page = await browser.open();
  const advised = rulebook({ groups: { nordic: ['DK', 'SE'] } });
  await open(page, advised);
  assert.match(await page.locator('#problems h2').textContent(), /is sound; \d+\u00a0pieces? of advice$/);
  assert.ok(await page.locator('#problems li .g-advice').count() > 0);
  assert.equal(await page.locator('#call option:checked').textContent(), 'Our own call');
  await page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.locator('#problems').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'open-rulebook');
  assert.deepEqual(page.complaints, []);
});

test('a rulebook opened by the button for proposals is one all the same, and the other way round', async () => {
  const page = await browser.open();
  await openFile(page, 'our-call.json', JSON.stringify(rulebook()));
  assert.equal(await page.locator('#call option:checked').textContent(), 'Our own call');
  await openFile(page, 'p.json', JSON.stringify({ title: 'A proposal', partners: [{}] }), OWN);
  assert.equal(await page.inputValue('#title'), 'A proposal');
  assert.deepEqual(page.complaints, []);
});

test('an official rulebook that was changed stands beside the official one', async () => {
  const page = await browser.open();
  await open(page, official('innovation-express-2013').replace('"Innovation Express 2013"', '"Innovation Express 2013, ours"'));
  assert.deepEqual(await page.locator('#call option', { hasText: '2013' }).allTextContents(), ['Innovation Express, the programme 2013 to 2017', 'Innovation Express 2013', 'Innovation Express 2013, ours']);
  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'innovation-express-2013', digest: await page.evaluate(async () => (await import('./callcheck/full.js')).rulebooks['innovation-express-2013'].digest) }, title: 'x' }));
  assert.equal(await page.inputValue('#call'), 'innovation-express-2013', 'the very same rules');
});

const MARKUP = '<img src=x onerror="document.title=\'owned\'">';
const nest = (depth) => `${'{"not":'.repeat(depth)}{"measure":"grant","max":"5"}${'}'.repeat(depth)}`;

test('its problems go when a proposal is opened instead, and removing it leads back to the call of before', async () => {
  const page = await browser.open();
  await page.selectOption('#call', 'innovation-express-2015');
  await open(page, '{');
  assert.equal(await page.locator('#problems').isVisible(), true);
  await openFile(page, 'p.json', JSON.stringify({ title: 'Ours' }));
  assert.equal(await page.locator('#problems').isVisible(), false);
  await open(page, rulebook());
  await open(page, rulebook({ title: 'Our own call, mended' }));
  await page.click('#remove-rulebook');
  assert.equal(await page.inputValue('#call'), 'innovation-express-2015');
  assert.deepEqual(page.complaints, []);
});

/** Rulebooks made to hurt: each ends in problems or a sentence. */
const HOSTILE = {
  'no JSON': '{"callcheck": 1,\n  "id": oops }',
  nothing: '',
  'a number': '7',
  'a list': '[]',
  'a lone bracket': '[',
  'deep nesting': '['.repeat(200_000),
  'a deep test': JSON.stringify(rulebook()).replace('{"measure":"partners","is":1}', nest(50_000)),
  'one line of a million letters': `{"callcheck": 1, "id": "${'x'.repeat(900_000)}`,
  'a huge text': `{"callcheck": 1, "rules": "${'x'.repeat(2_000_000)}"}`,
  'many rules': JSON.stringify(rulebook({ rules: Array.from({ length: 3000 }, (_, place) => ({ id: `r${place}`, title: 'T', require: { measure: 'grant', max: '5' }, source: { ref: 'text' } })) })),
  'many problems': JSON.stringify(rulebook({ rules: Array.from({ length: 5000 }, () => ({ nonsense: 1 })) })),
  'many types': JSON.stringify(rulebook({ types: Object.fromEntries(Array.from({ length: 5000 }, (_, place) => [`t${place}`, 'T'])) })),
  'writing turned round': JSON.stringify(rulebook({ title: 5 }), null, 2).replace('"title": 5', '"title": 5\u202e\u0000\u200b'),
  'names of prototypes': '{"callcheck": 1, "__proto__": {"rules": []}, "constructor": 1, "rules": {"__proto__": 1}}',
};

for (const [what, content] of Object.entries(HOSTILE)) {
  test(`a rulebook with ${what} is told, never run into`, async () => {
    const page = await browser.open();
    await open(page, content);
    const told = await page.locator('#problems li, #notice p').count();
    assert.ok(told > 0 && told <= 60);
    assert.doesNotMatch(await page.locator('#problems').innerText(), /[\u202e\u200b\u0000]/);
    await enter(page.locator('#title'), 'Still here');
    assert.equal(await verdict(page), 'Not complete yet');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('a sound rulebook with names of any kind makes a form that works', async () => {
  const page = await browser.open();
  const names = { ['__proto__']: MARKUP, constructor: 'Constructor', 'a b "c" / ~ #': MARKUP, '%': 'Per cent' };
  const question = (of, kind, parts = {}) => ({ of, kind, label: MARKUP, ...parts });
  const hostile = rulebook({
    title: MARKUP, types: names, labels: names, costs: names, contributions: names, strands: names,
    questions: { constructor: question('partner', 'count'), 'a b "c"': question('partner', 'choice', { choices: names }), x: question('proposal', 'choices', { choices: names }), toString: question('proposal', 'boolean') },
    sources: { text: { title: MARKUP, url: 'javascript:document.title="owned"' } },
    rules: [{ id: 'a b "c" <d>', title: MARKUP, each: 'partner', require: { measure: { cost: ['constructor', 'a b "c" / ~ #'] }, max: 'DKK 5' }, source: { ref: 'text', says: MARKUP, at: MARKUP } }],
  });
  await open(page, hostile);
  assert.match(await page.locator('#call option:checked').textContent(), /<img/);
  await page.evaluate(() => { for (const details of document.querySelectorAll('details:not(.menu)')) details.open = true; });
  for (const input of await page.locator('#proposal input[type=text]:visible').all()) await enter(input, '12');
  for (const select of await page.locator('#proposal select:visible').all()) await select.selectOption({ index: 1 });
  for (const box of await page.locator('#proposal input[type=checkbox]:visible').all()) await box.evaluate((element) => element.click());
  await control(await partner(page, 1), 'currency').selectOption('DKK');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.match(await toChange(page).first().textContent(), /too much/);
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
  assert.equal(await page.title(), 'callcheck: does your proposal fit the call?');
  const described = await page.evaluate(() => [...document.querySelectorAll('[aria-describedby]')].every((element) => element.getAttribute('aria-describedby').split(' ').every((id) => document.getElementById(id))));
  assert.equal(described, true, 'every description is found');
  assert.doesNotMatch(await page.locator('main').innerText(), /\[object|undefined|NaN|native code/);
  assert.deepEqual(page.complaints, []);
});

test('a question about money names the money that its answer is in, whatever that becomes', async () => {
  const page = await browser.open();
  const money = (of, label, currency) => ({ of, kind: 'money', label, ...(currency && { currency }) });
  await open(page, rulebook({ questions: { turnover: money('partner', 'Turnover'), aid: money('partner', 'Aid', 'NOK'), value: money('proposal', 'Value') } }));
  const card = await partner(page, 1);
  const labels = (within) => within.locator('label', { hasText: /^(Turnover|Aid|Value)/ }).evaluateAll((all) => all.map(({ textContent }) => textContent.replace(' asked by the call', '')));
  assert.deepEqual(await labels(card), ['Turnover, DKK', 'Aid, NOK']);
  await control(card, 'country').selectOption('SE');
  assert.deepEqual(await labels(card), ['Turnover, SEK', 'Aid, NOK']);
  await enter(control(card, 'turnover'), '5000');
  await control(card, 'currency').selectOption('EUR');
  assert.deepEqual(await labels(card), ['Turnover, EUR', 'Aid, NOK']);
  assert.equal(await control(card, 'turnover-echo').textContent(), 'EUR\u00a05,000.00');
  await page.reload();
  assert.deepEqual(await labels(await partner(page, 1)), ['Turnover, EUR', 'Aid, NOK']);

  await openFile(page, 'p.json', JSON.stringify({ rulebook: { id: 'our-call' }, currency: 'ISK', partners: [], answers: { value: '5' } }));
  assert.deepEqual(await labels(page), ['Value, ISK']);
  await page.click('#totals > summary');
  await enter(page.locator('#answer-value'), '7');
  await page.selectOption('#total-currency', 'SEK');
  assert.deepEqual(await labels(page), ['Value, SEK']);
  assert.equal(await page.locator('#answer-value-echo').textContent(), 'SEK\u00a07.00');
  assert.deepEqual(page.complaints, []);
});

test('the picture of limits names whose grants a rule bounds, and says of none that it is unlimited', async () => {
  const page = await browser.open();
  const cap = (id, rule) => ({ id, title: `Cap ${id}`, require: { measure: 'grant', max: 'EUR 1000' }, source: { ref: 'text' }, ...rule });
  const form = JSON.stringify({ rulebook: { id: 'our-call' }, partners: ['LV', 'EE', 'SE'].map((country) => ({ country, currency: 'EUR', grant: '600' })) });
  const rows = async (...rules) => {
    await open(page, rulebook({ currency: 'EUR', rules }));
    await openFile(page, 'p.json', form);
    return page.locator('#picture-limits .rows > li').evaluateAll((all) => all.map((row) => `${row.querySelector('.row-head span').textContent}: ${row.querySelector('.row-note').textContent}`));
  };
  const unlimited = 'No limit is known here. The agency at home decides.';
  assert.deepEqual(await rows(cap('lv', { where: { country: 'LV' } }), cap('baltic', { where: { country: ['LV', 'EE'] } }), cap('dk', { where: { country: 'DK' } })),
    ['Partners from Latvia: Cap lv: EUR\u00a0400 left', 'Partners from Latvia or Estonia: Cap baltic: EUR\u00a0200 over', `Sweden: ${unlimited}`]);
  assert.deepEqual(await rows(cap('all')), ['All partners: Cap all: EUR\u00a0800 over']);
  assert.deepEqual(await rows(cap('each', { each: 'partner', where: { country: { not: 'SE' } } })), [`Sweden: ${unlimited}`]);
  assert.deepEqual(await rows(cap('each', { each: 'partner' })), []);
  assert.equal(await page.locator('#picture-limits').isVisible(), false);
  assert.equal(await page.locator('#picture-shares').isVisible(), true);
  assert.deepEqual(page.complaints, []);
});

test('questions and choices that are called as fields are stay apart from them', async () => {
  const page = await browser.open();
  const fields = ['name', 'country', 'region', 'role', 'type', 'size', 'grant', 'currency', 'costs', 'labels', 'submitted'];
  const questions = Object.fromEntries(fields.map((id) => [id, { of: 'partner', kind: 'count', label: `Number of ${id}` }]));
  await open(page, rulebook({
    labels: { gold: 'Gold', none: 'None at all', note: 'A note' }, costs: { staff: 'Staff' }, questions: { ...questions, title: { of: 'proposal', kind: 'count', label: 'Number of titles' } },
    rules: ['type', 'name'].map((id) => ({ id, title: `One ${id}`, each: 'partner', where: { country: 'DE-BB', size: 'small' }, require: { measure: { answer: id }, min: 1 }, source: { ref: 'text' } })),
  }));
  const card = await partner(page, 1);
  await control(card, 'country').first().selectOption('DE');
  const twice = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, place, all) => all.indexOf(id) !== place));
  assert.deepEqual(twice, []);
  await card.getByText('Number of type').click();
  await page.keyboard.type('3');
  assert.equal(await card.getByLabel('Number of type').inputValue(), '3');
  assert.deepEqual(page.complaints, []);
});
