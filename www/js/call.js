import { sortedCountries } from './countries.js';
import { unbroken } from './format.js';
import { bare, own } from './json.js';

/**
 * What a rulebook asks of a form: which fields, which choices. Read off the rulebook itself, so
 * that a call this page has never seen gets its form, too.
 */
export class Call {
  /** `key` tells it from all other calls of the page. */
  constructor(rulebook, key = rulebook.id) {
    const book = rulebook.toJSON();
    const sheet = readable(rulebook.sheet);
    Object.assign(this, { rulebook, book, sheet, key, id: rulebook.id, title: rulebook.title, version: rulebook.version, digest: rulebook.digest });
    this.currency = book.currency;
    this.types = bare(book.types);
    this.labels = bare(book.labels);
    this.costs = bare(book.costs);
    this.contributions = bare(book.contributions);
    this.strands = bare(book.strands);
    this.questions = Object.entries(book.questions ?? {}).map(([id, question]) => ({ ...question, id, choices: bare(question.choices) }));
    this.readers = new Map();
    this.rules = new Map(sheet.rules.map((rule) => [rule.id, rule]));
    this.readPlaces(book);
    this.readDates(book);
  }

  /** The countries and regions that filters and groups name. */
  readPlaces(book) {
    const areas = new Set(Object.values(book.groups ?? {}).flatMap(areasIn));
    for (const value of valuesOf(book, ['country', 'region'])) if (!value.startsWith('@')) areas.add(value);
    const regions = [...areas].filter((area) => area.length > 2);
    this.countries = sortedCountries(new Set([...areas].map((area) => area.slice(0, 2))));
    this.regions = grouping(regions, countryOf);
    this.asksSize = mentions(book, (node) => 'size' in node || node.measure === 'size');
  }

  /** When the call took proposals, as far as its rules for all tell, its year, and who is asked for a day of their own. */
  readDates(book) {
    const bounds = book.rules.flatMap(boundsOfFiling);
    Object.assign(this, windowOf(book.rules.filter(isOfAny).flatMap((rule) => boundsOfFiling(ofAnyRow(rule)))));
    const { opens, closes } = windowOf(bounds);
    this.year = Number((closes ?? opens ?? new Date().toISOString()).slice(0, 4));
    this.asksHomeFiling = book.rules.some((rule) => rule.each === 'partner' && mentions(rule, (node) => node.measure === 'submitted'));
    const bound = bounds.flatMap((atom) => ['max', 'below', 'min', 'above'].map((name) => atom[name])).find((value) => /T/.test(value ?? ''));
    /** Where the call counts the hours: in its own time. */
    this.deadline = bound ? { asksTime: true, zone: /(Z|[+-]\d{2}:\d{2})$/.exec(bound)?.[1] } : {};
    this.readsTotals = book.rules.some(readsTotals);
    this.readsStart = [...atomsOf(book.rules)].some((atom) => atom.measure === 'start');
  }

  /** The questions to a partner, or to the proposal as a whole. */
  questionsOf(whom) {
    return this.questions.filter((question) => question.of === whom);
  }

  question(id) {
    return this.questions.find((question) => question.id === id);
  }

  /** The title of a rule up to its colon, where that is a name: "Danish cap: at most …". */
  shortName(id) {
    const title = this.rules.get(id)?.title ?? id;
    const name = title.split(': ')[0];
    return name.length <= 40 ? name : title;
  }

  /** Whether a rule asks something only of partners who ask for money. */
  asksFundedOnly(id) {
    const rule = this.book.rules.find((each) => id === each.id || id.startsWith(`${each.id}.`));
    return rule?.each === 'partner' && rule.where?.funded === true;
  }

  /** The rules that read a kind of money (`cost`, `contribution`), for lists that no rule reads. */
  readersOf(kind) {
    if (!this.readers.has(kind)) this.readers.set(kind, this.findReaders(kind));
    return this.readers.get(kind);
  }

