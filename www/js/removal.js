import { el } from './dom.js';
import { words } from './words.js';

const text = words.partners;
let made = 0;

/** A partner that was removed: a line where it stood, with the button that puts it back. */
export class Removal {
  /** `name` is what it was called then, `handling` how it was left; `onUndo` puts it back. */
  constructor({ partner, name, handling, onUndo }) {
    Object.assign(this, { partner, name, handling });
    made += 1;
    const id = `removed-${made}`;
    this.back = el('button', { type: 'button', class: 'button', 'aria-describedby': id, onclick: onUndo }, text.undo);
    this.element = el('div', { class: 'undo' }, el('p', { id }, text.removed(name)), this.back);
  }

  /** What is kept of it: the line itself is made anew. */
  toJSON() {
    const { partner, name, handling } = this;
    return { partner, name, handling };
  }
}
