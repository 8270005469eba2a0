import { amountControl } from './amount-control.js';
import { checksControl, countControl, radiosControl, selectControl } from './controls.js';
import { Field } from './field.js';
import { words } from './words.js';

const MANY = 5;

/** The control that a question of a rulebook needs. */
function controlOf(question, { id, currency }) {
  switch (question.kind) {
    case 'count': return countControl({ id });
    case 'money': return amountControl({ id, currency: () => question.currency ?? currency() });
    case 'boolean': return radiosControl({ id, options: [[true, words.questions.yes], [false, words.questions.no]] });
    case 'choices': return checksControl({ id, options: Object.entries(question.choices) });
    default: return choiceControl(id, Object.entries(question.choices));
  }
}

const choiceControl = (id, options) => (options.length > MANY ? selectControl({ id, options }) : radiosControl({ id, options }));

/** A field for one question of the rulebook, of a partner or of the proposal. */
export function questionField({ question, id, path, currency, note, className, onChange, onLeave }) {
  const label = question.kind === 'money' ? `${question.label ?? question.id}, ${question.currency ?? currency()}` : question.label ?? question.id;
  return new Field({ id, path, label, note, className, onChange, onLeave, control: controlOf(question, { id, currency }) });
}
