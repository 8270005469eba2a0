/** What an applicant does on the page. */
import assert from 'node:assert/strict';

/** Loads a worked example by a part of its title. */
export async function loadExample(page, title) {
  await page.click('#examples > summary');
  await page.locator('#examples li button', { hasText: title }).click();
  await page.locator('#examples[open]').waitFor({ state: 'detached' });
}

/** The titles of all worked examples; the list is fetched when it is unfolded, and ends with an empty form. */
export async function exampleTitles(page) {
  await page.click('#examples > summary');
  const entries = page.locator('#examples li button');
  await entries.last().waitFor();
  const titles = await entries.evaluateAll((buttons) => buttons.slice(0, -1).map((button) => button.firstChild.textContent));
  await page.keyboard.press('Escape');
  assert.ok(titles.length >= 7);
  return titles;
}

/** Chooses a call by its id. */
export const chooseCall = (page, id) => page.selectOption('#call', id);

/** The partner at a place of the list, from 1, unfolded. */
export async function partner(page, number) {
  const card = page.locator('.partner').nth(number - 1);
  if (await card.getAttribute('open') === null) await card.locator('summary').click();
  return card;
}

/** A control of a partner, by the end of its id. */
export const control = (card, name) => card.locator(`[id$="-${name}"]`);

/** Types a value as a person does, and leaves the field. */
export async function enter(locator, text) {
  await locator.fill('');
  await locator.pressSequentially(text);
  await locator.blur();
}

/** The note below a control. */
export const note = (card, name) => card.locator(`[id$="-${name}-note"]`);

export const verdict = (page) => page.locator('.verdict h2').textContent();

export const toChange = (page) => page.locator('.part', { hasText: 'To change' }).locator('.todo > li');

/** A form that breaks rules, has something missing and something that cannot be read. */
export async function breakFood(page) {
  await loadExample(page, 'Small food producers');
  await page.fill('#end', '2015-04-30');
  await page.locator('#end').blur();
  const [first, second, third] = [await partner(page, 1), await partner(page, 2), await partner(page, 3)];
  await control(first, 'type').selectOption('company');
  await enter(control(second, 'grant'), '160000');
  await enter(control(third, 'grant'), '100000');
  await enter(control(third, 'costs-travel'), '18.000');
  await control(third, 'type').selectOption('');
}

/** Opens a file of that name and content by the Open button, or by another one. */
export async function openFile(page, name, content, button = '#open') {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(button)]);
  const told = page.evaluate(() => new Promise((done) => {
    const watch = new MutationObserver(() => done(watch.disconnect()));
    for (const id of ['notice', 'problems']) watch.observe(document.getElementById(id), { childList: true });
  }));
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await told;
}

/** What the line below the toolbar tells. */
export const notice = (page) => page.locator('#notice p').textContent();

/** Unfolds every partner and everything else that folds. */
export async function unfoldAll(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details:not(.menu)')) details.open = true;
  });
  await page.waitForFunction(() => [...document.querySelectorAll('.partner')].every((partner) => partner.querySelector('.body')));
}
