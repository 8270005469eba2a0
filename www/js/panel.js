import { caret, el, fill, fillEach, fillIfChanged, inline, mark, remark, ruleAnchor, spoken } from './dom.js';
import { STATE_ORDER } from './judgement.js';
import { roomLeft } from './room.js';
import { summaryOf, verdictMark, verdictText } from './verdict.js';
import { todoOf, missingOf, noticeOf } from './todo.js';
import { groupsOf, tallyText } from './rule-groups.js';
import { money } from './format.js';
import { words } from './words.js';

const text = words.panel;
/** The most entries that one part lists. */
const MOST = 100;
/** The most rows of what is left that are taken in at a glance. */
const GLANCE = 12;
/** The most letters that stand beside a rule's name in one line, such as an amount that is left; a moment has more. */
const SHORT = 18;

/** The judgement beside the form; on a phone the bar at the bottom and its sheet. */
export class Panel {
  /** `folds` are the parts that were folded or unfolded by hand, by name: they stay so in another call, too. */
  constructor({ element, form, folds }) {
    Object.assign(this, { element, form, folds });
    this.bar = el('button', { type: 'button', class: 'judgebar', 'aria-expanded': 'false', 'aria-controls': 'rail-body' });
    this.heading = el('h2');
    this.verdictMark = el('div');
    this.sentence = el('p');
    this.board = el('div', { class: 'board' });
    const list = (tag, className) => el(tag, { class: className });
    const rooms = el('tbody');
    this.parts = {
      toChange: part(text.toChange, list('ol', 'todo')), notYet: part(text.notYet, list('ul', 'todo')), missing: part(text.missing, list('ul', 'missing')),
      advice: part(text.advice, list('ul', 'todo')), notices: part(text.notices, list('ul', 'todo notes')),
      room: part(text.room, rooms, el('table', { class: 'room' }, el('caption', { class: 'vh' }, text.roomCaption), rooms)),
    };
    this.body = el('div', { class: 'rail-body', id: 'rail-body' },
      el('div', { class: 'verdict', tabindex: '-1' }, this.verdictMark, this.heading, this.sentence), this.board,
      Object.values(this.parts).map(({ element: each }) => each));
    for (const [name, { element: each }] of Object.entries(this.parts)) each.querySelector('summary')?.addEventListener('click', () => folds.set(name, !each.open));
    fill(element, this.bar, this.body);
  }

  /** `seen` is what the page makes of the judgement, see `verdict.js`. */
  show(judgement, seen) {
    const { verdict } = judgement;
    this.element.className = `rail is-${verdict}`;
    const counts = summaryOf(judgement, seen);
    fillIfChanged(this.bar, [verdict, counts], () => [verdictMark(verdict), el('span', null, el('b', null, words.verdict[verdict]), counts), caret()]);
    fillIfChanged(this.verdictMark, verdict, () => verdictMark(verdict));
    fillIfChanged(this.heading, verdict, () => words.verdict[verdict]);
    const sentence = verdictText(judgement, seen);
    fillIfChanged(this.sentence, sentence, () => sentence);
    this.showBoard(judgement);
    this.showParts(judgement);
    this.unfold(unfoldedOf(judgement, seen));
  }

  /** Unfolds some of the parts and folds the others, but for those that were folded or unfolded by hand, and the one that one is in. */
  unfold(names) {
    for (const [name, { element, list }] of Object.entries(this.parts)) {
      const isLong = name === 'room' && list.childElementCount > GLANCE;
      const isOpen = this.folds.get(name) ?? (names.includes(name) && !isLong);
      if (element.open !== isOpen && !element.contains(document.activeElement)) element.open = isOpen;
    }
  }

  /** One mark for each rule, by group, and the key to the marks. */
  showBoard({ call, rules, counts }) {
    this.groups ??= this.makeBoard(call, rules);
    for (const { marks, tally, ids } of this.groups) {
      const states = ids.map((id) => rules.get(id).state);
      for (const [place, state] of states.entries()) remark(marks[place], state);
      fillIfChanged(tally, tallyText(states), () => tallyText(states));
    }
    fillIfChanged(this.key, counts, () => STATE_ORDER.filter((state) => counts[state]).map((state) => el('li', null, mark(state), words.stateCounts[state](counts[state]))));
  }

