/** The choice of how amounts are written: the browser's way, until one says otherwise. */
import { CHOICES, chosenStyle, useAmountStyle } from './amount-style.js';
import { el, fill } from './dom.js';
import { grouped } from './format.js';
import { kept, keep } from './kept.js';
import { words } from './words.js';

const KEY = 'callcheck-amounts';
const SAMPLE = '18000.50';

const use = (choice) => useAmountStyle(chosenStyle(choice, navigator.languages ?? []));

/** What a choice looks like; leaves it in use. */
function sampleOf(choice) {
  use(choice);
  const sample = grouped(SAMPLE, { exact: true });
  return choice === 'auto' ? words.amounts.auto(sample) : sample;
}

/** Makes a select choose the style; `onChange` tells that every amount must be written anew. */
export function amountChoice(select, onChange) {
  fill(select, CHOICES.map((choice) => el('option', { value: choice }, sampleOf(choice))));
  const before = kept(KEY);
  select.value = CHOICES.includes(before) ? before : 'auto';
  use(select.value);
  select.addEventListener('change', () => {
    keep(KEY, select.value);
    use(select.value);
    onChange();
  });
}
