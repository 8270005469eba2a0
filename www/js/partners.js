import { el, fill, fillIfChanged } from './dom.js';
import { Place } from './field.js';
import { PartnerCard } from './partner.js';
import { section } from './section.js';
import { asText, clipped } from './json.js';
import { words } from './words.js';

const text = words.partners;

/** The list of partners: added, removed, and put back. */
export class PartnersSection {
  /**
   * `partners()` is the list in the proposal, `listed()` the same to add to; `onList` tells that it
   * has changed, `onUnfold` that one of it is looked into.
   */
  constructor({ call, partners, listed, currency, onChange, onList, onLeave, onUnfold }) {
    Object.assign(this, { call, partners, listed, currency, onChange, onList, onLeave, onUnfold, cards: [] });
    this.list = el('div', { class: 'partners' });
    this.adding = el('button', { type: 'button', class: 'button add', id: 'add-partner', onclick: () => this.add() }, text.add);
    this.place = new Place({ id: 'add-partner', path: () => '/partners', goTo: () => this.adding.focus() });
    const { element, remark } = section({ id: 'h-partners', heading: text.heading, note: '' }, this.list, this.adding, this.place.note);
    Object.assign(this, { element, remark });
    this.load();
  }

  load() {
    this.cards = this.partners().map((_, index) => this.card(index));
    fill(this.list, this.cards.map((card) => card.element));
    if (this.cards.length === 1) this.cards[0].unfold();
  }

  /** How each partner was left, for a form that is made anew of the same entries. */
  handling() {
    return this.cards.map(({ element, purse }) => ({ isOpen: element.open, isChosen: purse.isChosen }));
  }

  resume(handling) {
    for (const [index, { isOpen, isChosen }] of handling.entries()) {
      const card = this.cards[index];
      card.purse.isChosen ||= isChosen;
      if (isOpen) card.unfold();
    }
  }

  card(index) {
    const card = new PartnerCard({
      call: this.call, index, partners: this.partners, currency: this.currency,
      onChange: this.onChange, onLeave: this.onLeave, onRemove: () => this.remove(card), onUnfold: this.onUnfold,
    });
    return card;
  }

  add() {
    this.listed().push({});
    const card = this.card(this.partners().length - 1);
    this.cards.push(card);
    this.list.append(card.element);
    card.unfold();
    this.onList();
    card.fields.get('name').focus();
  }

  remove(card) {
    const { index } = card;
    const [partner] = this.partners().splice(index, 1);
    this.cards.splice(index, 1);
    this.renumber();
    const back = this.offerUndo(card, partner);
    this.onList();
    back.focus();
  }

  /** Each partner that was removed can be put back, where it stood. */
  offerUndo(card, partner) {
    const id = `${card.id}-removed`;
    const back = el('button', { type: 'button', class: 'button', 'aria-describedby': id, onclick: () => this.putBack(card, partner, offer) }, text.undo);
    const offer = el('div', { class: 'undo' }, el('p', { id }, text.removed(clipped(asText(partner.name)) || text.unnamed(card.index + 1))), back);
    card.element.replaceWith(offer);
    return back;
  }

  putBack(card, partner, offer) {
    offer.replaceWith(card.element);
    const index = [...this.list.querySelectorAll('.partner')].indexOf(card.element);
    this.listed().splice(index, 0, partner);
    this.cards.splice(index, 0, card);
    this.renumber();
    this.onList();
    card.summary.focus();
  }

  /** Later partners move up or down; their fields keep their ids and follow to their new paths. */
  renumber() {
    for (const [index, card] of this.cards.entries()) card.index = index;
  }

  nameOf(index) {
    return clipped(asText(this.partners()[index]?.name)) || text.unnamed(index + 1);
  }

  countryOf(index) {
    return this.cards[index]?.data().country;
  }

  followCurrency() {
    for (const card of this.cards) card.purse.follow();
  }

  refresh(tally) {
    const countries = new Set(this.partners().map((partner) => partner?.country).filter(Boolean));
    const note = text.note(this.cards.length, countries.size);
    fillIfChanged(this.remark, note, () => note);
    for (const card of this.cards) card.refresh(tally(card));
  }
}
