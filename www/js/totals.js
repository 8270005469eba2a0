import { AmountControl } from './amount-control.js';
import { isExactAmount } from './amount.js';
import { selectControl } from './controls.js';
import { currencyChoices } from './countries.js';
import { decimalsOf } from './currencies.js';
import { caret, el, fillIfChanged } from './dom.js';
import { Field } from './field.js';
import { money } from './format.js';
import { asText, own } from './json.js';
import { Ledger } from './ledger.js';
import { currencyIn, hasAmounts, pointer } from './proposal.js';
import { words } from './words.js';

const text = words.totals;

/** The amounts that a form asks for as a whole: they count instead of the sums of the partners' own. */
export class Totals {
  /** `data()` is the proposal; `onCurrency` tells that its money changed. */
  constructor({ call, data, onChange, onLeave, onCurrency }) {
    Object.assign(this, { call, data, onChange, onLeave, onCurrency, id: 'total', fields: new Map() });
    this.summary = el('span');
    this.ledgers = this.makeLedgers();
    this.element = el('details', { class: 'fold totals', id: 'totals', hidden: true }, el('summary', null, caret(), this.summary),
      el('p', { class: 'hint' }, text.hint), el('div', { class: 'grid' }, this.grant(), this.ledgers.map((ledger) => ledger.element)));
    this.load();
    this.element.open = hasAmounts(this.data());
  }

  makeLedgers() {
    const { call } = this;
    return [['costs', words.partners.costs, call.costs], ['contributions', words.partners.contributions, call.contributions]]
      .filter(([kind, , labels]) => Object.keys(labels).length > 0 || own(this.data(), kind) !== undefined)
      .map(([kind, title, labels]) => new Ledger({ card: this, kind, title, labels, call, remarks: false }));
  }

  grant() {
    const { first, others } = currencyChoices([this.currency(), this.call.currency]);
    const pairs = (codes) => codes.map((code) => [code, code]);
    this.currencySelect = selectControl({ id: 'total-currency', choose: null, options: pairs(first), groups: [{ label: words.partners.currenciesOther, options: pairs(others) }] });
    this.currencySelect.element.setAttribute('aria-label', text.currency);
    this.currencySelect.element.addEventListener('input', (event) => {
      event.stopPropagation();
      this.onChange('/currency', this.currencySelect.read());
      this.onCurrency();
      for (const field of this.fields.values()) field.control.echoAgain();
    });
    const control = new AmountControl({ id: 'total-grant', currency: () => this.currency() }).behind(this.currencySelect.element);
    return this.add('grant', new Field({
      id: 'total-grant', path: () => '/grant', control, label: text.grant, className: 'c6',
      onChange: (field, value) => this.changed(field, value), onLeave: this.onLeave,
    })).element;
  }

  /** What a ledger needs of whom it belongs to. */
  path(...steps) {
    return pointer(...steps);
  }

  add(suffix, field) {
    this.fields.set(suffix, this.claim(field));
    return field;
  }

  claim(place) {
    place.fold = this;
    return place;
  }

  currency() {
    return currencyIn(this.data(), this.call);
  }

  changed(field, value) {
    this.onChange(field.path(), value);
  }

  load() {
    const data = this.data();
    this.fields.get('grant').load(data.grant);
    for (const ledger of this.ledgers) ledger.load(data[ledger.kind]);
    this.currencySelect.write(this.currency());
  }

  /** Where a path of the report is shown, or `null` where it is none of a total. */
  placeOf(steps) {
    const suffix = steps.join('/');
    if (suffix === 'currency') return this.fields.get('grant');
    return this.fields.get(suffix) ?? this.ledgers.find((ledger) => ledger.kind === steps[0])?.place ?? null;
  }

  places() {
    return [...this.fields.values(), ...this.ledgers.map((ledger) => ledger.place)];
  }

  refresh() {
    const { grant, currency } = this.data();
    this.element.hidden = !this.call.readsTotals && !hasAmounts(this.data()) && currency === undefined;
    const heading = isExactAmount(asText(grant), decimalsOf(this.currency())) ? text.given(money(asText(grant), this.currency())) : text.heading;
    fillIfChanged(this.summary, heading, () => heading);
    for (const ledger of this.ledgers) ledger.refresh();
  }
}
