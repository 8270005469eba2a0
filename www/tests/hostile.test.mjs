import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { launch } from './browser.mjs';
import { control, enter, notice, openFile, partner, verdict } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const nested = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const MARKUP = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';

/** The next thing about the file that the status region says. */
const spoken = (page) => page.evaluate(() => new Promise((done) => {
  const status = document.getElementById('status');
  new MutationObserver(() => /x\.json/.test(status.textContent) && done(status.textContent)).observe(status, { childList: true });
}));

/** What is refused as a whole, and the sentence that says why. */
const REFUSED = {
  'no JSON': ['{"title": ', /^“x\.json” is not JSON\. Choose a file that this page saved\.$/],
  nothing: ['', /is not JSON/],
  'no text': [Buffer.from([0xff, 0xfe, 0x00, 0xd8]), /is not a text/],
  'a number': ['5', /holds no proposal: that is an object/],
  null: ['null', /holds no proposal/],
  'a list': ['[{"title": "x"}]', /holds no proposal/],
  'another object': ['{"name": "left-pad", "version": "1.0.0"}', /none of its fields is one of a proposal/],
  'only a prototype': ['{"__proto__": {"title": "x", "partners": []}}', /none of its fields is one of a proposal/],
  'deep nesting': [nested(200_000), /holds no proposal/],
  'many partners': [JSON.stringify({ partners: Array.from({ length: 4000 }, () => ({})) }), /lists 4,000 partners, and this page shows at most \d+/],
  'many entries': [JSON.stringify({ partners: [{ costs: Object.fromEntries(Array.from({ length: 20_000 }, (_, key) => [key, 1])) }] }), /more than 5,000 entries/],
  'deep nesting in a field': [`{"title": ${nested(100_000)}}`, /more than 5,000 entries/],
  'a long entry': [JSON.stringify({ title: 'x'.repeat(20_000) }), /an entry of more than 10,000 letters/],
  'a huge text': [JSON.stringify({ title: 'x'.repeat(2_000_000) }), /longer than a million letters/],
  'a huge file': ['x'.repeat(5_000_000), /longer than a million letters/],
};

