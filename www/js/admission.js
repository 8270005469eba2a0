/**
 * Takes in a proposal from a file, a link or the browser's memory: text that may be anything.
 * Only the fields of the format are read. What stands in one of them and cannot be read is left
 * there, so that the engine's own finding tells it at its field; what is no proposal at all, or
 * more than a form of this page can show, is refused in a sentence.
 */
import { countValues, isObject, own, put } from './json.js';
import { Refusal } from './refusal.js';
import { words } from './words.js';

const text = words.refused;

/** The most that one form can hold and still follow each key. */
export const MOST = { letters: 1_000_000, partners: 100, values: 5000, word: 10_000 };

const SCALARS = ['title', 'strand', 'months', 'start', 'end', 'submitted', 'currency', 'grant'];
const PARTNER_SCALARS = ['name', 'country', 'region', 'type', 'size', 'role', 'submitted', 'currency', 'grant'];

/** The JSON value of a text. */
export function parsed(json) {
  if (json.length > MOST.letters) throw new Refusal(text.tooLong);
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal(text.noJson);
  }
}

/** The proposal in a JSON value, in the shape that the form holds. */
export function admitted(value) {
  if (!isObject(value)) throw new Refusal(text.noProposal);
  if (countValues(value, MOST.values) > MOST.values) throw new Refusal(text.tooMuch(MOST.values));
  if (Array.isArray(own(value, 'partners')) && value.partners.length > MOST.partners) throw new Refusal(text.tooManyPartners(value.partners.length, MOST.partners));
  const proposal = fields(value, { ...shapes(SCALARS), partners });
  if (Object.keys(proposal).length === 0) throw new Refusal(text.nothing);
  if (proposal.partners === undefined) proposal.partners = [{}];
  return proposal;
}

const shapes = (names) => ({ ...Object.fromEntries(names.map((name) => [name, scalar])), costs: table(scalar), contributions: table(scalar), answers: table(list) });

/** What is read of an object, field by field; what is not given is left out. */
function fields(object, known) {
  const read = {};
  for (const [name, shape] of Object.entries(known)) {
    const value = own(object, name);
    if (isGiven(value)) read[name] = shape(value);
  }
  return read;
}

const isGiven = (value) => value !== undefined && value !== null && value !== '';

/** A text, a number, yes or no. A list or an object is none; its content is of no use. */
function scalar(value) {
  if (Array.isArray(value)) return [];
  if (isObject(value)) return {};
  if (typeof value === 'string' && value.length > MOST.word) throw new Refusal(text.longWord(MOST.word));
  return value;
}

function list(value) {
  return Array.isArray(value) ? value.filter(isGiven).map(scalar) : scalar(value);
}

function table(entry) {
  return (value) => {
    if (!isObject(value)) return scalar(value);
    const read = {};
    for (const [key, inner] of Object.entries(value)) if (isGiven(inner)) put(read, scalar(key), entry(inner));
    return read;
  };
}

/** A `null` in the list is a partner of whom nothing is given. */
function partners(value) {
  if (!Array.isArray(value)) return scalar(value);
  const known = { ...shapes(PARTNER_SCALARS), labels: list };
  return value.map((partner) => (partner === null ? {} : isObject(partner) ? fields(partner, known) : scalar(partner)));
}
