import { el, fill, fillIfChanged, mark, ruleAnchor, spoken } from './dom.js';
import { day, NBSP } from './format.js';
import { groupsOf, tallyText } from './rule-groups.js';
import { numbersOf } from './sheet-numbers.js';
import { words } from './words.js';

const text = words.sheet;

/** The rules of the call: each with its state, its numbers and its source. */
export class Sheet {
  constructor({ element, call, form }) {
    Object.assign(this, { element, call, form });
    this.rows = new Map();
    this.noticeRows = new Map();
    this.tallies = [];
    const head = el('div', { class: 'section-head' }, el('h2', { id: 'h-rules' }, text.heading(call.title)), el('p', null, text.note));
    fill(element, head, groupsOf(call).map((group) => this.group(group)), call.sheet.notices.length > 0 && this.notices());
  }

  group({ country, name, ids }) {
    const id = `group-${country || 'programme'}`;
    const tally = el('span');
    this.tallies.push({ tally, ids });
    return el('section', { class: 'rulegroup', 'aria-labelledby': id },
      el('header', null, el('h3', { id }, name), el('p', null, country ? null : `${text.programmeNote} `, tally)),
      el('ul', null, ids.map((rule) => this.rule(this.call.rules.get(rule)))));
  }

  rule(rule) {
    const state = el('div');
    const numbers = el('div');
    this.rows.set(rule.id, { state, numbers });
    // A link to a rule takes the focus along.
    return el('li', { class: 'rule', id: ruleAnchor(rule.id), tabindex: '-1' }, state,
      el('div', null, el('h4', null, rule.title), el('p', { class: 'says' }, rule.source.says),
        el('p', { class: 'asks' }, text.asks(rule.requires, rule.appliesTo, rule.when))), numbers, sourceCell(rule.source));
  }

  notices() {
    return el('section', { class: 'rulegroup', 'aria-labelledby': 'group-notices' },
      el('header', null, el('h3', { id: 'group-notices' }, text.notices), el('p', null, text.noticesNote)),
      el('ul', null, this.call.sheet.notices.map((notice) => this.notice(notice))));
  }

  notice(notice) {
    const state = el('div');
    this.noticeRows.set(notice.id, state);
    return el('li', { class: 'rule', id: ruleAnchor(notice.id), tabindex: '-1' }, state,
      el('div', null, el('h4', null, notice.title), el('p', { class: 'says' }, notice.source.says)), el('div'), sourceCell(notice.source));
  }

  show(judgement) {
    for (const [id, { state, numbers }] of this.rows) {
      const entry = judgement.rules.get(id);
      fillIfChanged(state, entry.state, () => stateLine(entry.state));
      const content = numbersOf(entry, judgement, this.form);
      fillIfChanged(numbers, content, () => numbersCell(content));
    }
    for (const { tally, ids } of this.tallies) {
      const line = text.tally(ids.length, tallyText(ids.map((id) => judgement.rules.get(id).state)));
      fillIfChanged(tally, line, () => line);
    }
    const told = new Map(judgement.report.notices.map((notice) => [notice.id, notice.status]));
    for (const [id, state] of this.noticeRows) {
      const status = { applies: 'notice', open: 'maybe' }[told.get(id)] ?? 'none';
      fillIfChanged(state, status, () => stateLine(status));
    }
  }
}

const MARKS = { maybe: 'open' };

const stateLine = (state) => el('p', { class: `state s-${MARKS[state] ?? state}` }, mark(MARKS[state] ?? state), words.states[state]);

function numbersCell({ rows, remark }) {
  return [
    rows.length > 0 && el('dl', null, rows.map(({ term, value, state }) => [el('dt', null, term), el('dd', { class: state && `is-${state}` }, value)])),
    remark && el('p', { class: 'from' }, remark),
  ];
}

/** Title with its address, then the passage, the date, and what kind of document it is. */
function sourceCell({ title, url, at, date, kind }) {
  const facts = [at, date && day(date), kind && (text.kinds[kind] ?? kind)].filter(Boolean).join(', ');
  const name = isWebAddress(url) ? el('a', { href: url, rel: 'noreferrer' }, title) : el('span', { class: 'document' }, title);
  return el('p', { class: 'from' }, spoken(text.source), name, ` ${facts}`.replace(' p. ', ` p.${NBSP}`));
}

/** A rulebook may come from anywhere: only what leads to a web page becomes a link. */
const isWebAddress = (url) => /^https?:\/\//.test(url ?? '');
