// Contenders are compared only where they say the same.

import { isDeepStrictEqual } from "node:util";

/** What a contender says of everything in the bench, by the case's name. */
export function said(contender, cases, edits) {
  const outcomes = new Map();
  for (const { name, proposal } of cases) outcomes.set(name, essence(contender, contender.check(proposal)));
  for (const { size, proposal, typed } of edits) {
    const form = contender.form(proposal);
    typed.forEach(([index, grant], count) => {
      outcomes.set(`${size} partners, edit ${count + 1}`, essence(contender, form.type(index, grant)));
    });
  }
  return outcomes;
}

/** The verdict, and the rules that are broken; by country or partner, a rule can be so several times. */
function essence(contender, result) {
  const { verdict, broken } = contender.outcome(result);
  return { verdict, broken: broken.map(({ rule }) => rule).sort() };
}

/** Where contenders differ from the first, in words. */
export function differences([first, ...others], cases, edits) {
  const expected = said(first, cases, edits);
  return others.flatMap((other) => {
    const outcomes = [...said(other, cases, edits)];
    const differing = outcomes.filter(([name, outcome]) => !isDeepStrictEqual(outcome, expected.get(name)));
    return differing.map(
      ([name, outcome]) =>
        `${name}: ${first.name} ${shown(expected.get(name))}, ${other.name} ${shown(outcome)}`,
    );
  });
}

function shown({ verdict, broken }) {
  return `says ${verdict} (${broken.join(", ")})`;
}
