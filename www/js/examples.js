import { el, fill } from './dom.js';
import { words } from './words.js';

const text = words.examples;
const FOLDER = './examples/';

async function fetched(name) {
  const response = await fetch(new URL(FOLDER + name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

/** The menu of worked examples. `onLoad({ rulebook, proposal, title })` takes the one chosen. */
export class ExamplesMenu {
  constructor({ element, onLoad }) {
    Object.assign(this, { element, onLoad });
    this.list = el('ul');
    element.append(this.list);
    element.addEventListener('toggle', () => element.open && this.open());
    element.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    document.addEventListener('click', ({ target }) => !element.contains(target) && (element.open = false));
    element.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !element.contains(relatedTarget) && (element.open = false));
  }

  async open() {
    if (this.list.childElementCount) return;
    try {
      const entries = await fetched('index.json');
      fill(this.list, entries.map((entry) => this.item(entry.title, entry.story, () => this.load(entry))), this.empty(), el('li', { class: 'note' }, text.note));
    } catch {
      fill(this.list, el('li', { class: 'note' }, text.none), this.empty());
    }
  }

  item(title, story, onclick) {
    return el('li', null, el('button', { type: 'button', onclick }, title, el('span', null, story)));
  }

  empty() {
    return this.item(text.empty, text.emptyNote, () => this.choose({}));
  }

  async load(entry) {
    const proposal = await fetched(entry.file);
    this.choose({ rulebook: entry.rulebook, proposal, title: entry.title });
  }

  choose(example) {
    this.close();
    this.onLoad(example);
  }

  close() {
    this.element.open = false;
    this.element.querySelector('summary').focus();
  }
}
