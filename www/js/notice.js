/** One sentence below the toolbar about what was just done, with what can be done about it. */
import { el, fill } from './dom.js';

export class Notice {
  /** `status` reads it aloud. */
  constructor({ element, status }) {
    Object.assign(this, { element, status });
  }

  /** Tells a sentence; `actions` are `[label, what it does]`, after which the notice is gone. */
  tell(sentence, ...actions) {
    this.status.speak(sentence);
    const buttons = actions.filter(Boolean).map(([label, act]) => el('button', { type: 'button', class: 'button', onclick: () => this.done(act) }, label));
    fill(this.element, el('div', { class: 'undo' }, el('p', null, sentence), buttons));
  }

  /** Tells a sentence with a text to copy by hand, where the browser does not let the page do it. */
  offer(sentence, content) {
    const input = el('input', { type: 'text', readonly: true, id: 'offered', onfocus: () => input.select() });
    input.value = content;
    this.status.speak(sentence);
    fill(this.element, el('div', { class: 'undo' }, el('label', { for: input.id }, sentence), input));
    input.focus();
  }

  done(act) {
    this.clear();
    act();
  }

  clear() {
    fill(this.element);
  }
}
