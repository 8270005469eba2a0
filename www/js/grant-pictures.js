/** The grants of countries against their limits, and each country's share: under the partners, where it is decided. */
import { countryName } from './countries.js';
import { compare, fraction, isDecimal, sum } from './decimal.js';
import { el, fillIfChanged, mark, svg } from './dom.js';
import { grouped, money } from './format.js';
import { isAmiss, isOfPlace } from './judgement.js';
import { asText } from './json.js';
import { currencyIn, partnersOf } from './proposal.js';
import { roomOf } from './room.js';
import { band, bar, drawing, line, over, track, unknown } from './scale.js';
import { words } from './words.js';

const text = words.pictures;

/** Both pictures; absent while no partner asks for money. */
export class GrantPictures {
  constructor({ call, proposal }) {
    Object.assign(this, { call, proposal });
    this.limits = el('figure', { class: 'picture c6', id: 'picture-limits' });
    this.shares = el('figure', { class: 'picture c6', id: 'picture-shares' });
    this.element = el('div', { class: 'together', hidden: true }, el('h3', null, text.heading), el('div', { class: 'grid' }, this.limits, this.shares));
  }

  refresh(judgement) {
    const proposal = this.proposal();
    const asking = partnersOf(proposal).some((partner) => /[1-9]/.test(asText(partner.grant)));
    this.element.hidden = !asking;
    if (!asking) return;
    const rows = [...limitRows(judgement, proposal), ...unlimitedRows(judgement, proposal, this.call)];
    this.limits.hidden = rows.length === 0;
    fillIfChanged(this.limits, rows, () => [el('h4', null, text.limits), el('p', { class: 'axis-note' }, text.limitsNote), el('ul', { class: 'rows' }, rows.map(limitRow))]);
    const { totals, exchange } = judgement.report;
    fillIfChanged(this.shares, [totals, exchange], () => sharePicture(totals, exchange));
  }
}

/** Every rule that bounds the grants of a country, or of all partners. */
function limitRows({ checks, call }, proposal) {
  return checks
    .filter(({ measure, status, group, max, min }) => measure === 'grant' && status !== 'skipped' && group?.partner === undefined && (max ?? min) !== undefined)
    .filter((check) => countriesOf(check, call).length === 0 || partnersOf(proposal).some((partner) => isFor(check, partner, call)))
    .map((check) => ({
      name: nameOf(check, call), rule: call.shortName(check.rule),
      found: check.found, min: check.min, max: check.max, currency: check.currency, unknown: isUnknown(check), unrated: check.unrated,
      state: check.state, room: roomOf(check, call),
    }));
}

/** Whether what is asked for is not known: nothing of it, or a part that has no rate, unless what is known is too much already. */
const isUnknown = ({ found, open, unrated, max }) => open === true && (!/[1-9]/.test(found) || (unrated && (max === undefined || compare(found, max) <= 0)));

/** The countries that a bound is for; none where it is for partners of any. */
const countriesOf = ({ group, rule }, call) => (group?.country ? [group.country] : call.rules.get(rule).countries);

/** Whether a partner may be one of those whom a bound is for, as far as the country tells. */
function isFor(check, partner, call) {
  const countries = countriesOf(check, call);
  return countries.length === 0 || countries.includes(partner?.country);
}

/** Whose grants a bound is for: a country's, all partners', or those of the partners that the rule names. */
function nameOf({ group, rule }, call) {
  if (group?.country) return countryName(group.country);
  return call.rules.get(rule).appliesTo?.replace(/, together$/, '') ?? text.all;
}

/** The partners that ask for money. */
const askingIn = (proposal) => partnersOf(proposal).filter(({ grant }) => isDecimal(asText(grant)) && /[1-9]/.test(asText(grant)));

/** The countries that ask for money and whose grants no rule bounds. */
function unlimitedRows({ report, checks }, proposal, call) {
  const bounds = report.checks.filter(({ measure, status, max }) => measure === 'grant' && status !== 'skipped' && max !== undefined);
  const all = partnersOf(proposal);
  const isBounded = (partner) => bounds.some((check) => (check.group?.partner === undefined ? isFor(check, partner, call) : all[check.group.partner]?.country === partner.country));
  const asking = askingIn(proposal).filter((partner) => typeof partner.country === 'string' && !isBounded(partner));
  const countries = [...new Set(asking.map(({ country }) => country))];
  const refusalOf = (country) => checks.find((check) => isOfPlace(check) && isAmiss(check) && all[check.group?.partner]?.country === country);
  return countries.map((country) => ({ name: countryName(country), unlimited: true, refused: refusedBy(refusalOf(country), call), asked: askedIn(asking.filter((partner) => partner.country === country), (partner) => currencyIn(proposal, call, partner)) }));
}

