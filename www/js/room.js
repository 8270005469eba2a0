/** What each rule with a number leaves: "DKK 20,000 left", "1 short". */
import { isNegative, isZero, subtract } from './decimal.js';
import { count, counted, daysBetween, money, moment } from './format.js';
import { kindOf, overMaximum } from './measures.js';
import { onceByDay } from './one-day.js';
import { groupName } from './sentences.js';
import { words } from './words.js';

const text = words.panel;

/** One entry for each instance of a rule with a bound, those of advice apart; one for a day that is the same for all partners. */
export function roomLeft(judgement, form) {
  const { call, checks } = judgement;
  const names = (index) => form.partners.nameOf(index);
  const asked = checks.filter((check) => call.rules.get(check.rule)?.severity === 'error' && isForSure(check, call, form));
  return onceByDay(asked, form)
    .map((check) => ({ check, value: roomOf(check, call) }))
    .filter(({ value }) => value !== null)
    .map(({ check, value }) => ({ name: nameOf(check, call, names), value, state: check.status === 'fail' ? 'broken' : '' }));
}

/** Whether a rule surely asks something here: a condition that may still be unmet, or countries of which a partner may be none, ask nothing yet. */
function isForSure({ rule, group, state, soFar }, call, form) {
  const { when, countries } = call.rules.get(rule);
  if (state === 'none' || (when && state === 'open' && soFar !== false)) return false;
  return countries.length === 0 || group?.partner === undefined || form.partners.countryOf(group.partner) !== undefined;
}

function nameOf(check, call, names) {
  const whose = call.rules.get(check.rule).countries.length === 1 && check.group?.country ? null : groupName(check.group, names);
  return whose ? `${call.shortName(check.rule)}, ${whose}` : call.shortName(check.rule);
}

/** The room of one instance in words; `null` where its rule has no such number, and where a bound is not kept that may never be asked for. */
export function roomOf(check, call) {
  switch (check.measure && kindOf(check.measure, call)) {
    case 'money': return between(check, (a, b) => subtract(String(a), String(b)), (value) => money(value, check.currency));
    case 'count': return between(check, (a, b) => String(a - b), (value) => count(Number(value)));
    case 'months': return check.found === undefined ? null : ofDuration(check);
    case 'date': return ofDate(check);
    default: return null;
  }
}

/** What is over or short of a bound: to be told where a finding tells it too, and not of a rule of which it is not known yet whether it applies. */
const amiss = ({ status, soFar }, words) => (status === 'open' && soFar !== false ? null : words);

function between(check, minus, write) {
  const { found = '0', min, max, is, open, unrated } = check;
  if (is !== undefined || (found === '0' && open && min === undefined && max === undefined)) return null;
  const value = found === '0' && typeof (min ?? max) === 'number' ? 0 : found;
  if (max !== undefined) {
    const room = minus(max, value);
    if (isNegative(room)) return amiss(check, text.roomOver(write(room.slice(1))));
    if (unrated) return null;
    if (min === undefined || !isNegative(minus(value, min))) return isZero(room) ? text.roomNothing : text.roomLeft(write(room));
  }
  if (min === undefined || unrated) return null;
  const spare = minus(value, min);
  if (isNegative(spare)) return open ? text.roomNeeded(write(spare.slice(1))) : amiss(check, text.roomShort(write(spare.slice(1))));
  return isZero(spare) ? text.roomExactly : text.roomMore(write(spare));
}

/** The room of a duration, in whole months; what is over, to the day. */
export function ofDuration(check) {
  const { found, days = 0, min, max } = check;
  if (max !== undefined && (found > max || (found === max && days > 0))) return amiss(check, text.roomOver(overMaximum({ found, days, max })));
  if (min !== undefined && found < min) return amiss(check, text.roomShort(counted(min - found, 'month')));
  if (max === undefined) return null;
  return found === max ? text.roomNothing : text.roomLeft(counted(max - found - (days ? 1 : 0), 'month'));
}

/** The days that are left; without a day, and where it is not known yet whether the rule applies, the day that it asks for. */
function ofDate(check) {
  const { found, max } = check;
  if (found === undefined) return dayAsked(check);
  const left = max === undefined ? null : daysBetween(String(found), String(max));
  if (left === null) return null;
  return left < 0 ? amiss(check, text.roomOver(counted(-left, 'day'))) ?? dayAsked(check) : text.daysLeft(left);
}

function dayAsked({ min, max }) {
  if (max !== undefined) return text.lastDay(moment(String(max)));
  return min === undefined ? null : text.firstDay(moment(String(min)));
}
