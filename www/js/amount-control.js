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

/** How an amount stands in its field once it is left. */
const written = (value) => grouped(String(value), { exact: true });

/** What the engine is told of a text that must be asked about: it would take `18.000` for eighteen where three decimals are counted. */
const unread = (text) => (isExactAmount(text, Infinity) ? text + NBSP : text);

/** `currency()` tells the currency, or `null` for a mere number; `decimals()` how many it may have. */
export function amountControl({ id, currency, decimals = () => decimalsOf(currency()) }) {
  const element = input({ id, class: 'num', inputmode: 'decimal' });
  const echo = el('p', { class: 'echo', id: `${id}-echo`, hidden: true });
  /** What the page itself wrote, which needs no reading: `{ text, value }`. */
  let known = null;

  const isKnown = () => known !== null && known.text === element.value;
  const readIn = (style, text) => readAmount(text, { style, decimals: decimals(), currency: currency() });

  function reading() {
    if (!isKnown()) return readIn(amountStyle(), element.value);
    return isExactAmount(known.value, decimals()) ? { kind: 'ok', value: String(known.value) } : readIn(NEUTRAL, element.value);
  }

  function read(stage) {
    const text = element.value.trim();
    if (!text) return undefined;
    if (isKnown()) return known.value;
    const found = reading();
    if (stage !== 'left' && (found.kind === 'ambiguous' || isHalfTyped(text, amountStyle()))) return HELD;
    if (found.kind === 'ok') return found.value;
    return stage === 'first' ? HELD : unread(text);
  }

  function write(value) {
    show('');
    const text = asText(value);
    element.value = isExactAmount(text, decimals()) ? written(text) : text.trim();
    known = value === undefined ? null : { text: element.value, value };
  }

  function show(text) {
    echo.textContent = text;
    echo.hidden = !text;
  }

  /** Takes an amount as meant, groups its digits and tells what was understood. */
  function take(value) {
    write(value);
    if (!currency()) return;
    const understood = exactMoney(value, currency());
    show(understood);
    element.dispatchEvent(new CustomEvent('understood', { bubbles: true, detail: understood }));
  }

  element.addEventListener('input', () => show(''));
  return {
    element: el('div', { class: 'amount-entry' }, element, echo), input: element, echo, made: [element], typed: true, isAmount: true,
    read, write, reading, currency, decimals, choose: take,
    /** The currency has changed: what was understood is told in the new one. */
    echoAgain: () => !echo.hidden && isKnown() && show(exactMoney(String(known.value), currency())),
    /** The amount that stands there, exactly, or `null`. */
    amount: () => {
      const found = element.value.trim() ? reading() : null;
      return found?.kind === 'ok' ? found.value : null;
    },
    /** The field is left. */
    tidy: () => {
      if (isKnown() || !element.value.trim()) return;
      const found = reading();
      if (found.kind === 'ok') take(found.value);
    },
  };
}
