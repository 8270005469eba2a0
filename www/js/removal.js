import { el } from './dom.js';
import { words } from './words.js';

const text = words.partners;

/** A partner that was removed: a line where it stood, with the button that puts it back. */
export class Removal {
  /** `name` is what it was called then, `handling` how it was left; `onUndo` puts it back. */
  constructor({ id, partner, name, handling, onUndo }) {
    Object.assign(this, { id, partner, name, handling });
    this.back = el('button', { type: 'button', class: 'button', 'aria-describedby': id, onclick: onUndo }, text.undo);
    this.element = el('div', { class: 'undo' }, el('p', { id }, text.removed(name)), this.back);
  }
}
