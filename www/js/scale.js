/** Pieces of the pictures: a value drawn between its bounds, on a line from 0 to `end`, in percent. */
import { svg } from './dom.js';

const percent = (value) => `${Math.round(Math.min(Math.max(value, 0), 1) * 100000) / 1000}%`;

/** A drawing of a given height; its text equivalent stands beside it. */
export const drawing = (height, ...children) => svg('svg', { class: 'scale', height, 'aria-hidden': 'true' }, children);

export const line = (className, x, y1, y2) => svg('line', { class: className, x1: percent(x), x2: percent(x), y1, y2 });

export const track = (y) => svg('line', { class: 'track', x1: '0', x2: '100%', y1: y, y2: y });

export const bar = (className, from, to, y, height) =>
  svg('rect', { class: className, x: percent(from), width: percent(Math.max(to - from, 0)), y, height });

/** What lies beyond a bound, in the colour of its state. */
export const over = (state, from, to, y, height) => bar(`over is-${state}`, from, to, y, height);

export const label = (text, x, y, { anchor = 'middle', strong = false } = {}) =>
  svg('text', { class: strong ? 'strong' : null, x: percent(x), y, 'text-anchor': anchor }, text);

/** What cannot be drawn: a dashed frame, never an empty bar that reads as zero. */
export const unknown = (height) => svg('rect', { class: 'unknown', x: 0.5, y: 0.5, width: '99.6%', height });

/** The range allowed, between its bounds. */
export function band(from, to, y, height, { overhang = 4 } = {}) {
  return [
    bar('band', from ?? 0, to ?? 1, y, height),
    from !== null && from > 0 && line('bound', from, y - overhang, y + height),
    to !== null && line('bound', to, y - overhang, y + height),
  ];
}

/** The value at its place: a dot inside, a cross outside, a diamond where it is advice. */
export function value(x, y, state) {
  if (state === 'broken' || state === 'advice') {
    return svg('svg', { x: percent(x), y, class: `m-${state}`, overflow: 'visible' }, svg('use', { href: `#x-${state}` }));
  }
  return svg('circle', { class: 'm-kept', cx: percent(x), cy: y, r: 6, fill: 'currentColor' });
}
