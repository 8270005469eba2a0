import { AfterFrame } from './after-frame.js';
import { amountChoice } from './amount-choice.js';
import { Calls } from './calls.js';
import { el, fill } from './dom.js';
import { Form } from './form.js';
import { Judge } from './judge.js';
import { clipped } from './json.js';
import { Judgement } from './judgement.js';
import { Memory } from './memory.js';
import { Notice } from './notice.js';
import { Opening } from './opening.js';
import { OwnRulebook } from './own-rulebook.js';
import { Panel } from './panel.js';
import { PhoneSheet } from './phone-sheet.js';
import { emptyProposal, isEmptyObject, isUntouched, keepCurrency } from './proposal.js';
import { exchangeOf } from './rates.js';
import { Record } from './record.js';
import { Sheet } from './sheet.js';
import { Status } from './status.js';
import { missingOf } from './todo.js';
import { toolbar } from './toolbar.js';
import { callFacts } from './call-facts.js';
import { spokenVerdict } from './verdict.js';
import { keepWhereabouts, resumeWhereabouts } from './whereabouts.js';
import { words } from './words.js';

const byId = (id) => document.getElementById(id);

/** The page: one call, one proposal, one judgement, and what changes them. */
export class Page {
  constructor(engine) {
    this.calls = new Calls(engine);
    this.status = new Status(byId('status'));
    this.notice = new Notice({ element: byId('notice'), status: this.status });
    this.record = new Record(byId('record'));
    this.select = byId('call');
    this.memory = new Memory({ element: byId('keeping'), status: this.status, onClear: () => this.clear(), onElsewhere: () => this.opening.elsewhere(), onHide: () => this.form?.settle() });
    this.proposal = emptyProposal();
    this.rates = null;
    this.folds = new Map();
    this.later = new AfterFrame(() => this.showBelow());
  }

  open() {
    this.select.addEventListener('change', () => this.judgeBy(this.select.value));
    amountChoice(byId('amounts'), () => this.judgeBy(this.call.key));
    byId('proposal').addEventListener('mention', ({ detail }) => this.status.mention(detail));
    window.addEventListener('beforeprint', () => {
      this.form.settle();
      this.record.write(this);
    });
    this.ownRulebook = new OwnRulebook(this, (file) => this.opening.file(file, { asRulebook: true }));
    this.opening = new Opening(this, this.ownRulebook);
    toolbar(this, this.opening);
    this.calls.recall();
    this.listCalls();
    this.opening.takeUp();
    for (const id of ['toolbar', 'keeping', 'page']) byId(id).hidden = false;
    resumeWhereabouts(() => this.form.partners);
    keepWhereabouts(() => this.form.partners);
  }

  listCalls() {
    const { calls } = this;
    const option = (key) => el('option', { value: key }, clipped(calls.get(key).title));
    const own = [...calls.own.keys()];
    fill(this.select, calls.packaged.map(option), own.length > 0 && el('optgroup', { label: words.rulebook.own }, own.map(option)));
  }

  /** Judges what has been typed by another call: the form is made anew, the entries stay, and so do the partners that are unfolded, and the offers to put back those that were removed. */
  judgeBy(key) {
    this.form?.settle();
    const call = this.calls.get(key);
    const handling = this.call ? this.form.partners.handling() : [];
    const removed = this.call ? this.form.partners.removed() : [];
    if (this.call) this.suitMoney(call, removed);
    this.call = call;
    this.select.value = key;
    if (!this.rates || Object.keys(this.rates.units).length === 0) this.rates = { base: call.currency, units: {} };
    this.judge?.close();
    this.judge = new Judge(call.rulebook, this.proposal, exchangeOf(this.rates));
    this.form = new Form({
      element: byId('proposal'), call, proposal: () => this.proposal, rates: () => this.rates,
      onChange: (path, value) => this.change(path, value), onRates: () => this.changeRates(), onLeave: (place) => this.form.showAt(place),
    });
    this.panel = new Panel({ element: byId('judgement'), form: this.form, folds: this.folds });
    this.phone ??= new PhoneSheet({ skip: document.querySelector('.skip'), rest: this.rest() });
    this.phone.attach(this.panel);
    this.sheet = new Sheet({ element: byId('sheet'), call, form: this.form });
    this.ownRulebook.show(call);
    fill(byId('callfacts'), callFacts(call));
    byId('rulebook-facts').textContent = words.facts.rulebook(call);
    this.show();
    this.form.partners.resume(handling);
    this.form.partners.offerAgain(removed);
    this.showBelow();
    this.form.unfoldBroken();
  }

