/** What was proposed, as the printed record tells it: all that rules may have read. */
import { isExactAmount } from './amount.js';
import { countryName, regionName } from './countries.js';
import { decimalsOf } from './currencies.js';
import { sum } from './decimal.js';
import { el } from './dom.js';
import { amountIn, count, day, money, moment } from './format.js';
import { asText, clipped, isObject, own } from './json.js';
import { duration } from './measures.js';
import { currencyIn, hasAmounts, partnersOf } from './proposal.js';
import { unaskedOf } from './questions.js';
import { words } from './words.js';

const text = words.record;

/** The most letters of a title or a name that a record tells: a name as a register has it is not cut. */
const TOLD = 300;

const fact = (term, value) => el('div', null, el('dt', null, term), el('dd', null, value || text.notGiven));

/** Title, dates, totals and the answers of the proposal as a whole. */
export function facts(proposal, judgement) {
  const { call } = judgement;
  const { title, strand, start, end, months, submitted } = proposal;
  const found = judgement.report.checks.find((check) => check.measure === 'months' && check.found !== undefined);
  const dates = text.dates(...[start, end].map((date) => date && day(asText(date))));
  const length = found ? duration(found.found, found.days) : asText(months);
  return [el('h3', null, text.proposal), el('dl', { class: 'facts' },
    fact(text.facts.title, clipped(asText(title), TOLD)), fact(text.facts.dates, dates), fact(text.facts.duration, length), fact(text.facts.submitted, moment(asText(submitted))),
    strand && fact(text.facts.strand, call.strands[strand] ?? clipped(asText(strand))),
    hasAmounts(proposal) && fact(text.facts.totals, totals(proposal, call))),
  answersOfAll(proposal, call)];
}

/** What was answered for the proposal as a whole. */
function answersOfAll(proposal, call) {
  const asked = call.questionsOf('proposal');
  return [...asked, ...unaskedOf(proposal.answers, asked)].map((question) => answersLine(question.label ?? question.id, [['', answerIn(proposal, question, currencyIn(proposal, call))]]));
}

/** The amounts that the form states as a whole. */
function totals(proposal, call) {
  const currency = currencyIn(proposal, call);
  const { grant, costs, own } = text.columns;
  const stated = [[grant, amountOf(proposal.grant, currency)], [costs, total(proposal.costs, currency, money)], [own, total(proposal.contributions, currency, money)]];
  return stated.filter(([, amount]) => amount).map(([name, amount]) => `${name} ${amount}`).join('; ');
}

/** One row for each partner, and below them what they answered. */
export function partners(proposal, call) {
  const { columns } = text;
  const headings = [[columns.partner], [columns.country], [columns.type], [columns.labels], [columns.grant, 'r'], [columns.costs, 'r'], [columns.own, 'r']];
  const table = el('table', null, el('thead', null, el('tr', null, headings.map(([name, side]) => el('th', { scope: 'col', class: side ?? null }, name)))),
    el('tbody', null, partnersOf(proposal).map((partner, index) => partnerRow(partner, index, call, currencyIn(proposal, call, partner)))));
  return [table, answersOfPartners(proposal, call)];
}

function partnerRow(partner, index, call, currency) {
  const { name, labels, grant } = partner;
  const held = Array.isArray(labels) ? labels.map((label) => call.labels[label] ?? clipped(asText(label))).join('; ') || text.none : '';
  const cell = (value, side) => el('td', { class: side ?? null }, value || text.notGiven);
  return el('tr', null, el('th', { scope: 'row' }, clipped(asText(name), TOLD) || words.partners.unnamed(index + 1)), cell(placeOf(partner)), cell(kindOf(partner, call)), cell(held),
    cell(amountOf(grant, currency), 'r'), cell(total(partner.costs, currency), 'r'), cell(total(partner.contributions, currency), 'r'));
}

/** Country and region. */
const placeOf = ({ country, region }) => [country && countryName(asText(country)), region && regionName(asText(region))].filter(Boolean).map((place) => clipped(place)).join(', ');

/** Type, size and role. */
function kindOf({ type, size, role }, call) {
  const { roles, sizes } = words.partners;
  return [[type, call.types], [size, sizes], [role, roles]].filter(([value]) => value).map(([value, names]) => names[value] ?? clipped(asText(value))).join(', ');
}

/** What partners answered, and when they filed at home: a line for each question. */
function answersOfPartners(proposal, call) {
  const all = partnersOf(proposal);
  const name = (partner, index) => clipped(asText(own(partner, 'name'))) || words.partners.unnamed(index + 1);
  const line = (label, answerOf) => answersLine(label, all.map((partner, index) => [name(partner, index), answerOf(partner)]));
  const answer = (question) => (partner) => answerIn(partner, question, currencyIn(proposal, call, partner));
  const asked = call.questionsOf('partner');
  const unasked = all.flatMap((partner) => unaskedOf(own(partner, 'answers'), asked));
  const questions = new Map([...asked, ...unasked].map((question) => [question.id, question]));
  return [...[...questions.values()].map((question) => line(question.label ?? question.id, answer(question))),
    line(words.partners.filed, (partner) => moment(asText(own(partner, 'submitted'))))];
}

/** "SMEs: AgroTech 4, FoodNetwork 3"; nothing where no one answered. */
function answersLine(label, answers) {
  const given = answers.filter(([, answer]) => answer);
  return given.length > 0 && el('p', null, `${label}: `, given.map(([whose, answer], place) => [place > 0 && ', ', whose && `${whose} `, el('strong', null, answer)]));
}

/** An answer in words, empty where none is given. */
function answerIn(holder, question, currency) {
  const value = own(own(holder, 'answers'), question.id);
  return value === undefined ? '' : answerText(value, question, currency);
}

function answerText(value, { kind, choices, currency: named }, currency) {
  if (Array.isArray(value)) return value.map((each) => choices?.[each] ?? clipped(asText(each))).join(', ') || text.none;
  if (typeof value === 'boolean') return value ? words.questions.yes : words.questions.no;
  if (kind === 'money') return amountOf(value, named ?? currency);
  if (kind === 'count' && typeof value === 'number') return count(value);
  return choices?.[value] ?? clipped(asText(value));
}

const amountOf = (value, currency) => (isExactAmount(asText(value), decimalsOf(currency)) ? money(value, currency) : clipped(asText(value)));

/** The sum of a list, none where something in it cannot be read: a record tells no sum of a part. */
function total(amounts, currency, write = amountIn) {
  if (!isObject(amounts)) return '';
  const texts = Object.values(amounts).map(asText);
  return texts.every((amount) => isExactAmount(amount, decimalsOf(currency))) ? write(sum(texts), currency) : text.unread;
}
