/** The duration against the months allowed. */
import { el } from './dom.js';
import { day, isDay } from './format.js';
import { duration } from './measures.js';
import { band, bar, drawing, label, line, over, track, value } from './scale.js';
import { ofDuration } from './room.js';
import { words } from './words.js';

const text = words.project;
const STEP = 6;

/** What the picture depends on: `null` where no rule bounds the duration. */
export function durationData({ report, rules }, { start, end }, byDates) {
  const check = report.checks.find(({ measure, min, max, status }) => measure === 'months' && status !== 'skipped' && (min ?? max) !== undefined);
  if (!check) return null;
  const { min = null, max = null, found = null, days = 0, status, soFar } = check;
  return { min, max, found, days, status, soFar, start, end, byDates, state: rules.get(check.rule).state };
}

/** Heading, drawing and caption; `swap` is the button that changes how the duration is given. */
export function durationPicture(data, swap) {
  if (!data) return el('div', { class: 'picture-head' }, el('span'), swap);
  return el('figure', { class: 'picture', id: 'picture-duration' },
    el('div', { class: 'picture-head' }, el('h3', null, text.pictureAgainst(rangeWords(data))), swap),
    drawn(data), el('figcaption', null, caption(data)));
}

function rangeWords({ min, max }) {
  if (min !== null && max !== null) return `${min} to ${max}`;
  return max === null ? `${min} or more` : `at most ${max}`;
}

function drawn(data) {
  const { min, max, found, days, state } = data;
  const length = found === null ? null : found + days / 31;
  const end = Math.ceil(Math.max((max ?? min) * 1.25, (length ?? 0) + 1) / STEP) * STEP;
  const at = (months) => months / end;
  const upper = max ?? end;
  const middle = (at(min ?? 0) + at(upper)) / 2;
  return drawing(66, band(min === null ? null : at(min), max === null ? null : at(max), 20, 20),
    label(rangeWords(data), middle, 10, { anchor: anchorAt(middle) }),
    length !== null && [bar('amount', 0, at(Math.min(length, upper)), 28, 4), length > upper && over(state, at(upper), at(length), 26, 8), value(at(length), 30, state)],
    length !== null && length > upper && label(String(found), at(length), 10, { strong: true, anchor: anchorAt(at(length)) }),
    track(40), ticks(end));
}

/** Near its ends a drawing has room for letters on one side only. */
const anchorAt = (x) => (x < 0.08 ? 'start' : x > 0.92 ? 'end' : 'middle');

function ticks(end) {
  const step = stepOf(end);
  const every = step === 1 ? STEP : step * 2;
  const months = Array.from({ length: Math.floor(end / step) + 1 }, (_, place) => place * step);
  return months.map((month) => [
    line('tick', month / end, 40, month % STEP === 0 ? 48 : 44),
    month % every === 0 && label(String(month), month / end, 62, { anchor: month === 0 ? 'start' : month === end ? 'end' : 'middle' })]);
}

/** The months from one tick to the next: a year that is mistyped may be thousands of years away. */
function stepOf(end) {
  if (end <= 60) return 1;
  const most = end < 10000 ? 18 : 4;
  let step = STEP;
  while (end / step > most) step *= 2;
  return step;
}

function caption({ min, max, found, days, status, soFar, start, end, byDates }) {
  if (found === null) return whyUnknown({ start, end, byDates });
  const dates = typeof start === 'string' && typeof end === 'string' ? text.fromTo(day(start), day(end)) : '';
  const bound = found < (min ?? 0) ? { min } : { max: max ?? undefined };
  const room = ofDuration({ found, days, status, soFar, ...bound });
  return `${duration(found, days)}${dates}${room ? `: ${room}` : ''}.`;
}

function whyUnknown({ start, end, byDates }) {
  if (!byDates || !start) return text.noDuration;
  if (end === undefined) return text.noEnd;
  return isDay(start) && isDay(end) ? text.endFirst : text.unreadDates;
}
