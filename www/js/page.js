import { amountChoice } from './amount-choice.js';
import { Call } from './call.js';
import { el, fill } from './dom.js';
import { ExamplesMenu } from './examples.js';
import { Form } from './form.js';
import { Judge } from './judge.js';
import { Judgement } from './judgement.js';
import { Panel } from './panel.js';
import { PhoneSheet } from './phone-sheet.js';
import { emptyProposal, isUntouched } from './proposal.js';
import { exchangeOf } from './rates.js';
import { Record } from './record.js';
import { Sheet } from './sheet.js';
import { Status } from './status.js';
import { callFacts } from './call-facts.js';
import { spokenVerdict } from './verdict.js';
import { words } from './words.js';

const byId = (id) => document.getElementById(id);

/** The page: one call, one proposal, one judgement, and what changes them. */
export class Page {
  constructor({ rulebooks }) {
    this.rulebooks = rulebooks;
    this.calls = new Map();
    this.status = new Status(byId('status'));
    this.record = new Record(byId('record'));
    this.select = byId('call');
    this.proposal = emptyProposal();
    this.rates = null;
  }

  open() {
    fill(this.select, Object.keys(this.rulebooks).map((id) => el('option', { value: id }, this.callOf(id).title)));
    this.select.addEventListener('change', () => this.judgeBy(this.select.value));
    this.examples = new ExamplesMenu({ element: byId('examples'), onLoad: (example) => this.load(example) });
    amountChoice(byId('amounts'), () => this.judgeBy(this.call.id));
    byId('print').addEventListener('click', () => window.print());
    window.addEventListener('beforeprint', () => this.record.write(this));
    this.judgeBy(this.select.value);
    for (const id of ['toolbar', 'page']) byId(id).hidden = false;
  }

  callOf(id) {
    if (!this.calls.has(id)) this.calls.set(id, new Call(this.rulebooks[id]));
    return this.calls.get(id);
  }

  /** Judges what has been typed by another call: the form is made anew, the entries stay. */
  judgeBy(id) {
    const call = this.callOf(id);
    this.call = call;
    this.select.value = id;
    if (!this.rates || Object.keys(this.rates.units).length === 0) this.rates = { base: call.currency, units: {} };
    this.judge?.close();
    this.judge = new Judge(call.rulebook, this.proposal, exchangeOf(this.rates));
    this.form = new Form({
      element: byId('proposal'), call, proposal: () => this.proposal, rates: () => this.rates,
      onChange: (path, value) => this.change(path, value), onRates: () => this.changeRates(), onLeave: (place) => this.form.showAt(place),
    });
    this.panel = new Panel({ element: byId('judgement'), form: this.form });
    this.phone ??= new PhoneSheet({ skip: document.querySelector('.skip'), rest: this.rest() });
    this.phone.attach(this.panel);
    this.sheet = new Sheet({ element: byId('sheet'), call, form: this.form });
    fill(byId('callfacts'), callFacts(call));
    byId('rulebook-facts').textContent = words.facts.rulebook(call);
    this.show();
    this.form.unfoldBroken();
  }

  /** Everything but the judgement: out of reach while the phone's sheet is open. */
  rest() {
    return [...document.querySelectorAll('.skip, .masthead, .foot'), byId('proposal'), byId('sheet')];
  }

  /** One field changed; without a path something larger did. */
  change(path, value) {
    if (path === null) this.judge.open();
    else this.judge.set(path, value);
    this.show();
  }

  changeRates() {
    this.judge.exchangeBy(exchangeOf(this.rates));
    this.show();
  }

  show() {
    const untouched = isUntouched(this.proposal);
    this.judgement = new Judgement(this.judge.reports(), this.call, { untouched });
    this.form.show(this.judgement);
    this.panel.show(this.judgement, untouched);
    this.sheet.show(this.judgement);
    this.status.say(spokenVerdict(this.judgement, untouched));
  }

  /** Loads an example, or empties the form; what stood there can be had back. */
  load({ rulebook = this.call.id, proposal, title }) {
    const before = { id: this.call.id, proposal: this.proposal, rates: this.rates };
    const changed = !isUntouched(this.proposal) && !this.isExample();
    this.proposal = proposal ?? emptyProposal();
    this.loaded = JSON.stringify(this.proposal);
    this.rates = null;
    this.judgeBy(rulebook);
    const offer = changed ? this.offerUndo(before, title) : null;
    fill(byId('undo-load'), offer);
  }

  /** Whether an example stands there as it was loaded. */
  isExample() {
    return this.loaded === JSON.stringify(this.proposal);
  }

  offerUndo({ id, proposal, rates }, title) {
    const undo = () => {
      Object.assign(this, { proposal, rates });
      this.judgeBy(id);
      fill(byId('undo-load'));
      this.select.focus();
    };
    const { examples } = words;
    const told = title ? examples.loaded(title) : examples.emptied;
    this.status.speak(told);
    return el('div', { class: 'undo' }, el('p', null, told), el('button', { type: 'button', class: 'button', onclick: undo }, examples.undo));
  }
}
