/**
 * Making elements. Text goes in as text nodes only: nothing that a rulebook, a proposal or an
 * applicant wrote is ever read as markup.
 */
const SVG = 'http://www.w3.org/2000/svg';

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...present(children));
  return node;
}

const present = (children) =>
  children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== '');

/** An HTML element; `on…` attributes are listeners, `null` children are left out. */
export const el = (tag, attributes, ...children) => furnish(document.createElement(tag), attributes, children);

/** An SVG element. */
export const svg = (tag, attributes, ...children) => furnish(document.createElementNS(SVG, tag), attributes, children);

/** The mark of a state: kept, broken, open, advice, none or notice. */
export const mark = (state) => svg('svg', { class: `g g-${state}`, 'aria-hidden': 'true' }, svg('use', { href: `#i-${state}` }));

/** Gives a mark another state. */
export function remark(node, state) {
  const name = `g g-${state}`;
  if (node.getAttribute('class') === name) return;
  node.setAttribute('class', name);
  node.firstChild.setAttribute('href', `#i-${state}`);
}

/** The small arrow of what unfolds. */
export const caret = () => svg('svg', { class: 'caret', 'aria-hidden': 'true' }, svg('use', { href: '#i-caret' }));

/** Text for screen readers only. */
export const spoken = (text) => el('span', { class: 'vh' }, text);

/** Replaces what is in a node. */
export const fill = (node, ...children) => node.replaceChildren(...present(children));

const drawn = new WeakMap();

/** Fills a node only where what it shows has changed: `key` is all that `build` depends on. */
export function fillIfChanged(node, key, build) {
  const text = typeof key === 'string' ? key : JSON.stringify(key);
  if (drawn.get(node) === text) return;
  drawn.set(node, text);
  fill(node, build());
}

/** Fills a node with one element for each key, and makes only those anew whose key has changed. */
export function fillEach(node, keys, make) {
  const texts = keys.map((key) => JSON.stringify(key));
  const before = drawn.get(node);
  drawn.set(node, texts);
  if (before?.length !== texts.length) {
    fill(node, texts.map((_, place) => make(place)));
    return;
  }
  for (const [place, text] of texts.entries()) {
    if (text !== before[place]) node.children[place].replaceWith(make(place));
  }
}

/**
 * A text in parts: plain strings, `{ b }` (the value that matters), `{ strong }` (a headline),
 * `{ rule, text }` (a link to a rule of the sheet), `{ readings }` (buttons to say which amount is meant).
 */
export const inline = (parts) => parts.filter(Boolean).map((part) => {
  if (typeof part === 'string') return part;
  if (part.b) return el('b', null, part.b);
  if (part.strong) return el('strong', null, part.strong);
  if (part.readings) return el('span', { class: 'readings' }, part.readings.map(({ value, text }) => el('button', { type: 'button', class: 'button', 'data-reading': value }, text)));
  return el('a', { href: `#${ruleAnchor(part.rule)}` }, part.text);
});

/** An id made of names that a rulebook chose: blanks and quotes would end it where an attribute lists ids. */
export const idOf = (...names) => names.map((name) => encodeURIComponent(name).replaceAll('%', '_')).join('-');

/** The anchor of a rule in the sheet. */
export const ruleAnchor = (id) => idOf('rule', id);
