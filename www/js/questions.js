import { AmountControl } from './amount-control.js';
import { checksControl, countControl, radiosControl, selectControl, textControl } from './controls.js';
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

/** A field for one question of the rulebook, of a partner or of the proposal. */
export function questionField({ question, id, path, currency, note, className, onChange, onLeave }) {
  const label = question.kind === 'money' ? `${question.label ?? question.id}, ${question.currency ?? currency()}` : question.label ?? question.id;
  return new Field({ id, path, label, note, className, onChange, onLeave, control: controlOf(question, { id, currency }) });
}
