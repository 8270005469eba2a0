import { AmountControl } from './amount-control.js';
import { checksControl, countControl, radiosControl, selectControl, textControl } from './controls.js';
import { el } from './dom.js';
import { Field } from './field.js';
import { clipped, isObject } from './json.js';
import { words } from './words.js';

const MANY = 5;

/** The control that a question of a rulebook needs. */
function controlOf(question, { id, currency }) {
  switch (question.kind) {
    case 'unasked': return textControl({ id });
    case 'count': return countControl({ id });
    case 'money': return new AmountControl({ id, currency: () => question.currency ?? currency() });
    case 'boolean': return radiosControl({ id, options: [[true, words.questions.yes], [false, words.questions.no]] });
    case 'choices': return checksControl({ id, options: Object.entries(question.choices) });
    default: return choiceControl(id, Object.entries(question.choices));
  }
}

const choiceControl = (id, options) => (options.length > MANY ? selectControl({ id, options }) : radiosControl({ id, options }));

/** What another call asked and this one does not: the answers stay where they can be seen, and taken away. */
export function unaskedOf(answers, questions) {
  const asked = new Set(questions.map(({ id }) => id));
  const ids = Object.keys(isObject(answers) ? answers : {}).filter((id) => !asked.has(id));
  return ids.map((id) => ({ id, kind: 'unasked', label: words.partners.notInCall(clipped(id)) }));
}

/** A field for one question of the rulebook, of a partner or of the proposal; what asks for money can `followMoney`. */
export function questionField({ question, id, currency, ...options }) {
  const label = question.label ?? question.id;
  const control = controlOf(question, { id, currency });
  if (question.kind !== 'money') return new Field({ id, label, control, ...options });
  const unit = el('span');
  const field = new Field({ id, label: [`${label}, `, unit], control, ...options });
  return Object.assign(field, { followMoney: () => followMoney(unit, control) });
}

/** Names the money that an amount is in, and tells what was understood of it in that. */
function followMoney(unit, control) {
  const code = control.currency();
  if (unit.textContent === code) return;
  unit.textContent = code;
  control.echoAgain();
}