for (const [what, [content, sentence]] of Object.entries(REFUSED)) {
  test(`a file that is ${what} is refused in a sentence, and the form stays`, async () => {
    const page = await browser.open();
    await enter(page.locator('#title'), 'Mine');
    const told = spoken(page);
    await openFile(page, 'x.json', content);
    assert.match(await notice(page), sentence);
    assert.equal(await page.inputValue('#title'), 'Mine');
    assert.match(await told, sentence, 'read aloud');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

/** What loads, with something in it that cannot be read: the engine says so, at its field. */
const UNREADABLE = {
  'partners that are no list': { partners: 'many' },
  'partners that are an object': { partners: { 0: {} } },
  'a partner that is no object': { partners: ['AgroTech', 7, true, [], null, { name: 'B' }] },
  'objects for texts': { title: {}, strand: [], start: {}, end: [], months: {}, submitted: [], currency: {}, grant: {}, costs: [], contributions: 'x', answers: 3, partners: [{ name: {}, country: [], region: {}, type: {}, size: [], role: {}, submitted: {}, currency: [], grant: {}, labels: 'x', costs: 'x', contributions: 5, answers: 'x' }] },
  'numbers for texts': { title: 1, partners: [{ name: 1, country: 1, type: 1, role: 1, currency: 1, labels: [1, {}, []], grant: -5 }] },
  'names of prototypes': JSON.parse('{"strand": "constructor", "currency": "__proto__", "costs": {"__proto__": "5"}, "partners": [{"country": "constructor", "type": "toString", "size": "valueOf", "role": "__proto__", "currency": "constructor", "region": "__proto__", "labels": ["constructor", "__proto__"], "costs": {"__proto__": "5", "constructor": "x"}, "answers": {"__proto__": true, "constructor": 1}}]}'),
  'amounts of any kind': { partners: [{ country: 'XX', grant: '1.2.3', costs: { staff: '9'.repeat(9000), travel: 1e300, events: '1e5' } }, { country: 'DK', grant: '1.2.3' }] },
  'keys of any kind': { partners: [{ costs: { 'a/b~c "d" <e>': '5', '': '6', '%': '7' }, answers: { 'x y': 'z' } }] },
  'dates of any kind': { start: '2015-02-30', end: '0000-00-00', submitted: 'yesterday', months: 1e21 },
};

for (const [what, proposal] of Object.entries(UNREADABLE)) {
  test(`a file with ${what} loads, is judged and can be mended`, async () => {
    const page = await browser.open();
    await openFile(page, 'x.json', JSON.stringify(proposal));
    assert.equal(await notice(page), '“x.json” was opened.');
    assert.equal(await verdict(page), 'Not complete yet');
    assert.ok(await page.locator('.todo > li').count() > 0, 'the engine tells what it cannot read');
    await page.evaluate(() => { for (const details of document.querySelectorAll('details:not(.menu)')) details.open = true; });
    const links = page.locator('.todo a.to');
    for (let place = 0; place < await links.count(); place += 1) await links.nth(place).click();
    await page.click('#add-partner');
    const added = await partner(page, await page.locator('.partner').count());
    await control(added, 'country').selectOption('DK');
    for (const input of await page.locator('#proposal input[type=text]:visible').all()) await enter(input, '12');
    for (const select of await page.locator('#proposal select:visible').all()) await select.selectOption({ index: 1 });
    for (const link of await page.locator('.missing a').all()) await link.evaluate((element) => element.click());
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.doesNotMatch(await page.locator('body').innerText(), /\[object|undefined|NaN/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('nothing of a file is read as markup, in the form, the judgement or the record', async () => {
  const page = await browser.open();
  const partnerOf = (name) => ({ name, country: MARKUP, region: MARKUP, type: MARKUP, role: MARKUP, currency: MARKUP, grant: MARKUP, labels: [MARKUP], costs: { [MARKUP]: MARKUP }, answers: { [MARKUP]: MARKUP } });
  await openFile(page, `${MARKUP}.json`, JSON.stringify({ rulebook: { id: MARKUP, version: MARKUP }, title: MARKUP, strand: MARKUP, start: MARKUP, partners: [partnerOf(MARKUP), partnerOf(MARKUP)] }));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.locator('.partner button', { hasText: 'Remove' }).first().evaluate((button) => button.click());
  assert.equal(await page.locator('img, main script').count(), 0);
  assert.equal(await page.title(), 'callcheck: does your proposal fit the call?');
  assert.deepEqual(page.complaints, []);
});

test('the most that a form holds loads, and can be edited', async () => {
  const page = await browser.open();
  const partners = Array.from({ length: 100 }, (_, place) => ({ name: 'x'.repeat(5000), country: 'DK', grant: 'abc', costs: { staff: '1', [`k${place}`]: 'y'.repeat(100) }, labels: Array.from({ length: 30 }, String) }));
  await openFile(page, 'x.json', JSON.stringify({ partners }));
  assert.equal(await notice(page), '“x.json” was opened.');
  assert.equal(await page.locator('.partner').count(), 100);
  await enter(control(await partner(page, 100), 'grant'), '5000');
  assert.deepEqual(page.complaints, []);
});

const packed = (text) => deflateRawSync(text, { level: constants.Z_BEST_COMPRESSION }).toString('base64url');

const LINKS = {
  'is cut': [packed(JSON.stringify({ title: 'A long enough title to be cut' })).slice(0, -9), /^This link cannot be read: a part of it is missing/],
  'is no base64': ['***', /^This link cannot be read/],
  'is empty': ['', /^This link cannot be read/],
  'holds no UTF-8': [deflateRawSync(Buffer.from([0xff, 0xff])).toString('base64url'), /^This link cannot be read/],
  'holds a bomb': [packed('['.repeat(100_000_000)), /^This link is longer than a million letters/],
  'is a bomb of a million letters and one': [packed(' '.repeat(1_000_001)), /^This link is longer than a million letters/],
  'is very long': ['A'.repeat(500_000), /^This link is longer than a million letters/],
  'holds another thing': [packed('"x"'), /^This link holds no proposal/],
};

for (const [what, [content, sentence]] of Object.entries(LINKS)) {
  test(`a link that ${what} is told in a sentence`, async () => {
    const page = await browser.open({ path: `#proposal=${content}` });
    await page.locator('#notice p').waitFor();
    assert.match(await notice(page), sentence);
    assert.equal(await verdict(page), 'Not complete yet');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('no script, style or image of the page comes from elsewhere, and none is written into it', async () => {
  const page = await browser.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.equal(policy, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
  assert.equal(await page.locator('script:not([src]), style, [style], [onclick], [onload], a[href^="javascript:"]').count(), 0);
  const refused = await page.evaluate(() => new Promise((done) => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => done(violatedDirective));
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "run"' }));
  }));
  assert.match(refused, /^script-src/);
  assert.notEqual(await page.title(), 'run');
});

test('a day that no calendar has stays in its field as it was written', async () => {
  const page = await browser.open();
  await openFile(page, 'x.json', JSON.stringify({ start: '2013-02-30', submitted: '2013-02-30T10:00+01:00', partners: [{}] }));
  for (const [id, written] of [['start', '2013-02-30'], ['submitted', '2013-02-30T10:00+01:00']]) {
    assert.equal(await page.inputValue(`#${id}`), written);
    assert.match(await page.locator(`#${id}-note`).textContent(), new RegExp(`“${written.replace('+', '\\+')}” cannot be read`));
  }
  await page.fill('#start', '2013-02-28');
  await page.locator('#start').blur();
  assert.doesNotMatch(await page.locator('#start-note').textContent(), /cannot be read/);
  assert.deepEqual(page.complaints, []);
});
