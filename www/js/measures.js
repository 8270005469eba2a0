/** What a rule measures, in words, and its values as people read them. */
import { countryName, regionName } from './countries.js';
import { count, counted, listed, moment, money, NBSP } from './format.js';
import { words } from './words.js';

const NAMES = {
  grant: 'requested grant', cost: 'costs', contribution: 'own contributions', partners: 'partners', countries: 'countries',
  months: 'duration', start: 'start', end: 'end', submitted: 'date of submission', country: 'country', region: 'region',
  type: 'type of organisation', size: 'size', role: 'role', labels: 'labels', strand: 'strand',
};
const DATES = ['start', 'end', 'submitted'];
const COUNTS = ['partners', 'countries'];

/** The one word of a measure: `{"cost": [...]}` is `cost`, `{"answer": "smes"}` is `answer`. */
export const headOf = (measure) => (measure && typeof measure === 'object' ? Object.keys(measure)[0] : measure);

const questionOf = (measure, call) => call.question(measure.answer);

/** Money, months, a count, a date, or one of a list. */
export function kindOf(measure, call) {
  const head = headOf(measure);
  if (head === 'grant' || head === 'cost' || head === 'contribution') return 'money';
  if (head === 'months') return 'months';
  if (COUNTS.includes(head)) return 'count';
  if (DATES.includes(head)) return 'date';
  if (head !== 'answer') return 'attribute';
  const kind = questionOf(measure, call)?.kind;
  return kind === 'count' || kind === 'money' ? kind : 'attribute';
}

/** "requested grant", "costs (staff, travel)", a question's label. */
export function measureName(measure, call) {
  const head = headOf(measure);
  if (head === 'answer') return questionOf(measure, call)?.label ?? measure.answer;
  if (head === measure) return NAMES[head] ?? String(head);
  const keys = measure[head];
  const labels = head === 'cost' ? call.costs : call.contributions;
  const label = (key) => (labels[key] ?? key).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
  return Array.isArray(keys) ? `${NAMES[head]} (${listed(keys.map(label))})` : `${NAMES[head]} without ${listed([keys.not].flat().map(label))}`;
}

function choiceName(value, measure, call) {
  switch (headOf(measure)) {
    case 'country': return value.length > 2 ? regionName(value) : countryName(value);
    case 'region': return regionName(value);
    case 'type': return call.types[value] ?? value;
    case 'labels': return call.labels[value] ?? value;
    case 'strand': return call.strands[value] ?? value;
    case 'role': return words.partners.roles[value] ?? value;
    case 'size': return words.partners.sizes[value] ?? value;
    default: return questionOf(measure, call)?.choices?.[value] ?? value;
  }
}

const PLACES = ['country', 'region'];

/** What a name stands for that only rules know: the countries of a group, the sizes of an SME. */
function itemsOf(values, measure, call) {
  if (PLACES.includes(headOf(measure))) return values.flatMap((value) => call.areasOf(value));
  return headOf(measure) === 'size' ? values.flatMap((value) => SIZES[value] ?? [value]) : values;
}

const SIZES = { __proto__: null, sme: ['micro', 'small', 'medium'] };

const yesOrNo = (value) => (value ? words.questions.yes : words.questions.no);

/** `18 months`, `18 months and 1 day`. */
export const duration = (months, days) => counted(months, 'month') + (days ? ` and ${counted(days, 'day')}` : '');

/** By how much a duration is over a maximum, to the day. */
export const overMaximum = ({ found, days = 0, max }) => (found > max ? duration(found - max, days) : counted(days, 'day'));

/** A value of a report, as people read it. */
export function shown(value, numbers, call) {
  const { measure, currency } = numbers;
  if (Array.isArray(value)) return listed(itemsOf(value, measure, call).map((item) => shown(item, numbers, call)), 'or');
  switch (kindOf(measure, call)) {
    case 'money': return money(value, currency ?? call.currency);
    case 'months': return duration(value);
    case 'count': return typeof value === 'number' ? count(value) : String(value);
    case 'date': return moment(String(value));
    default: return typeof value === 'boolean' ? yesOrNo(value) : listed(itemsOf([String(value)], measure, call).map((item) => choiceName(item, measure, call)), 'or');
  }
}

/** What was found: with its unit, and with the days beyond whole months. */
export function foundText(numbers, call) {
  const { found, days, measure } = numbers;
  if (found === undefined) return null;
  if (headOf(measure) === 'months') return duration(found, days);
  if (headOf(measure) === 'partners') return counted(found, 'partner');
  if (headOf(measure) === 'countries') return counted(found, 'country', 'countries');
  return shown(found, numbers, call);
}

/** A range with its unit once: `DKK 0 to 150,000`, `12 to 18 months`, `1 May to 3 June 2013`. */
function rangeText(low, high, numbers, call) {
  const [from, to] = [shown(low, numbers, call), shown(high, numbers, call)];
  if (from === to) return from;
  switch (kindOf(numbers.measure, call)) {
    case 'money': return `${from} to ${to.slice(to.indexOf(NBSP) + 1)}`;
    case 'months': return `${low} to ${to}`;
    default: return `${from} to ${to}`;
  }
}

/** All that an atom allows: `12 to 18 months`, `at most DKK 250,000`, `3 or more`. */
export function allowedText(numbers, call) {
  const { min, max, above, below, is, within } = numbers;
  const value = (bound) => shown(bound, numbers, call);
  const parts = [];
  if (min !== undefined && max !== undefined) parts.push(rangeText(min, max, numbers, call));
  else if (min !== undefined) parts.push(kindOf(numbers.measure, call) === 'date' ? `${value(min)} or later` : `${value(min)} or more`);
  else if (max !== undefined) parts.push(kindOf(numbers.measure, call) === 'date' ? `${value(max)} or earlier` : `at most ${value(max)}`);
  if (above !== undefined) parts.push(kindOf(numbers.measure, call) === 'date' ? `after ${value(above)}` : `more than ${value(above)}`);
  if (below !== undefined) parts.push(kindOf(numbers.measure, call) === 'date' ? `before ${value(below)}` : `less than ${value(below)}`);
  if (is !== undefined) parts.push(value(is));
  if (numbers.in !== undefined) parts.push(value(numbers.in));
  if (within !== undefined) parts.push(`only ${value(within)}`);
  return parts.join(', ');
}
