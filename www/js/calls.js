import { MOST } from './admission.js';
import { Call } from './call.js';
import { keep, kept } from './kept.js';
import { Refusal } from './refusal.js';
import { words } from './words.js';

const text = words.refused;

/** The most rules, and the most entries of one table, that the page still shows well. */
const RULES = 500;
const ENTRIES = 200;
const KEY = 'callcheck-rulebooks';
/** The most letters of the applicant's own rulebooks that are kept between visits. */
const KEPT = 500_000;

/** The calls to judge by: those that the package brings, and the applicant's own rulebooks. */
export class Calls {
  constructor({ rulebooks, Rulebook }) {
    Object.assign(this, { rulebooks, Rulebook, packaged: Object.keys(rulebooks) });
    this.read = new Map();
    this.own = new Map();
  }

  /** The keys of all, the package's first. */
  get keys() {
    return [...this.packaged, ...this.own.keys()];
  }

  get(key) {
    if (this.own.has(key)) return this.own.get(key).call;
    if (!this.read.has(key)) this.read.set(key, new Call(this.rulebooks[key], key));
    return this.read.get(key);
  }

  /** The call that a saved form was written for: the very same rules, else those of the same name. */
  find({ id, digest }) {
    const named = this.keys.map((key) => this.get(key)).filter((call) => call.id === id);
    return named.find((call) => call.digest === digest) ?? named.at(-1);
  }

  /** Takes the text of a rulebook, in place of an own one of the same id. An unsound one throws its `problems`. */
  add(source) {
    if (source.length > MOST.letters) throw new Refusal(text.tooLong);
    const rulebook = this.Rulebook.parse(source);
    const key = `own:${rulebook.id}`;
    const call = new Call(rulebook, key);
    if (call.rules.size > RULES) throw new Refusal(text.tooManyRules(call.rules.size, RULES));
    if (mostEntries(call.book) > ENTRIES) throw new Refusal(text.tooManyEntries(ENTRIES));
    this.own.set(key, { source, call });
    return call;
  }

  /** Takes an own rulebook away; returns its text. */
  remove(key) {
    const { source } = this.own.get(key);
    this.own.delete(key);
    this.keep();
    return source;
  }

  /** Keeps the applicant's own rulebooks between visits; tells whether the browser does. */
  keep() {
    const sources = [...this.own.values()].map(({ source }) => source);
    if (sources.join('').length > KEPT) return false;
    return keep(KEY, sources.length ? JSON.stringify(sources) : null);
  }

  /** Takes up what was kept at an earlier visit; what can no longer be read is left out. */
  recall() {
    for (const source of recalled()) {
      try {
        this.add(source);
      } catch {
        // A page that has become stricter since; the applicant has the file.
      }
    }
  }
}

function recalled() {
  try {
    const sources = JSON.parse(kept(KEY));
    return Array.isArray(sources) ? sources.filter((source) => typeof source === 'string') : [];
  } catch {
    return [];
  }
}

const TABLES = ['types', 'labels', 'costs', 'contributions', 'strands', 'questions'];

function mostEntries(book) {
  const choices = Object.values(book.questions ?? {}).map((question) => question.choices);
  return Math.max(...[...TABLES.map((table) => book[table]), ...choices].map((table) => Object.keys(table ?? {}).length));
}
