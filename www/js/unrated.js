/** Amounts that are given and that a rule cannot count: no rate leads from their currency to the rule's. */
import { isDecimal } from './decimal.js';
import { asText, isObject } from './json.js';
import { headOf } from './measures.js';
import { currencyIn, partnersOf } from './proposal.js';

const FIELDS = { grant: 'grant', cost: 'costs', contribution: 'contributions' };

/** Tells of an instance whether it lacks such an amount. `exchange` is the table that is judged by, if any. */
export function lacksAmounts({ proposal, call, exchange }) {
  const rated = new Set(exchange ? [exchange.base, ...Object.keys(exchange.units)] : []);
  const isApart = (holder, check) => {
    const currency = currencyIn(proposal, call, holder);
    return currency !== check.currency && !(rated.has(currency) && rated.has(check.currency));
  };
  return (check) => {
    const field = check.currency && FIELDS[headOf(check.measure)];
    return Boolean(field) && holdersOf(check, field, proposal, call).some((holder) => hasAmount(holder?.[field]) && isApart(holder, check));
  };
}

/** Whose amounts an instance counts: the total that is given, else the partners that it may be about. */
function holdersOf({ group, rule }, field, proposal, call) {
  const partners = partnersOf(proposal);
  if (group?.partner !== undefined) return [partners[group.partner]];
  const countries = group?.country ? [group.country] : call.rules.get(rule).countries;
  if (countries.length === 0) return proposal[field] === undefined ? partners : [proposal];
  return partners.filter((partner) => countries.includes(partner?.country));
}

const amountsIn = (value) => (isObject(value) ? Object.values(value) : [value]).map(asText);

const hasAmount = (value) => amountsIn(value).some((amount) => isDecimal(amount) && /[1-9]/.test(amount));
