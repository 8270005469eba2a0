/** What axe-core finds against a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The violations, with the elements they stand at. */
export async function violations(page) {
  // Evaluated by the test's own channel: the page's policy admits no script from elsewhere.
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations: found } = await window.axe.run(document, { runOnly: rules });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, RULES);
}
