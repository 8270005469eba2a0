/** What a call has no place for: typed for another call, or brought by a file. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { loadExample, note, openFile, partner, toChange } from './steps.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A call without the costs and labels of the official ones. */
const WITHOUT = JSON.stringify({
  callcheck: 1, id: 'our-call', version: '1.0.0', title: 'Our own call', currency: 'DKK', costs: { wages: 'Wages' }, sources: { text: { title: 'The text' } },
  types: { cluster: 'Cluster', research: 'Research' },
  rules: [{ id: 'wages', title: 'At most DKK 900,000 of wages', require: { measure: { cost: ['wages'] }, max: 'DKK 900000' }, source: { ref: 'text' } }],
});

test('an amount in a row that the call does not have is told so, and not that it cannot be read', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await openFile(page, 'our-call.json', WITHOUT, '#open-rulebook');
  const card = await partner(page, 2);
  const told = await note(card, 'costs-staff').textContent();
  assert.match(told, /Not in this call\. This call has no cost category “staff”/);
  assert.doesNotMatch(told, /cannot be read/);
  assert.equal(await note(card, 'costs-staff').locator('button').count(), 0, 'there is no other reading to choose');
  const entry = toChange(page).filter({ hasText: 'FoodNetwork, costs (staff)' });
  assert.match(await entry.textContent(), /costs \(staff\): not in this call\s*This call has no cost category “staff”/);
  assert.deepEqual(page.complaints, []);
});

test('a label that the call does not have is shown, and can be taken away', async () => {
  const page = await browser.open();
  await loadExample(page, 'Small food producers');
  await openFile(page, 'our-call.json', WITHOUT, '#open-rulebook');
  const card = await partner(page, 2);
  const strange = card.getByRole('checkbox', { name: 'ecei-bronze (not in this call)' });
  assert.equal(await strange.isChecked(), true);
  assert.match(await note(card, 'labels').textContent(), /“ecei-bronze” cannot be read/);
  await card.getByRole('checkbox', { name: 'None of these' }).check();
  assert.equal(await strange.isChecked(), false);
  assert.equal(await note(card, 'labels').textContent(), '');
  await strange.check();
  await strange.uncheck();
  assert.equal(await note(card, 'labels').textContent(), '');
  assert.deepEqual(page.complaints, []);
});

test('an answer that the call does not offer is shown, and can be taken away', async () => {
  const page = await browser.open();
  const asking = { ...JSON.parse(WITHOUT), questions: { field: { of: 'proposal', kind: 'choice', choices: { food: 'Food', wood: 'Wood' }, label: 'Field' }, civil: { of: 'partner', kind: 'boolean', label: 'Civil' } } };
  await openFile(page, 'our-call.json', JSON.stringify(asking), '#open-rulebook');
  await openFile(page, 'x.json', JSON.stringify({ rulebook: { id: 'our-call' }, answers: { field: 'stone' }, partners: [{ country: 'DK', answers: { civil: 'perhaps' } }] }));
  const card = await partner(page, 1);
  for (const [shown, group] of [['stone', page.getByRole('group', { name: 'Field' })], ['perhaps', card.getByRole('group', { name: 'Civil' })]]) {
    const strange = group.getByRole('radio', { name: `${shown} (not in this call)` });
    assert.equal(await strange.isChecked(), true);
    assert.match(await group.locator('.note').textContent(), new RegExp(`“${shown}” cannot be read`));
    await group.getByRole('radio', { name: 'No answer' }).check();
    assert.equal(await group.locator('.note').textContent(), '');
  }
  assert.equal(await toChange(page).count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('a currency that cannot be read is told of by itself, and not as an amount', async () => {
  const page = await browser.open();
  await openFile(page, 'x.json', JSON.stringify({ partners: [{ country: 'SE', currency: '??', grant: '500' }] }));
  const card = await partner(page, 1);
  assert.match(await note(card, 'grant').textContent(), /“\?\?” cannot be read\. /);
  assert.doesNotMatch(await note(card, 'grant').textContent(), /as an amount/);
  assert.match(await toChange(page).first().textContent(), /currency: “\?\?” cannot be read(?! as an amount)/);
  assert.deepEqual(page.complaints, []);
});
