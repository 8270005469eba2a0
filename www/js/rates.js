import { AmountControl } from './amount-control.js';
import { caret, el, fillIfChanged } from './dom.js';
import { isDecimal } from './decimal.js';
import { Field } from './field.js';
import { grouped, NBSP } from './format.js';
import { offer } from './sentences.js';
import { words } from './words.js';

const text = words.rates;
const RATE = /^\d{1,15}(\.\d{1,10})?$/;
const DECIMALS = 10;

/** Whether a text is a rate the engine takes: a decimal above 0. */
const isRate = (typed) => RATE.test(typed) && isDecimal(typed) && /[1-9]/.test(typed);

/** The exchange table for the engine: the readable rates, or `null` where there is none. */
export function exchangeOf({ base, units }) {
  const read = Object.entries(units).filter(([currency, rate]) => currency !== base && isRate(rate));
  return read.length ? { base, units: Object.fromEntries(read) } : null;
}

/** Exchange rates that the applicant may give, for the currencies that the form uses. */
export class Rates {
  /** `data()` is `{ base, units }`, exact where it could be read; `onChange` tells of a new rate. */
  constructor({ call, data, onChange }) {
    Object.assign(this, { call, data, onChange, fields: new Map() });
    this.summary = el('span');
    this.grid = el('div', { class: 'grid' });
    this.element = el('details', { class: 'fold rates', id: 'rates', hidden: true },
      el('summary', null, caret(), this.summary),
      el('p', { class: 'hint' }, call.book.exchange ? text.published(call.book.exchange.date) : text.none), this.grid);
  }

  goTo(currency) {
    this.element.open = true;
    (this.fields.get(currency) ?? [...this.fields.values()][0])?.focus();
  }

  refresh(currencies) {
    const { base, units } = this.data();
    // A field that is being emptied stays while one is in it.
    const inUse = [...this.fields].filter(([, field]) => field.element.contains(document.activeElement)).map(([code]) => code);
    const wanted = [...new Set([...currencies, ...Object.keys(units), ...inUse])].filter((code) => code !== base).sort();
    this.element.hidden = wanted.length === 0;
    fillIfChanged(this.grid, wanted, () => wanted.map((code) => this.fieldOf(code).element));
    const given = wanted.filter((code) => isRate(units[code] ?? '')).map((code) => `${code}${NBSP}${grouped(String(units[code]), { exact: true })}`);
    const heading = given.length ? text.given(given, base) : text.heading;
    fillIfChanged(this.summary, heading, () => heading);
  }

  /** The field of a currency's rate, made when it is first wanted. */
  fieldOf(code) {
    if (!this.fields.has(code)) this.fields.set(code, this.rate(code));
    return this.fields.get(code);
  }

  rate(code) {
    const { base, units } = this.data();
    const id = `rate-${code}`;
    const field = new Field({
      id, label: text.label(code, base), className: 'c3 rate', path: () => '',
      control: new AmountControl({ id, currency: () => null, decimals: () => DECIMALS }),
      onChange: (self, value) => this.changed(self, code, value), onLeave: (self) => showNote(self),
    });
    field.load(units[code]);
    showNote(field);
    return field;
  }

  changed(field, code, value) {
    const { units } = this.data();
    if (value === undefined) delete units[code];
    else units[code] = value;
    showNote(field);
    this.onChange();
  }
}

/** What is wrong with a rate that was left; else what any rate may be. */
function showNote(field) {
  const value = field.control.read('left');
  const sound = !field.left || value === undefined || isRate(value);
  field.show(sound ? { broken: false, lines: [{ state: 'hint', parts: [text.hint] }] } : { broken: true, lines: [{ state: 'broken', lead: words.notes.toChange, parts: wrongParts(String(value).trim(), field.control) }] });
}

function wrongParts(typed, control) {
  const { kind, readings } = control.reading();
  if (kind !== 'ambiguous') return [{ strong: text.notARate(typed) }, ` ${text.write()}`];
  return [{ strong: words.notes.twoWays(typed) }, ` ${words.notes.which}`, { readings: readings.map((reading) => offer(reading, control)) }];
}
