/** The line of facts about a call, below its name. */
import { countryName, regionName } from './countries.js';
import { el } from './dom.js';
import { words } from './words.js';

const text = words.facts;

const areaName = (area) => (area.length > 2 ? regionName(area).replace(/ \(.*\)$/, '') : countryName(area));

function openingTimes({ opens, closes }) {
  const [from, to] = [opens, closes].map((bound) => bound?.slice(0, 10));
  if (from && to) return text.open(from, to);
  if (to) return text.until(to);
  return from ? text.from(from) : null;
}

/** When it was open, who pays, how many rules, and that nothing is sent. */
export function callFacts(call) {
  const facts = [
    [openingTimes(call)],
    [call.funders.length ? text.funders(call.funders.map(areaName)) : null, 'payers'],
    [text.rules(call.rules.size, call.sourceCount)],
    [text.private],
  ];
  return facts.filter(([fact]) => fact).map(([fact, className]) => el('span', { class: className ?? null }, fact));
}
