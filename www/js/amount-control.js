/**
 * The control of an amount: read as people write it, asked about where it can mean two amounts,
 * and echoed once the field is left, so that everyone sees what was understood.
 */
import { isExactAmount, isHalfTyped, readAmount } from './amount.js';
import { amountStyle, NEUTRAL } from './amount-style.js';
import { HELD, input } from './controls.js';
import { decimalsOf } from './currencies.js';
import { el } from './dom.js';
import { asText } from './json.js';
import { exactMoney, grouped, NBSP } from './format.js';
import { words } from './words.js';

/** How an amount stands in its field once it is left. */
const written = (value) => grouped(String(value), { exact: true });

/** What the engine is told of a text that must be asked about: it would take `18.000` for eighteen where three decimals are counted. */
const unread = (text) => (isExactAmount(text, Infinity) ? text + NBSP : text);

export class AmountControl {
  typed = true;
  isAmount = true;

  /** `currency()` tells the currency, or `null` for a mere number; `decimals()` how many it may have. */
  constructor({ id, currency, decimals = () => decimalsOf(currency()) }) {
    this.input = input({ id, class: 'num', inputmode: 'decimal' });
    this.echo = el('p', { class: 'echo', id: `${id}-echo`, hidden: true });
    this.element = el('div', { class: 'amount-entry' }, this.input, this.echo);
    /** What the page itself wrote, which needs no reading: `{ text, value }`. */
    this.known = null;
    Object.assign(this, { made: [this.input], currency, decimals });
    this.input.addEventListener('input', () => this.tell(''));
  }

  /** Puts the choice of the currency before the amount, and what is to be said of it below. */
  behind(select, remark = null) {
    this.element = el('div', null, el('div', { class: 'money' }, select, this.input), this.echo, remark);
    return this;
  }

  isKnown() {
    return this.known !== null && this.known.text === this.input.value;
  }

  /** What stands there, read in the page's style; a text from elsewhere in none. */
  reading() {
    if (!this.isKnown()) return this.readingIn(amountStyle());
    const { value } = this.known;
    return isExactAmount(value, this.decimals()) ? { kind: 'ok', value: String(value) } : this.readingIn(NEUTRAL);
  }

  readingIn(style) {
    return readAmount(this.input.value, { style, decimals: this.decimals(), currency: this.currency() });
  }

  read(stage) {
    const text = this.input.value.trim();
    if (!text) return undefined;
    if (this.isKnown()) return this.known.value;
    const found = this.reading();
    if (stage !== 'left' && (found.kind === 'ambiguous' || isHalfTyped(text, amountStyle()))) return HELD;
    if (found.kind === 'ok') return found.value;
    return stage === 'first' ? HELD : unread(text);
  }

  write(value) {
    this.tell('');
    const text = asText(value);
    this.input.value = isExactAmount(text, this.decimals()) ? written(text) : text.trim();
    this.known = value === undefined ? null : { text: this.input.value, value };
  }

  /** The amount that stands there, exactly, or `null`. */
  amount() {
    const found = this.input.value.trim() ? this.reading() : null;
    return found?.kind === 'ok' ? found.value : null;
  }

  /** Whether something stands there that is no amount, and nobody is typing it. */
  isUnread() {
    return this.input.value.trim() !== '' && this.input !== document.activeElement && this.amount() === null;
  }

  /** Takes an amount as meant, groups its digits and tells what was understood. */
  choose(value) {
    this.write(value);
    if (!this.currency()) return;
    const understood = exactMoney(value, this.currency());
    this.tell(understood);
    this.input.dispatchEvent(new CustomEvent('mention', { bubbles: true, detail: words.amounts.understood(understood) }));
  }

  /** The field is left. */
  tidy() {
    if (this.isKnown() || !this.input.value.trim()) return;
    const found = this.reading();
    if (found.kind === 'ok') this.choose(found.value);
  }

  /** The currency has changed: what was understood is told in the new one. */
  echoAgain() {
    if (!this.echo.hidden && this.isKnown()) this.tell(exactMoney(asText(this.known.value), this.currency()));
  }

  tell(text) {
    this.echo.textContent = text;
    this.echo.hidden = !text;
  }
}
