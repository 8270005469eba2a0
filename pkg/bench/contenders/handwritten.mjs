// JavaScript written for this one call, fields read by hand.

import { monthsBetween } from "../by-hand/duration.mjs";
import * as offered from "../by-hand/form.mjs";
import { retyped } from "../by-hand/retyped.mjs";
import { judge, verdict } from "../by-hand/rules.mjs";

const countries = new Set(offered.COUNTRIES);
const currencies = new Set(offered.CURRENCIES);
const types = new Set(offered.TYPES);
const labels = new Set(offered.LABELS);
const roles = new Set(offered.ROLES);

export const name = "by hand";

/** `{ verdict, broken, missing, unreadable }` */
export function check(proposal) {
  const unreadable = [];
  const outcome = judge(read(proposal, unreadable));
  const isIncomplete = unreadable.length > 0 && verdict(outcome) === "eligible";
  return { verdict: isIncomplete ? "incomplete" : verdict(outcome), ...outcome, unreadable };
}

export const form = retyped(check);

export function outcome(result) {
  return result;
}

function read(proposal, unreadable) {
  const start = matching(proposal.start, offered.DATE, "/start", unreadable);
  const end = matching(proposal.end, offered.DATE, "/end", unreadable);
  const partners = Array.isArray(proposal.partners) ? proposal.partners : [];
  return {
    months: start && end ? monthsBetween(start, end) : number(proposal.months, "/months", unreadable),
    submitted: matching(proposal.submitted, offered.DATE, "/submitted", unreadable),
    partners: partners.map((one, index) => partner(one, `/partners/${index}`, unreadable)),
  };
}

function partner(written, path, unreadable) {
  oneOf(roles, written.role, path, "role", unreadable);
  return {
    country: oneOf(countries, written.country, path, "country", unreadable),
    type: oneOf(types, written.type, path, "type", unreadable),
    labels: someOf(labels, written.labels, path, unreadable),
    submitted: matching(written.submitted, offered.DATE, path, unreadable),
    currency: oneOf(currencies, written.currency, path, "currency", unreadable) ?? "EUR",
    grant: amount(written.grant, path, "grant", unreadable),
    costs: costs(written.costs, path, unreadable),
    contributions: contributions(written.contributions, path, unreadable),
    smes: number(written.answers?.smes, path, unreadable),
  };
}

function costs(written, path, unreadable) {
  if (written === undefined) return undefined;
  let sum = 0;
  for (const key of offered.COSTS) sum += amount(written[key], path, key, unreadable) ?? 0;
  return sum;
}

function contributions(written, path, unreadable) {
  if (written === undefined) return undefined;
  let all = 0;
  let own = 0;
  for (const key of offered.CONTRIBUTIONS) {
    const value = amount(written[key], path, key, unreadable) ?? 0;
    all += value;
    if (key !== "public") own += value;
  }
  return { all, own };
}

function amount(text, path, key, unreadable) {
  if (text === undefined || text === "") return undefined;
  if (offered.AMOUNT.test(text)) return Number(text);
  unreadable.push({ path: `${path}/${key}`, message: `${text} is no amount.` });
  return undefined;
}

function number(value, path, unreadable) {
  if (value === undefined || value === "") return undefined;
  if (Number.isInteger(value) && value >= 0) return value;
  unreadable.push({ path, message: `${value} is no number.` });
  return undefined;
}

function matching(text, pattern, path, unreadable) {
  if (text === undefined || text === "") return undefined;
  if (pattern.test(text)) return text;
  unreadable.push({ path, message: `${text} is no date.` });
  return undefined;
}

function oneOf(known, value, path, key, unreadable) {
  if (value === undefined || value === "") return undefined;
  if (known.has(value)) return value;
  unreadable.push({ path: `${path}/${key}`, message: `${value} is not offered here.` });
  return undefined;
}

function someOf(known, values, path, unreadable) {
  return (values ?? []).filter((value) => oneOf(known, value, path, "labels", unreadable) !== undefined);
}
