import { keep, kept, mayKeep } from './kept.js';
import { formIn, textOf } from './saved-form.js';
import { words } from './words.js';

const text = words.memory;
const KEY = 'callcheck-form';
const PAUSE = 400;
/** What one tab keeps: someone else's form that is only looked at, as the link has it. */
const VISIT = 'callcheck-visit';
const TAB = 'sessionStorage';

/** Forgets the form; tells whether one would be kept, since one that is full forgets as well. */
function forgotten() {
  keep(KEY, null);
  return mayKeep();
}

/** Keeps the form in the browser between visits, says whether it could, and forgets it at a click. */
export class Memory {
  /** `status` tells aloud where it no longer can; `onElsewhere` is told that another tab keeps another form, `onHide` that the page goes, or goes out of sight. */
  constructor({ element, status, onClear, onElsewhere, onHide }) {
    Object.assign(this, { status, form: null });
    this.told = element.querySelector('#kept');
    element.querySelector('#clear').addEventListener('click', onClear);
    this.show(mayKeep());
    addEventListener('storage', ({ key, newValue }) => key === KEY && newValue !== null && this.differs(newValue) && onElsewhere());
    const leave = () => {
      onHide();
      this.flush();
    };
    addEventListener('pagehide', leave);
    // A phone may end a page that is out of sight, and tells it no more.
    document.addEventListener('visibilitychange', () => document.hidden && leave());
  }

  /** What was kept at an earlier visit, or `null`; what cannot be read throws a `Refusal`. */
  recall() {
    const json = kept(KEY);
    return json === null ? null : formIn(json);
  }

  differs(json) {
    return this.form === null || json !== textOf(this.form);
  }

  /** The link to someone else's form that this tab was looking at when it was loaded anew, or `null`. */
  recallVisit() {
    const [entry] = performance.getEntriesByType('navigation');
    return entry?.type === 'navigate' ? null : kept(VISIT, TAB);
  }

  /** Keeps the link to a form that is only looked at, for as long as it is. */
  noteVisit(link) {
    this.flush();
    keep(VISIT, link, TAB);
  }

  /** Keeps the form once typing pauses; an untouched one is none to keep. */
  note(form, untouched) {
    clearTimeout(this.timer);
    this.form = form;
    this.next = () => {
      keep(VISIT, null, TAB);
      const isKept = untouched ? forgotten() : keep(KEY, textOf(form));
      if (this.show(isKept) && !isKept) this.status.mention(this.told.textContent);
    };
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  flush() {
    clearTimeout(this.timer);
    this.next?.();
    this.next = null;
  }

  /** Says what is kept; tells whether that is new. */
  show(isKept) {
    const sentence = isKept ? text.kept : kept(KEY) === null ? text.refused : text.outdated;
    const isNew = this.told.textContent !== sentence;
    if (isNew) this.told.textContent = sentence;
    return isNew;
  }
}
