import { el, fill, fillIfChanged } from './dom.js';
import { Place } from './field.js';
import { PartnerCard } from './partner.js';
import { Removal } from './removal.js';
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
    Object.assign(this, { call, partners, listed, currency, onChange, onList, onLeave, onUnfold, cards: [], removals: [] });
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
    return this.cards.map(handlingOf);
  }

  resume(handling) {
    for (const [index, each] of handling.entries()) resumeCard(this.cards[index], each);
  }

  /** The partners that were removed, in the order of the list, each with the number of partners before it. */
  removed() {
    const inOrder = [...this.list.children].map((element) => this.removals.find((removal) => removal.element === element)).filter(Boolean);
    return inOrder.map((removal) => ({ removal, index: this.indexOf(removal) }));
  }

  /** Goes on offering them in a form that is made anew. */
  offerAgain(removed) {
    for (const { removal, index } of removed) this.list.insertBefore(this.offer(removal).element, this.cards[index]?.element ?? null);
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
    // What is being typed is this partner's, and not of the one who moves up to its place.
    if (card.element.contains(document.activeElement)) document.activeElement.blur();
    const { index } = card;
    const name = this.nameOf(index);
    const [partner] = this.partners().splice(index, 1);
    this.cards.splice(index, 1);
    this.renumber();
    const removal = this.offer({ partner, name, handling: handlingOf(card) });
    card.element.replaceWith(removal.element);
    this.onList();
    removal.back.focus();
  }

  /** Each partner that was removed can be put back, where it stood. */
  offer({ partner, name, handling }) {
    const removal = new Removal({ partner, name, handling, onUndo: () => this.putBack(removal) });
    this.removals.push(removal);
    return removal;
  }

  /** The fields are made anew: the call may be another one by now. */
  putBack(removal) {
    const index = this.indexOf(removal);
    this.listed().splice(index, 0, removal.partner);
    const card = this.card(index);
    this.cards.splice(index, 0, card);
    this.renumber();
    removal.element.replaceWith(card.element);
    this.removals.splice(this.removals.indexOf(removal), 1);
    resumeCard(card, removal.handling);
    this.onList();
    card.summary.focus();
  }

  /** The place in the list that a removed partner would have. */
  indexOf(removal) {
    return this.cards.filter(({ element }) => element.compareDocumentPosition(removal.element) & Node.DOCUMENT_POSITION_FOLLOWING).length;
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

  /** The entries are about to be judged by another call. */
  proposeMoneyIn(call) {
    for (const card of this.cards) card.purse.proposeIn(call);
  }

  refresh(tally) {
    const countries = new Set(this.partners().map((partner) => partner?.country).filter(Boolean));
    const note = text.note(this.cards.length, countries.size);
    fillIfChanged(this.remark, note, () => note);
    for (const card of this.cards) card.refresh(tally(card));
  }
}

/** How one left a partner: whether it is unfolded, and its currency chosen by hand. */
const handlingOf = ({ element, purse }) => ({ isOpen: element.open, isChosen: purse.isChosen });

function resumeCard(card, { isOpen, isChosen }) {
  card.purse.isChosen ||= isChosen;
  if (isOpen) card.unfold();
}
