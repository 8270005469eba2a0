import { selectControl } from './controls.js';
import { currencyChoices, currencyOf } from './countries.js';
import { el } from './dom.js';
import { own } from './json.js';
import { hasAmounts } from './proposal.js';
import { words } from './words.js';

const text = words.partners;

/** The currency of a partner's amounts: proposed by the country or chosen by hand, and never changed in silence under amounts that are given. */
export class PartnerMoney {
  /** `otherwise()` is the currency of partners who name none; `onEcho` tells that amounts are to be told in another one. */
  constructor({ id, call, data, otherwise, onChoose, onEcho }) {
    Object.assign(this, { call, data, otherwise, onChoose, onEcho, isChosen: false });
    this.select = selectControl({ id: `${id}-currency`, choose: null, ...this.choices() });
    this.element = this.select.element;
    this.element.setAttribute('aria-label', text.currency);
    this.element.addEventListener('input', (event) => {
      event.stopPropagation();
      this.choose(this.select.read());
    });
    this.remark = el('p', { class: 'hint', hidden: true });
  }

  choices() {
    const { call } = this;
    const near = call.countries.map((code) => currencyOf(code, call.year)).filter(Boolean);
    const { first, others } = currencyChoices([this.otherwise(), call.currency, ...near]);
    const pairs = (codes) => codes.map((code) => [code, code]);
    return { options: pairs(first), groups: [{ label: text.currenciesOther, options: pairs(others) }] };
  }

  /** As the field shows it. */
  currency() {
    return this.select.read() ?? this.otherwise();
  }

  load() {
    const { currency, country } = this.data();
    this.select.write(currency ?? this.otherwise());
    this.isChosen = currency !== undefined && currency !== currencyOf(country, this.call.year);
  }

  /** Where the proposal's own money changed, this partner's follows unless it has its own. */
  follow() {
    if (this.data().currency !== undefined) return;
    this.select.write(this.otherwise());
    this.onEcho();
  }

  choose(code) {
    this.isChosen = true;
    this.remark.hidden = true;
    this.onEcho();
    if (this.isGiven()) this.mention(text.moneyIs(code));
    this.onChoose(code);
  }

  /** The money of a new country, where no amount is given yet; else the amounts keep theirs, and that is told. */
  propose(country) {
    if (this.isChosen) return;
    const code = currencyOf(country, this.call.year);
    const stays = this.isGiven();
    this.remark.hidden = !stays || !code || code === this.currency();
    if (!stays) this.take(code ?? this.otherwise());
    if (!this.remark.hidden) this.tellStay(code);
  }

  /** Another call may be of another year: what was only proposed, and nothing is given in, is proposed anew. */
  proposeIn(call) {
    const { country, currency } = this.data();
    const code = currencyOf(country, call.year);
    if (code && currency !== undefined && !this.isChosen && !this.isGiven()) this.data().currency = code;
  }

  take(code) {
    this.select.write(code);
    this.data().currency = code;
  }

  tellStay(proposed) {
    this.remark.textContent = text.moneyStays(this.currency(), proposed);
    this.mention(this.remark.textContent);
  }

  /** Whether anything is given in this currency. */
  isGiven() {
    const { answers } = this.data();
    const inMoney = this.call.questionsOf('partner').filter(({ kind, currency }) => kind === 'money' && !currency);
    return hasAmounts(this.data()) || inMoney.some(({ id }) => own(answers, id) !== undefined);
  }

  /** Has a sentence read aloud. */
  mention(sentence) {
    this.element.dispatchEvent(new CustomEvent('mention', { bubbles: true, detail: sentence }));
  }
}