  /** The money of what was typed, before another call judges it: what is given keeps its own. That is no change of the applicant's. */
  suitMoney(call, removed) {
    const isLoaded = !isMore(this);
    this.form.partners.proposeMoneyIn(call);
    if (this.call.currency !== call.currency) keepCurrency(this.proposal, this.call.currency, removed.map(({ removal }) => removal.partner));
    if (isLoaded) this.loaded = entriesIn(this);
  }

  /** Everything but the judgement: out of reach while the phone's sheet is open. */
  rest() {
    return [...document.querySelectorAll('.skip, .masthead, .problems, .foot'), byId('proposal'), byId('sheet')];
  }

  /** One field changed; without a path something larger did. */
  change(path, value) {
    if (path === null) this.judge.open();
    else this.judge.set(path, value);
    this.show();
    this.later.ask();
  }

  changeRates() {
    this.judge.exchangeBy(exchangeOf(this.rates));
    this.show();
    this.later.ask();
  }

  show() {
    const untouched = isUntouched(this.proposal);
    this.judgement = new Judgement(this.judge.reports(), this.call, { untouched, askedAt: (path) => this.form.askedAt(path), proposal: this.proposal, exchange: this.judge.exchange ?? this.call.book.exchange });
    this.form.show(this.judgement);
    const seen = { untouched, missing: missingOf(this.judgement, this.form).length };
    this.panel.show(this.judgement, seen);
    this.status.say(spokenVerdict(this.judgement, seen));
    // Someone else's form that one only looks at leaves the kept one alone.
    if (this.isVisit()) this.memory.noteVisit(this.visiting);
    else this.memory.note({ call: this.call, proposal: this.proposal, rates: this.rates }, untouched);
  }

  /** What is further away, the pictures and the rule sheet, a frame after what one looks at while typing. */
  showBelow() {
    this.form.showBelow();
    this.sheet.show(this.judgement);
  }

  /** What stands there, with what is being typed, so that it can be put back. */
  state() {
    this.form.settle();
    return { key: this.call.key, proposal: this.proposal, rates: this.rates, loaded: this.loaded, visiting: this.visiting, under: this.under, removed: this.form.partners.removed() };
  }

  /** The applicant's own form: what stands there, or what stood there before someone else's that is only looked at. */
  own() {
    this.form.settle();
    return this.isVisit() ? this.under : this.state();
  }

  /** Puts a form in the place of the one that stands there; `under` is one's own below someone else's. */
  take({ key, proposal, rates, loaded, visiting = null, under = null, removed = [] }) {
    // What stood there keeps the meaning it had: only a form that stays gets its money written down.
    this.call = null;
    Object.assign(this, { proposal, rates, loaded, visiting, under });
    this.judgeBy(key);
    this.form.partners.offerAgain(removed);
  }

  /**
   * Loads a form, or an empty one, and tells what was done; what was typed before can be had back.
   * `quiet`: only where there is something to have back; `visiting`: the link that it came from; it is kept once it is changed.
   */
  load({ key = this.call.key, proposal = emptyProposal(), rates = null }, told, { quiet = false, visiting = null } = {}) {
    const before = this.own();
    const isLost = isMore(before) || offersBack(before);
    this.take({ key, proposal, rates, loaded: entriesIn({ proposal, rates }), visiting, under: visiting ? before : null });
    const sentence = visiting && isLost ? `${told} ${words.notice.overOwn}` : told;
    if (isLost || !quiet) this.notice.tell(sentence, isLost && this.undoing(before));
    else this.notice.clear();
  }

  /** Empties the form. Someone else's that is only looked at goes, and one's own is there again, which the browser still keeps. */
  clear() {
    const own = this.own();
    if (!this.isVisit() || !isSomething(own)) return this.load({}, words.memory.cleared);
    this.take(own);
    this.notice.tell(words.notice.broughtBack);
  }

  /** The action that brings a form back; what has been typed since can be had back in turn. */
  undoing(before) {
    return [words.notice.undo, () => {
      const after = this.state();
      this.take(before);
      if (isSomething(after)) this.notice.tell(words.notice.broughtBack, this.undoing(after));
      this.select.focus();
    }];
  }

  /** Whether someone else's form stands there that is only looked at. */
  isVisit() {
    return Boolean(this.visiting) && !isMore(this);
  }
}

/** Whether more stands in a form than was loaded. */
const isMore = (form) => !isUntouched(form.proposal) && form.loaded !== entriesIn(form);

/** Whether there is anything in a form, or to be put back. */
const isSomething = (state) => !isUntouched(state.proposal) || offersBack(state);

/** What was entered, so that a later look tells whether it is still the same. */
const entriesIn = ({ proposal, rates }) => JSON.stringify([proposal, rates?.units ?? {}]);

/** Whether a form offers to put back a partner of whom something was entered. */
const offersBack = ({ removed }) => removed.some(({ removal }) => !isEmptyObject(removal.partner));
