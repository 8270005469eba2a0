/** What a field may still take, and what to do there: both read off the limits of a report. */
import { isNegative, isZero, subtract } from './decimal.js';
import { count, counted, day, grouped, listed, money } from './format.js';
import { words } from './words.js';

const isDate = (value) => typeof value === 'string' && /^\d{4}-/.test(value);

/** Whether no value of this field alone keeps all its rules. */
export function isHopeless({ min, max }) {
  if (max === null) return false;
  if (typeof max === 'number') return max < (min ?? 0);
  if (isDate(max)) return min !== null && min > max;
  return isNegative(max) || (min !== null && isNegative(subtract(max, min)));
}

const written = (value, currency) => (isDate(value) ? day(value) : currency ? money(value, currency) : count(value));

/** `DKK 0 to 150,000`, `3 or more`, `up to 31 May 2013`: the range of a limit, `null` where there is none. */
export function rangeOf({ path, min, max, currency }) {
  if (path === '/months') return monthsRange(min, max);
  if (isDate(min ?? max)) return datesRange(min, max);
  const [low, high] = [min === null ? null : written(min, currency), max === null ? null : written(max, currency)];
  if (high === null) return low === null || isZero(min) ? null : `${low} or more`;
  if (currency) return `${money(min ?? '0', currency)} to ${grouped(max)}`;
  return `${min ?? 0} to ${high}`;
}

function monthsRange(min, max) {
  if (max === null) return min ? `${counted(min, 'month')} or more` : null;
  return min === max ? counted(max, 'month') : `${min ?? 0} to ${counted(max, 'month')}`;
}

function datesRange(min, max) {
  if (min === null) return `up to ${day(max)}`;
  if (max === null) return `${day(min)} or later`;
  return min === max ? day(min) : `${day(min)} to ${day(max)}`;
}

/** The names of the rules that set a limit, each once. */
function limitRules({ minRule, maxRule }, call) {
  const names = [minRule, maxRule].filter(Boolean).map((id) => call.shortName(id));
  return [...new Set(names)];
}

/** The hint of a field: "May be DKK 0 to 150,000. Rule: Danish cap." as parts; `null` where any value will do. */
export function hintOf(limit, call) {
  if (!limit) return null;
  const names = limitRules(limit, call);
  const rules = names.length ? ` ${words.notes.rules(names)}` : '';
  if (isHopeless(limit)) return [`${words.notes.hopeless}${rules}`];
  const range = rangeOf(limit);
  if (!range) return null;
  const [lead, value] = range.startsWith('up to ') ? ['May be up to ', range.slice(6)] : ['May be ', range];
  return [lead, { b: value }, `.${rules}`];
}

/**
 * What to do at a field about a finding: "Ask for DKK 150,000 or less here, or less at AgroTech."
 * `others` are the names of the partners whose entries would mend it as well.
 */
export function remedy(finding, limit, others = [], where = ' here') {
  if (!limit) return null;
  if (isHopeless(limit)) return hopeless(others);
  const step = stepOf(finding, limit);
  if (!step) return null;
  if (step.dated) return `${step.text}.`;
  const elsewhere = others.length ? `, or for ${step.direction} at ${listed(others, 'or')}` : '';
  return `${step.text}${where}${elsewhere}.`;
}

const hopeless = (others) => [words.notes.hopeless, others.length && words.notes.alsoChange(listed(others))].filter(Boolean).join(' ');

function stepOf(finding, limit) {
  const lessening = finding.code === 'above-max' || finding.code === 'too-late';
  const downward = limit.path === '/start' && finding.code !== 'too-late' && finding.code !== 'too-early' ? !lessening : lessening;
  const bound = downward ? limit.max : limit.min;
  if (bound === null) return null;
  if (isDate(bound)) return { dated: true, text: dated(limit.path, day(bound), downward) };
  const verb = limit.path.endsWith('/grant') ? 'Ask for' : 'Enter';
  return { text: `${verb} ${written(bound, limit.currency)} or ${downward ? 'less' : 'more'}`, direction: downward ? 'less' : 'more' };
}

function dated(path, text, downward) {
  const verb = path === '/end' ? 'End' : path === '/start' ? 'Start' : 'Submit';
  return downward ? `${verb} by ${text}` : `${verb} on ${text} or later`;
}