  makeBoard(call, rules) {
    const groups = groupsOf(call).map(({ name, ids }) => ({ name, ids, marks: ids.map(() => mark('open')), tally: spoken('') }));
    this.key = el('ul', { class: 'legend-row' });
    fill(this.board, el('h3', { class: 'vh' }, text.board(rules.size)),
      el('dl', null, groups.map(({ name, marks, tally }) => [el('dt', null, name), el('dd', null, marks, tally)])), this.key);
    return groups;
  }

  showParts(judgement) {
    const { form, parts } = this;
    const todo = (list, state) => shownOf(list, (finding) => todoOf(finding, judgement, form, state));
    this.showPart(parts.toChange, todo(judgement.toChange, 'broken'), (entry) => this.todo(entry));
    this.showPart(parts.notYet, todo(judgement.notYet, 'open'), (entry) => this.todo(entry));
    this.showPart(parts.missing, shownOf(missingOf(judgement, form), (entry) => entry), (entry) => this.missing(entry));
    this.showPart(parts.advice, todo(judgement.advice, 'advice'), (entry) => this.todo(entry));
    this.showPart(parts.notices, shownOf(judgement.notices, noticeOf), noticeItem);
    this.showPart(parts.room, shownOf(roomLeft(judgement, form), (entry) => entry), roomRow);
  }

  showPart({ element, list, count, more }, { entries, all }, item) {
    element.hidden = all === 0;
    fillEach(list, entries.map(({ place, ...rest }) => [rest, place?.id]), (index) => item(entries[index]));
    fillIfChanged(count, String(all), () => String(all));
    const rest = all > entries.length ? text.more(all - entries.length) : '';
    fillIfChanged(more, rest, () => rest);
  }

  link(place, label, className = null) {
    const go = (event) => {
      event.preventDefault();
      this.onGo?.();
      // A field may have been made anew since, under its old id.
      this.form.goTo(this.form.places().find(({ id }) => id === place.id) ?? place);
    };
    return el('a', { class: className, href: `#${place.id}`, onclick: go }, label);
  }

  todo({ state, place, title, parts, rule }) {
    const heading = place ? this.link(place, title, 'to') : el('h4', null, title);
    return el('li', null, mark(state), el('div', null, heading, el('p', null, inline(parts), rule && [' ', el('a', { href: `#${ruleAnchor(rule.id)}` }, rule.name)])));
  }

  missing({ place, title }) {
    return el('li', null, mark('open'), this.link(place, title));
  }
}

/** What is unfolded beside what there is to change: nothing before that is done; then what is missing, and once nothing is, what there is to know. */
function unfoldedOf({ toChange, verdict }, { untouched }) {
  if (toChange.length > 0) return [];
  if (untouched) return ['room'];
  return verdict === 'eligible' ? ['advice', 'notices', 'room'] : ['missing', 'notices'];
}

/** The first of a list, made into entries, and how many there are in all. */
const shownOf = (list, entryOf) => ({ entries: list.slice(0, MOST).map(entryOf), all: list.length });

/** A section of the panel; what there is to do stays open, the rest unfolds. */
function part(title, list, shown = list) {
  const count = el('span', { class: 'count' });
  const more = el('p', { class: 'more' });
  if (title === text.toChange || title === text.notYet) return { element: el('section', { class: 'part', hidden: true }, el('h3', null, `${title} `, count), shown, more), list, count, more };
  const element = el('details', { class: 'part', hidden: true }, el('summary', null, title, count, caret()), shown, more);
  return { element, list, count, more };
}

function noticeItem({ title, says, amount }) {
  return el('li', null, mark('notice'), el('div', null, el('h4', null, title), says && el('p', null, says), amount && el('p', { class: 'num' }, money(amount.value, amount.currency))));
}

function roomRow({ name, value, state }) {
  const classes = [state === 'broken' && 's-broken', value.length > SHORT && 'is-long'].filter(Boolean).join(' ');
  return el('tr', null, el('th', { scope: 'row' }, name), el('td', { class: classes || null }, value));
}