/** The rule that speaks against money there, or `null`. */
const refusedBy = (check, call) => (check ? { state: check.state, rule: call.shortName(check.rule) } : null);

/** The amounts asked for, each currency summed by itself. */
function askedIn(partners, currencyOf) {
  const currencies = [...new Set(partners.map(currencyOf))];
  return currencies.map((code) => money(sum(partners.filter((partner) => currencyOf(partner) === code).map(({ grant }) => String(grant))), code)).join(', ');
}

function limitRow(row) {
  if (row.unlimited) return el('li', null, rowHead(row.name, row.asked), drawing(16, unknown(14)), el('p', { class: 'row-note' }, unlimitedNote(row)));
  return el('li', null, rowHead(row.name, valueText(row)), row.unknown ? drawing(16, unknown(14)) : limitDrawing(row), el('p', { class: 'row-note' }, mark(row.state), rowNote(row)));
}

const unlimitedNote = ({ refused }) => (refused ? [mark(refused.state), refused.rule] : text.unlimited);

/** The rule, and what it leaves; or why that cannot be told. */
function rowNote({ rule, room, unknown: unsure, unrated }) {
  if (unsure) return unrated ? `${rule}. ${text.noRate}` : rule;
  return room ? `${rule}: ${room}` : rule;
}

const rowHead = (name, shown) => el('div', { class: 'row-head' }, el('span', null, name), el('span', { class: 'num' }, shown));

function valueText({ found, min, max, currency, unknown: unsure }) {
  // The currency stands once, with the first amount.
  const first = (amount) => (unsure ? money(amount, currency) : grouped(amount));
  const bounds = max === undefined ? text.least(first(min)) : min === undefined ? text.most(first(max)) : text.between(`${first(min)} to ${grouped(max)}`);
  return unsure ? `${text.notGiven}, ${bounds}` : `${money(found, currency)} ${bounds}`;
}

function limitDrawing({ found, min, max, state }) {
  const bound = max ?? min;
  const reach = Math.max(1.2, fraction(found, bound) * 1.05);
  const at = (amount) => fraction(amount, bound) / reach;
  const [low, high] = [min === undefined ? null : at(min), max === undefined ? null : at(max)];
  const asked = at(found);
  return drawing(24, band(low, high, 4, 14), bar('amount', 0, Math.min(asked, high ?? asked), 4, 14),
    high !== null && asked > high && over(state, high, asked, 4, 14), high !== null && line('bound', high, 0, 22), track(18.5));
}

/** Three shares are told apart by lightness, those after them by six patterns in turn. */
const SHADES = 3;
const PATTERNS = 6;

/** Each country's part of all that is asked for, in the rulebook's currency. */
function sharePicture(totals, exchange) {
  const asking = totals.countries.filter(({ grant }) => /[1-9]/.test(grant));
  const together = sum(asking.map(({ grant }) => grant));
  // A total that the form states may be less than its parts: then they are parts of their sum.
  const whole = compare(together, totals.grant) > 0 ? together : totals.grant;
  const parts = asking.map(({ country, grant }) => ({ country, grant, part: fraction(grant, whole) }));
  const note = noteOf(totals, exchange, parts);
  if (parts.length === 0) return [el('h4', null, text.shares), drawing(32, unknown(31)), el('p', { class: 'hint' }, note)];
  const ends = parts.reduce((list, { part }) => [...list, (list.at(-1) ?? 0) + part], []);
  const shade = (place) => `s${(place < SHADES ? place : SHADES + ((place - SHADES) % PATTERNS)) + 1}`;
  return [el('h4', null, text.shares), drawing(32,
    parts.map((_, place) => bar(shade(place), ends[place - 1] ?? 0, ends[place], 1, 30)), ends.slice(0, -1).map((end) => line('cut', end, 0, 32))),
  el('ul', { class: 'key' }, parts.map(({ country, grant, part }, place) => el('li', null,
    svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, svg('rect', { class: shade(place), width: '12', height: '12' })),
    countryName(country), el('strong', null, text.percent(part)), el('span', { class: 'opt' }, money(grant, totals.currency))))),
  el('p', { class: 'hint' }, note)];
}

function noteOf({ grant, currency, complete }, exchange, parts) {
  const total = parts.length ? text.inAll(money(grant, currency), exchange?.from) : '';
  return [total, complete ? '' : text.incomplete(currency)].filter(Boolean).join(' ');
}
