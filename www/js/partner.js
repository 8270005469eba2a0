import { AmountControl } from './amount-control.js';
import { isExactAmount } from './amount.js';
import { checksControl, selectControl, textControl } from './controls.js';
import { allCountries, countryName, elsewhere, regionName } from './countries.js';
import { decimalsOf } from './currencies.js';
import { caret, el, fill, fillIfChanged, idOf, mark, spoken } from './dom.js';
import { Field, Place } from './field.js';
import { money, small } from './format.js';
import { Ledger } from './ledger.js';
import { asText, clipped, isObject } from './json.js';
import { momentControl } from './moment-control.js';
import { PartnerMoney } from './partner-money.js';
import { pointer, valueAt } from './proposal.js';
import { questionField, unaskedOf } from './questions.js';
import { words } from './words.js';

const text = words.partners;
let made = 0;

/** One partner: a row of the list that unfolds into the partner's fields. */
export class PartnerCard {
  /** `partners()` is the list in the proposal, `currency()` its money; `onChange(path, value)` changes a field of it. */
  constructor({ call, index, partners, currency, onChange, onLeave, onRemove, onUnfold }) {
    made += 1;
    Object.assign(this, { call, index, partners, defaultCurrency: currency, onLeave, tell: onChange, id: `p${made}`, fields: new Map(), isFar: false });
    this.place = new Place({ card: this, id: this.id, path: () => this.path(), goTo: () => this.summary.focus() });
    this.build(onRemove);
    this.onUnfold = onUnfold;
    this.summary.addEventListener('click', () => !this.element.open && this.showBody());
    this.element.addEventListener('toggle', () => (this.element.open ? this.showBody() : this.body.remove()));
    this.element.addEventListener('contentvisibilityautostatechange', ({ skipped }) => this.move(skipped));
    this.load();
  }

  unfold() {
    this.element.open = true;
    this.showBody();
  }

  /** Puts the fields on the page. Of a partner that is folded only the row is: a browser works on what it does not show, too. */
  showBody() {
    if (!this.body.isConnected) this.element.append(this.body);
    this.onUnfold(this);
  }

  /** In a long list the browser passes over what is far from the screen, and tells when that changes. */
  move(isFar) {
    this.isFar = isFar;
    if (!isFar && this.element.open) this.onUnfold(this);
  }

  get isInSight() {
    return this.element.open && !this.isFar;
  }

  /** This partner, as the proposal has it. */
  data() {
    const partner = this.partners()[this.index];
    return isObject(partner) ? partner : {};
  }

  /** Whether something is given that this call may not ask for: it stays in sight. */
  has(name) {
    return this.data()[name] !== undefined;
  }

  path(...steps) {
    return `/partners/${this.index}${pointer(...steps)}`;
  }

  add(suffix, field) {
    this.fields.set(suffix, this.claim(field));
    return field;
  }

  /** A place of this partner: going there unfolds it. */
  claim(place) {
    place.card = this;
    return place;
  }

  /** All that can show a finding: the fields, the lists, the partner. */
  places() {
    return [this.place, ...this.fields.values(), ...this.ledgers.map((ledger) => ledger.place)];
  }

  build(onRemove) {
    this.heading = el('h3');
    this.order = el('span');
    this.sub = el('span', { class: 'sub' });
    this.ask = el('span', { class: 'ask' });
    this.legend = el('legend', { class: 'vh' });
    this.grid = el('div', { class: 'grid' });
    this.summary = el('summary', null, el('span', { class: 'order' }, spoken(text.order), this.order), this.heading, this.sub, this.ask, caret());
    this.body = el('fieldset', { class: 'body' }, this.legend, this.place.note, this.grid,
      el('div', { class: 'partner-end' }, el('button', { type: 'button', class: 'button is-plain', onclick: onRemove }, text.remove)));
    this.element = el('details', { class: 'partner', id: this.id }, this.summary);
    fill(this.grid, this.identity(), this.money(), this.rest());
  }

  field(suffix, control, options) {
    const id = idOf(this.id, suffix);
    return this.add(suffix, new Field({
      id, path: () => this.path(...suffix.split('/')), control: control({ id, ...options }), ...options,
      onChange: (field, value) => this.changed(field, value), onLeave: this.onLeave,
    })).element;
  }

  identity() {
    const { call } = this;
    const named = call.countries.map((code) => [code, countryName(code)]);
    const others = allCountries().filter((code) => !call.countries.includes(code)).map((code) => [code, countryName(code)]);
    const groups = named.length ? [{ label: text.countriesNamed, options: named }, { label: text.countriesOther, options: others }] : [{ label: text.country, options: others }];
    this.region = el('div', { class: 'c6', hidden: true });
    return [
      this.field('name', textControl, { label: text.name, className: 'c6' }),
      this.field('country', selectControl, { label: text.country, className: 'c3', groups }),
      this.field('role', selectControl, { label: text.role, className: 'c3', options: Object.entries(text.roles) }),
      this.region,
      (Object.keys(call.types).length > 0 || this.has('type')) && this.field('type', selectControl, { label: text.type, className: 'c6', options: Object.entries(call.types) }),
    ];
  }

