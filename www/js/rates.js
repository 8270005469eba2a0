import { caret, el, fill, fillIfChanged } from './dom.js';
import { isDecimal } from './decimal.js';
import { NBSP } from './format.js';
import { words } from './words.js';

const text = words.rates;
const RATE = /^\d{1,15}(\.\d{1,10})?$/;

/** Whether a text is a rate the engine takes: a decimal above 0. */
const isRate = (typed) => RATE.test(typed) && isDecimal(typed) && /[1-9]/.test(typed);

/** The exchange table for the engine: the readable rates, or `null` where there is none. */
export function exchangeOf({ base, units }) {
  const read = Object.entries(units).filter(([currency, rate]) => currency !== base && isRate(rate));
  return read.length ? { base, units: Object.fromEntries(read) } : null;
}

/** Exchange rates that the applicant may give, for the currencies that the form uses. */
export class Rates {
  /** `data()` is `{ base, units }` as typed; `onChange` tells of a new rate. */
  constructor({ call, data, onChange }) {
    Object.assign(this, { call, data, onChange });
    this.summary = el('span');
    this.grid = el('div', { class: 'grid' });
    this.element = el('details', { class: 'fold rates', id: 'rates', hidden: true },
      el('summary', null, caret(), this.summary),
      el('p', { class: 'hint' }, call.book.exchange ? text.published(call.book.exchange.date) : text.none), this.grid);
  }

  /** The rate's field of a currency. */
  placeOf(currency) {
    return this.grid.querySelector(`#rate-${currency}`) ?? this.grid.querySelector('input');
  }

  goTo(currency) {
    this.element.open = true;
    this.placeOf(currency)?.focus();
  }

  refresh(currencies) {
    const { base, units } = this.data();
    const wanted = [...new Set([...currencies, ...Object.keys(units)])].filter((code) => code !== base).sort();
    this.element.hidden = wanted.length === 0;
    fillIfChanged(this.grid, wanted, () => wanted.map((code) => this.rate(code)));
    const given = wanted.filter((code) => isRate(units[code] ?? '')).map((code) => `${code}${NBSP}${units[code]}`);
    const heading = given.length ? text.given(given, base) : text.heading;
    fillIfChanged(this.summary, heading, () => heading);
  }

  rate(code) {
    const { base, units } = this.data();
    const id = `rate-${code}`;
    const input = el('input', { id, type: 'text', class: 'num count', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': `${id}-note` });
    input.value = units[code] ?? '';
    const note = el('div', { class: 'note', id: `${id}-note` }, el('p', { class: 'hint' }, text.hint));
    input.addEventListener('input', () => this.typed(code, input.value.trim()));
    input.addEventListener('blur', () => this.left(input, note));
    return el('div', { class: 'field c3' }, el('label', { for: id }, text.label(code, base)), input, note);
  }

  typed(code, value) {
    const { units } = this.data();
    if (value) units[code] = value;
    else delete units[code];
    this.onChange();
  }

  left(input, note) {
    const typed = input.value.trim();
    const sound = !typed || isRate(typed);
    if (sound) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    fill(note, el('p', { class: 'hint' }, sound ? text.hint : text.unreadable(typed)));
  }
}