  findReaders(kind) {
    const reads = (node) => node.measure === kind || (node.measure && typeof node.measure === 'object' && kind in node.measure);
    const ids = new Set(this.book.rules.filter((rule) => mentions(rule, reads)).map((rule) => rule.id));
    return this.sheet.rules.filter((rule) => ids.has(rule.id) || [...ids].some((id) => rule.id.startsWith(`${id}.`)));
  }

  /** Where the documents come from. */
  get sourceCount() {
    return Object.keys(this.book.sources ?? {}).length;
  }

  get funders() {
    return areasIn(own(this.book.groups, 'funders') ?? []);
  }

  /** The countries and regions that a value of a rule stands for: those of a group (`@funders`), else the value itself. */
  areasOf(value) {
    const group = value.startsWith('@') ? own(this.book.groups, value.slice(1)) : undefined;
    return group ? areasIn(group) : [value];
  }
}

/** The sheet as it is shown. */
function readable({ rules, notices }) {
  const shown = ({ title, source, ...rest }) => ({ ...rest, title: unbroken(title), source: { ...source, ...(source.says && { says: unbroken(source.says) }) } });
  return { rules: rules.map(shown), notices: notices.map(shown) };
}

/** A group is a list of areas, or has one beside its source. */
const areasIn = (group) => (Array.isArray(group) ? group : group.areas);

const MONEY = ['grant', 'cost', 'contribution'];

/** Whether a rule reads an amount over all partners: then a total, where one is given, counts in its place. */
function readsTotals({ each = 'proposal', where, rows, require: required, when }) {
  const readsAll = (byDefault) => ({ of, where: own, measure }) =>
    MONEY.includes(typeof measure === 'object' ? Object.keys(measure)[0] : measure) && !own && (of === 'proposal' || (of !== 'country' && byDefault));
  const isWhole = each === 'proposal' && !where && !rows;
  return [...atomsOf(required)].some(readsAll(isWhole)) || [...atomsOf(when)].some(readsAll(true));
}

const countryOf = (area) => area.slice(0, 2);

function grouping(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** The first and the last day that bounds of filing tell. */
function windowOf(bounds) {
  const opening = bounds.map((atom) => atom.min ?? atom.above).filter(Boolean).sort();
  const closing = bounds.map((atom) => atom.max ?? atom.below).filter(Boolean).sort();
  return { opens: opening[0] ?? null, closes: closing.at(-1) ?? null };
}

/** Whether a rule or a row speaks of partners from anywhere, or from anywhere but some places: the last day of one country is not the call's. */
const isOfAny = ({ where = {}, country = where.country, region = where.region }) => [country, region].every((place) => place === undefined || place.not !== undefined);

const ofAnyRow = ({ rows, ...rule }) => ({ ...rule, ...(rows && { rows: rows.filter(isOfAny) }) });

/** What a rule asks of the day of filing: the bounds of its atoms, and where it has rows theirs. */
function boundsOfFiling({ rows = [], ...rule }) {
  const atoms = [...atomsOf(rule)].filter(({ measure }) => measure === 'submitted');
  return atoms.includes(rule.require) ? [...atoms, ...rows] : atoms;
}

/** Every object inside a JSON value. */
function* objectsOf(value) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsOf(inner);
}

function* atomsOf(value) {
  for (const node of objectsOf(value)) if ('measure' in node) yield node;
}

function mentions(value, test) {
  for (const node of objectsOf(value)) if (test(node)) return true;
  return false;
}

/** The texts that stand under some keys of rules and notices, lists and negations opened. */
function* valuesOf(book, keys) {
  for (const node of objectsOf([book.rules, book.notices])) {
    for (const key of keys) if (key in node) yield* textsOf(node[key]);
    if (keys.includes(node.measure)) yield* textsOf([node.is, node.in, node.within]);
  }
}

function* textsOf(value) {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) yield* textsOf(inner);
}
