import { parsed } from './admission.js';
import { readFile } from './file.js';
import { clipped, isObject, own } from './json.js';
import { isLink, textIn } from './link.js';
import { Refusal } from './refusal.js';
import { formIn, isRulebook } from './saved-form.js';
import { words } from './words.js';

const text = words.notice;

/** Opens what comes from elsewhere: a file, a link, what the browser kept. What is refused is told in a sentence. */
export class Opening {
  /** `ownRulebook` takes the rulebooks among it. */
  constructor(page, ownRulebook) {
    Object.assign(this, { page, ownRulebook });
    addEventListener('hashchange', () => this.link(location.hash));
  }

  /** When the page is opened: first what the browser kept, then what a link brings over it. */
  takeUp() {
    const { page } = this;
    const kept = this.recalled();
    if (kept) this.resume(kept);
    else page.judgeBy(page.calls.keys[0]);
    this.link(isLink(location.hash) ? location.hash : page.memory.recallVisit() ?? '');
  }

  /** Goes on with what was kept; that it is judged by another call or version than then is told. */
  resume(kept) {
    const { page } = this;
    page.take(this.placed(kept));
    const about = this.aboutCall(kept);
    if (about) page.notice.tell(`${text.resumed} ${about}`);
  }

  recalled() {
    try {
      return this.page.memory.recall();
    } catch (error) {
      this.tellRefused(text.memory, error);
      return null;
    }
  }

  /** A saved proposal, or a rulebook: what the file holds counts; a broken one is what was asked for. */
  async file(file, { asRulebook = false } = {}) {
    const name = text.named(clipped(file.name));
    await this.refusing(name, async () => {
      const json = await readFile(file);
      const value = valueOf(json);
      if (isRulebook(value) || (asRulebook && own(value, 'partners') === undefined)) this.ownRulebook.open(json, name);
      else this.load(json, text.opened(name));
    });
  }

  /** A form carried in the address. The address is cleared, so that a reload keeps what was changed since. */
  async link(hash) {
    if (!isLink(hash)) return;
    history.replaceState(null, '', location.pathname + location.search);
    await this.refusing(text.link, async () => this.load(await textIn(hash), text.linkOpened, { visiting: hash }));
  }

  /** Another tab keeps its form where this one does: told once, and what it keeps can be shown here. */
  elsewhere() {
    if (this.isWarned) return;
    this.isWarned = true;
    this.page.notice.tell(text.elsewhere, [text.showHere, () => {
      this.isWarned = false;
      this.showHere();
      this.page.select.focus();
    }]);
  }

  /** What the other tab keeps, and the rulebooks that it may be judged by. */
  showHere() {
    const { page } = this;
    page.calls.recall();
    page.listCalls();
    page.select.value = page.call.key;
    const kept = this.recalled();
    if (kept) this.loadForm(kept, text.shownHere);
  }

  load(json, told, options) {
    const form = formIn(json);
    this.ownRulebook.problems.clear();
    this.loadForm(form, told, options);
  }

  loadForm(form, told, options) {
    this.page.load(this.placed(form), [told, this.aboutCall(form)].filter(Boolean).join(' '), options);
  }

  /** A saved form as the page takes it: judged by its own call where that is known here, else by the one chosen. */
  placed({ proposal, rates, rulebook }) {
    const { calls, call } = this.page;
    const found = (rulebook && calls.find(rulebook)) ?? call;
    return { key: found?.key ?? calls.keys[0], proposal, rates };
  }

  /** What is to be known of the call that a form was written for; nothing where it is judged by just that. */
  aboutCall({ rulebook }) {
    const { calls, call } = this.page;
    if (!rulebook) return '';
    const found = calls.find(rulebook);
    if (!found) return text.otherCall(clipped(rulebook.id), call.title);
    return rulebook.version && rulebook.version !== found.version ? text.otherVersion(clipped(rulebook.version), found.version) : '';
  }

  async refusing(name, act) {
    try {
      await act();
    } catch (error) {
      this.tellRefused(name, error);
    }
  }

  tellRefused(name, error) {
    if (!(error instanceof Refusal)) throw error;
    this.page.notice.tell(`${name} ${error.message}`);
  }
}

/** The JSON value of a text, to tell what it is; `undefined` where it is none. */
function valueOf(json) {
  try {
    const value = parsed(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
