// The numbers of a proposal whose shape a schema has found sound.

import { monthsBetween } from "./duration.mjs";

/** What the rules are judged on. What a schema refused is left out as not given. */
export function numbers(proposal) {
  const { start, end, months, submitted, partners } = proposal;
  return {
    months: start && end ? monthsBetween(start, end) : months,
    submitted: submitted || undefined,
    partners: partners.map(partner),
  };
}

function partner({
  country,
  type,
  labels = [],
  submitted,
  currency = "EUR",
  grant,
  costs,
  contributions,
  answers,
}) {
  return {
    country,
    type,
    labels,
    submitted: submitted || undefined,
    currency,
    grant: grant ? Number(grant) : undefined,
    costs: costs && sum(costs),
    contributions: contributions && { all: sum(contributions), own: own(contributions) },
    smes: answers?.smes,
  };
}

function sum(amounts) {
  let sum = 0;
  for (const key in amounts) sum += Number(amounts[key]);
  return sum;
}

function own(contributions) {
  return Number(contributions.private ?? 0) + Number(contributions["in-kind"] ?? 0);
}