  money() {
    const { call } = this;
    this.purse = new PartnerMoney({ id: this.id, call, data: () => this.data(), otherwise: this.defaultCurrency, onChoose: (code) => this.tell(this.path('currency'), code), onEcho: () => this.echoAgain() });
    const withCurrency = ({ id }) => new AmountControl({ id, currency: () => this.currency() }).behind(this.purse.element, this.purse.remark);
    this.ledgers = [['costs', text.costs, call.costs], ['contributions', text.contributions, call.contributions]]
      .filter(([kind, , labels]) => Object.keys(labels).length > 0 || this.data()[kind])
      .map(([kind, title, labels]) => new Ledger({ card: this, kind, title, labels, call }));
    return [
      this.field('grant', withCurrency, { label: text.grant, className: 'c6' }),
      (call.asksSize || this.has('size')) && this.field('size', selectControl, { label: text.size, className: 'c6', options: Object.entries(text.sizes) }),
      this.ledgers.map((ledger) => ledger.element),
    ];
  }

  rest() {
    const { call } = this;
    const labels = Object.entries(call.labels);
    const asked = call.questionsOf('partner');
    return [
      (labels.length > 0 || this.has('labels')) && this.field('labels', checksControl, { label: text.labels, note: text.labelsHeld, className: 'c6', options: labels }),
      [...asked, ...unaskedOf(this.data().answers, asked)].map((question) => this.question(question)),
      (call.asksHomeFiling || this.has('submitted')) && this.field('submitted', momentControl, { ...call.deadline, label: text.filed, note: text.filedNote, className: 'c6' }),
    ];
  }

  question(question) {
    const suffix = `answers/${question.id}`;
    return this.add(suffix, questionField({
      question, id: idOf(this.id, 'answers', question.id), path: () => this.path('answers', question.id), currency: () => this.currency(),
      note: text.asked, className: 'c6', onChange: (field, value) => this.changed(field, value), onLeave: this.onLeave,
    })).element;
  }

  /** The currency of this partner's amounts, as its field shows it. */
  currency() {
    return this.purse.currency();
  }

  /** Fills the fields from the proposal. */
  load() {
    const data = this.data();
    this.purse.load();
    this.showRegion();
    for (const [suffix, field] of this.fields) if (!suffix.includes('/')) field.load(data[suffix]);
    for (const [suffix, field] of this.fields) if (suffix.startsWith('answers/')) field.load(valueAt(data, pointer('answers', suffix.slice(8))));
    for (const ledger of this.ledgers) ledger.load(data[ledger.kind]);
  }

  changed(field, value) {
    if (field === this.fields.get('country')) this.changeCountry(value);
    else this.tell(field.path(), value);
  }

  /** A new country brings its own regions, and its money. */
  changeCountry(value) {
    if (!isObject(this.partners()[this.index])) this.partners()[this.index] = {};
    this.data().country = value;
    delete this.data().region;
    if (value === undefined) delete this.data().country;
    this.showRegion();
    this.purse.propose(value);
    this.tell(null);
  }

  echoAgain() {
    for (const field of this.fields.values()) field.control.echoAgain?.();
  }

  showRegion() {
    const { country } = this.data();
    const codes = this.call.regions.get(country) ?? [];
    this.fields.delete('region');
    this.region.hidden = codes.length === 0;
    if (codes.length === 0) return fill(this.region);
    const options = [...codes.map((code) => [code, regionName(code)]), [elsewhere(country, codes), text.elsewhere]];
    fill(this.region, this.field('region', selectControl, { label: text.region, options }));
    return this.fields.get('region').load(this.data().region);
  }

  /** Name, place and state in the row, and sums in the lists. */
  refresh({ changes, notYet, missing, advice }) {
    const { name, country, type, role, grant } = this.data();
    const number = this.index + 1;
    fillIfChanged(this.order, String(number), () => String(number));
    const title = clipped(asText(name)) || (role === 'lead' || (number === 1 && !role) ? text.lead : text.unnamed(number));
    fillIfChanged(this.heading, title, () => title);
    const facts = [country && countryName(country), type && (this.call.types[type] ?? type), role && text.roles[role]].filter((fact) => typeof fact === 'string').map((fact) => clipped(fact));
    const sub = facts.map((fact, place) => (place ? small(fact) : fact)).join(', ');
    fillIfChanged(this.sub, sub, () => sub);
    const amount = isExactAmount(asText(grant), decimalsOf(this.currency())) ? asText(grant) : null;
    const state = cardState({ changes, notYet, missing, advice, touched: facts.length > 0 });
    fillIfChanged(this.ask, [amount, this.currency(), state], () => [
      amount !== null && el('span', { class: 'num' }, money(amount, this.currency())),
      state && el('span', { class: 'state' }, mark(state[0]), state[1])]);
    this.stale = true;
    if (this.isInSight) this.refreshInside();
  }

  /** What only shows while the partner is unfolded. */
  refreshInside() {
    const number = this.index + 1;
    fillIfChanged(this.legend, text.legend(number), () => text.legend(number));
    for (const ledger of this.ledgers) ledger.refresh();
    for (const field of this.fields.values()) field.followMoney?.();
    this.stale = false;
  }
}

function cardState({ changes, notYet, missing, advice, touched }) {
  const { counts } = words;
  if (changes && missing) return ['broken', `${counts.change(changes)}, ${counts.missing(missing)}`];
  if (changes) return ['broken', counts.change(changes)];
  if (missing) return ['open', counts.stillMissing(missing)];
  if (notYet) return ['open', counts.notYet(notYet)];
  if (advice) return ['advice', counts.advice(advice)];
  return touched ? ['kept', counts.nothingAgainst] : null;
}
