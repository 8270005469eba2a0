/** The rules by programme and country, as the sheet and the board show them. */
import { countryName } from './countries.js';
import { STATE_ORDER, countStates } from './judgement.js';
import { words } from './words.js';

/** `[{ name, ids }]`: the rules for all first, then those of a single country, in the order of the rulebook. */
export function groupsOf(call) {
  const groups = new Map([['', []]]);
  for (const { id, countries } of call.sheet.rules) {
    const key = countries.length === 1 ? countries[0] : '';
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups].filter(([, ids]) => ids.length > 0)
    .map(([country, ids]) => ({ country, name: country ? countryName(country) : words.sheet.programme, ids }));
}

/** "2 broken, 5 kept". */
export function tallyText(states) {
  const counts = countStates(states.map((state) => ({ state })));
  return STATE_ORDER.filter((state) => counts[state]).map((state) => words.stateCounts[state](counts[state])).join(', ');
}
