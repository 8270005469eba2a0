import { el, fill, mark } from './dom.js';
import { excerptOf } from './excerpt.js';
import { capital } from './format.js';
import { clipped } from './json.js';
import { words } from './words.js';

const text = words.rulebook;
const SHOWN = 50;
const LONG = 600;

/** What the engine says of a rulebook that was opened: its problems, or advice; each at its place in the text. */
export class RulebookProblems {
  constructor({ element, onOpen }) {
    Object.assign(this, { element, onOpen });
  }

  /** `state` is `broken` for problems, `advice` for advice. */
  show({ heading, note, state, problems, source }) {
    const title = el('h2', { id: 'h-problems', tabindex: '-1' }, heading);
    const more = problems.length > SHOWN && el('p', { class: 'hint' }, text.more(problems.length - SHOWN));
    fill(this.element, el('div', { class: 'section-head' }, title), el('p', { class: 'problems-note' }, note),
      el('ol', null, problems.slice(0, SHOWN).map((problem) => item(problem, state, source))), more,
      el('p', { class: 'problems-end' }, this.button(text.again, this.onOpen), this.button(text.close, () => this.close())));
    this.element.hidden = false;
    title.focus();
  }

  button(label, onclick) {
    return el('button', { type: 'button', class: 'button', onclick }, label);
  }

  clear() {
    fill(this.element);
    this.element.hidden = true;
  }

  close() {
    this.clear();
    document.getElementById('open-rulebook').focus();
  }
}

function item(problem, state, source) {
  const place = el('span', { class: 'where' }, text.place(problem.line, problem.column));
  return el('li', { class: `is-${state}` }, mark(state), el('div', null, el('p', null, el('strong', null, withCode(clipped(capital(problem.message), LONG))), ' ', place), excerpt(excerptOf(source, problem))));
}

/** The engine writes names of the format between backquotes, for a terminal. */
const withCode = (message) => message.split(/`([^`]+)`/).map((piece, place) => (place % 2 ? el('code', null, piece) : piece));

/** The caret is drawn for eyes; ears hear the line and the column above it. */
function excerpt({ above, below, number, before, marked, after }) {
  const width = String(below?.number ?? number).length;
  const gutter = (label) => el('span', { class: 'gutter', 'aria-hidden': 'true' }, `${String(label).padStart(width)} `);
  const line = (each) => each && el('span', { class: 'line' }, gutter(each.number), each.text, '\n');
  const caret = `${' '.repeat([...before].length)}${'^'.repeat(Math.max(1, [...marked].length))}`;
  return el('pre', { class: 'excerpt', role: 'group', tabindex: '0', 'aria-label': text.around }, line(above),
    el('span', { class: 'line is-marked' }, gutter(number), before, el('mark', null, marked), after, '\n'),
    el('span', { class: 'line caret-line', 'aria-hidden': 'true' }, gutter(''), caret, '\n'), line(below));
}
