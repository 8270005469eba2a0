import { el, fill, mark, svg } from './dom.js';
import { money } from './format.js';
import { exchangeOf } from './rates.js';
import { facts, partners } from './record-proposal.js';
import { groupsOf, tallyText } from './rule-groups.js';
import { numbersOf } from './sheet-numbers.js';
import { missingOf, noticeOf, todoOf } from './todo.js';
import { verdictMark } from './verdict.js';
import { words } from './words.js';

const text = words.record;

/** The printed page: a record of its own, written when the browser is about to print. */
export class Record {
  constructor(element) {
    this.element = element;
  }

  write({ call, judgement, form, proposal, rates }) {
    fill(this.element, head(call), outcome(judgement), changes(judgement, form), facts(proposal, judgement), partners(proposal, call),
      rest(judgement, form), ruleTable(call, judgement, form), foot(call, rates));
  }
}

const now = () => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date());

function head(call) {
  const logo = svg('svg', { class: 'g', 'aria-hidden': 'true' }, svg('use', { href: '#i-mark' }));
  return el('header', null, el('h1', null, logo, 'callcheck'),
    el('p', null, text.digest(call), el('br'), call.digest, el('br'), text.checked(now())));
}

function outcome({ verdict, rules }) {
  const states = [...rules.values()].map(({ state }) => state);
  return el('div', { class: 'outcome' }, verdictMark(verdict),
    el('div', null, el('h2', null, words.verdict[verdict]), el('p', null, words.sheet.tally(rules.size, tallyText(states)))));
}

const change = ({ state, title, parts, rule }) => el('li', null, mark(state),
  el('span', null, el('strong', null, `${title}. `), parts.join(''), rule && ` ${text.rule(rule.name)}`));

function changes(judgement, form) {
  const todo = (list, state) => list.map((finding) => change(todoOf(finding, judgement, form, state)));
  const [broken, open] = [todo(judgement.toChange, 'broken'), todo(judgement.notYet, 'open')];
  return [
    broken.length > 0 && [el('h3', null, words.panel.toChange), el('ol', { class: 'changes' }, broken)],
    open.length > 0 && [el('h3', null, words.panel.notYet), el('ul', { class: 'changes' }, open)],
  ];
}

function rest(judgement, form) {
  const entries = [
    ...missingOf(judgement, form).map(({ title }) => el('li', null, mark('open'), el('span', null, `${title}.`))),
    ...judgement.advice.map((finding) => change(todoOf(finding, judgement, form, 'advice'))),
    ...judgement.notices.map((notice) => el('li', null, mark('notice'), el('span', null, `${noticeOf(notice).title}.`))),
  ];
  return entries.length > 0 && [el('h3', null, text.rest), el('ul', { class: 'changes' }, entries)];
}

function ruleTable(call, judgement, form) {
  const { columns } = text;
  return [el('h3', null, text.rules), el('table', { class: 'fixed' },
    el('colgroup', null, ['k1', 'k2', 'k3', 'k4'].map((width) => el('col', { class: width }))),
    el('thead', null, el('tr', null, [columns.state, columns.rule, columns.numbers, columns.source].map((column) => el('th', { scope: 'col' }, column)))),
    groupsOf(call).map(({ name, ids }) => el('tbody', null,
      el('tr', null, el('th', { colspan: '4', scope: 'rowgroup' }, name)), ids.map((id) => ruleRow(judgement.rules.get(id), judgement, form)))))];
}

function ruleRow(entry, judgement, form) {
  const { rows, remark } = numbersOf(entry, judgement, form);
  const numbers = rows.filter(({ term }) => term !== words.sheet.room).map(({ term, value }) => (value ? `${term}: ${value}` : term)).join('; ') || remark;
  return el('tr', null, el('td', null, mark(entry.state), words.states[entry.state]), el('td', null, entry.rule.title),
    el('td', null, numbers), el('td', null, sourceNumber(entry.rule.source, judgement.call)));
}

/** The documents that the rules rest on, each once: the tables give their numbers. */
const sourcesOf = (call) => [...new Set(call.sheet.rules.map(({ source }) => source.title))];

const sourceNumber = ({ title }, call) => String(sourcesOf(call).indexOf(title) + 1);

function foot(call, given) {
  const { base, units } = exchangeOf(given) ?? { units: {} };
  const rates = Object.entries(units).map(([currency, rate]) => money(rate, currency)).join(', ');
  const address = (title) => call.sheet.rules.find(({ source }) => source.title === title).source.url;
  const sources = sourcesOf(call).map((title, place) => `${place + 1}: ${[title, address(title)].filter(Boolean).join(', ')}`).join('. ');
  return el('footer', null, `${text.sources} ${sources}. ${text.footer(rates && `${rates} for ${money('1', base)}`)}`);
}
