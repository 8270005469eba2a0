import { AmountControl } from './amount-control.js';
import { sum } from './decimal.js';
import { countryName } from './countries.js';
import { el, fillIfChanged, idOf, spoken } from './dom.js';
import { Field, Place, row } from './field.js';
import { amountIn } from './format.js';
import { clipped, isObject, own } from './json.js';
import { words } from './words.js';

/** Costs or contributions, of one partner or as totals: a row for each category, and their sum. */
export class Ledger {
  /** `card` is whose they are; `remarks`: whether to say who reads them. */
  constructor({ card, kind, title, labels, call, remarks = true }) {
    Object.assign(this, { card, kind, call, remarks });
    const id = `${card.id}-${kind}`;
    this.place = card.claim(new Place({ id, path: () => card.path(kind), goTo: () => (this.cells[0] ?? this.element.querySelector('table')).focus() }));
    this.labels = this.labelsOf(labels);
    this.cells = this.labels.map(([key, label]) => this.cell(idOf(id, key), key, label));
    this.currency = el('span');
    this.unread = el('span', { class: 'sub' });
    this.summed = el('th', { scope: 'row' });
    this.sum = el('td', { class: 'num' }, '0');
    this.element = el('div', { class: kind === 'costs' ? 'c6 ledger-start' : 'c6' },
      el('table', { class: 'ledger', id, tabindex: '-1' },
        el('caption', null, `${title}, `, spoken(words.partners.inCurrency), this.currency, this.unread, this.place.note),
        el('tbody', null, this.cells.map((cell) => cell.element)),
        el('tfoot', null, el('tr', null, this.summed, this.sum))));
  }

  /** The call's categories, then those that another call had and that were typed there. */
  labelsOf(labels) {
    const typed = this.card.data()[this.kind];
    const strange = Object.keys(isObject(typed) ? typed : {}).filter((key) => !(key in labels)).map((key) => [key, words.partners.notInCall(clipped(key))]);
    return [...Object.entries(labels), ...strange];
  }

  cell(id, key, label) {
    const { card, kind } = this;
    return card.add(`${kind}/${key}`, new Field({
      id, label, layout: row,
      path: () => card.path(kind, key),
      control: new AmountControl({ id, currency: () => card.currency() }),
      onChange: (field, value) => card.changed(field, value),
      onLeave: card.onLeave,
    }));
  }

  load(values) {
    for (const [place, [key]] of this.labels.entries()) this.cells[place].load(own(values, key));
  }

  /** Currency, sum, and whether any rule reads the list for this partner. */
  refresh() {
    const amounts = this.cells.map((cell) => cell.control.amount()).filter((amount) => amount !== null);
    const summed = this.cells.some(({ control }) => control.isUnread()) ? words.partners.sumOfRead : words.partners.sum;
    fillIfChanged(this.summed, summed, () => summed);
    const currency = this.card.currency();
    fillIfChanged(this.currency, currency, () => currency);
    // Below amounts with decimals it has its own, so that the column's digits stand below each other.
    const total = amountIn(sum(amounts), currency, { exact: amounts.some((amount) => amount.includes('.')) });
    fillIfChanged(this.sum, total, () => total);
    const text = this.remarks ? this.whoReads() : '';
    fillIfChanged(this.unread, text, () => text);
  }

  whoReads() {
    const readers = this.call.readersOf(this.kind.replace(/s$/, ''));
    const { country } = this.card.data();
    if (readers.length === 0) return words.partners.unreadAll;
    if (readers.some((rule) => rule.countries.length === 0 || rule.countries.includes(country))) return '';
    return country ? words.partners.unread(countryName(country)) : words.partners.readForSome;
  }
}
