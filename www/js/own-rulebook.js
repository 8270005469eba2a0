import { chooseFile } from './file.js';
import { RulebookProblems } from './rulebook-problems.js';
import { words } from './words.js';

const text = words.rulebook;
const byId = (id) => document.getElementById(id);

/** A rulebook of one's own: opened, judged by, shown with what is wrong with it, and taken away. */
export class OwnRulebook {
  /** `onChoose` takes the file. */
  constructor(page, onChoose) {
    this.page = page;
    const choose = () => chooseFile(onChoose);
    this.problems = new RulebookProblems({ element: byId('problems'), onOpen: choose });
    this.removing = byId('remove-rulebook');
    byId('open-rulebook').addEventListener('click', choose);
    this.removing.addEventListener('click', () => this.remove());
  }

  /** A sound one becomes the call being judged; of an unsound one the problems are shown, and nothing else changes. */
  open(source, name) {
    const { page } = this;
    try {
      // Those that another tab has opened since are kept along.
      page.calls.recall();
      const call = page.calls.add(source);
      const kept = page.calls.keep();
      page.listCalls();
      page.judgeBy(call.key);
      this.showAdvice(call, source, name);
      page.notice.tell([text.judging(call.title), kept ? '' : text.notKept].filter(Boolean).join(' '));
    } catch (error) {
      if (!Array.isArray(error.problems)) throw error;
      page.notice.clear();
      this.problems.show({ heading: text.broken(name, error.problems.length), note: text.brokenNote(page.call.title), state: 'broken', problems: error.problems, source });
    }
  }

  showAdvice({ rulebook }, source, name) {
    const { advice } = rulebook;
    if (advice.length === 0) return this.problems.clear();
    this.problems.show({ heading: text.sound(name, advice.length), note: text.soundNote, state: 'advice', problems: advice, source });
  }

  /** Whether the call being judged can be taken away; if not, it is the one to go back to. */
  show(call) {
    const isOwn = this.page.calls.own.has(call.key);
    this.removing.hidden = !isOwn;
    if (!isOwn) this.before = call.key;
  }

  remove() {
    const { page } = this;
    const { title, key } = page.call;
    page.calls.recall();
    const source = page.calls.remove(key);
    page.listCalls();
    page.judgeBy(this.before ?? page.calls.keys[0]);
    this.problems.clear();
    page.notice.tell(text.removed(title), [words.notice.undo, () => this.putBack(source)]);
    byId('notice').querySelector('button').focus();
  }

  putBack(source) {
    const { page } = this;
    const { key } = page.calls.add(source);
    page.calls.keep();
    page.listCalls();
    page.judgeBy(key);
    page.select.focus();
  }
}
