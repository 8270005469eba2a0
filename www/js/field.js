import { HELD } from './controls.js';
import { el, fillIfChanged, inline, mark, spoken } from './dom.js';

/**
 * A field of the form: label, control, and one line below it that says the range it may still
 * take, what is missing, or what is wrong. A message stays silent while one types in the field
 * for the first time; it appears when the field is left, and from then on follows each change.
 */
export class Field {
  /** `path` tells the field's place in the proposal, which moves when a partner is removed. */
  constructor({ id, path, control, label, note = null, className = '', layout = standing, onChange, onLeave }) {
    Object.assign(this, { id, path, control, onChange, onLeave, label });
    this.left = false;
    this.blank = true;
    this.card = null;
    this.note = el('div', { class: 'note', id: `${id}-note` });
    this.element = layout(this, { label, note, className });
    this.element.addEventListener('input', () => this.changed());
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.control.element.contains(relatedTarget)) this.leaveFor(relatedTarget);
    });
    // Enter says that one is done with a field, as leaving it does.
    this.element.addEventListener('keydown', ({ key, target, isComposing }) => {
      if (key === 'Enter' && !isComposing && this.control.made.includes(target)) this.leave();
    });
    this.note.addEventListener('click', ({ target }) => {
      const chosen = target.closest('[data-reading]')?.dataset.reading;
      if (chosen !== undefined) this.choose(chosen);
    });
  }

  /** One of the readings of an amount that had two is meant. */
  choose(value) {
    const [input] = this.control.made;
    input.focus();
    this.control.choose(value);
    this.tell(this.control.read('left'));
    input.select();
  }

  /** Shows a loaded value: what stands there counts as written and left. */
  load(value) {
    this.control.write(value);
    this.left = value !== undefined;
    this.told = JSON.stringify(value);
    this.typedIn = false;
  }

  changed() {
    this.typedIn = true;
    if (!this.control.typed) this.left = true;
    const value = this.control.read(this.left ? 'again' : 'first');
    if (value === HELD) return;
    this.tell(value);
  }

  /** What comes next may be a link in the note, which leaving makes anew: then the focus goes to what stands there now. */
  leaveFor(next) {
    this.leave();
    if (!next || next.isConnected) return;
    const [input] = this.control.made;
    (this.note.querySelector('a, button') ?? input).focus();
  }

  leave() {
    const wasLeft = this.left;
    this.left = wasLeft || this.control.read('left') !== undefined;
    this.control.tidy?.();
    const before = this.told;
    // What was loaded and cannot be read stays as it is until someone changes it.
    if (this.typedIn) this.tell(this.control.read('left'));
    if (this.left !== wasLeft && this.told === before) this.onLeave(this);
  }

  tell(value) {
    const text = JSON.stringify(value);
    if (text === this.told) return;
    this.told = text;
    this.onChange(this, value);
  }

  /** Nothing to say. */
  clear() {
    if (!this.blank) this.show({ broken: false, lines: [] });
  }

  /** Shows what there is to say: `{ broken, lines: [{ state, parts, lead }] }`. */
  show({ broken, lines }) {
    this.blank = lines.length === 0;
    fillIfChanged(this.note, lines, () => lines.map(line));
    const described = [this.control.echo?.id, lines.length > 0 && this.note.id].filter(Boolean).join(' ');
    for (const input of this.control.made) {
      toggle(input, 'aria-describedby', !this.control.isGroup && described);
      toggle(input, 'aria-invalid', broken && !this.control.isGroup && 'true');
    }
    if (this.control.isGroup) toggle(this.element, 'aria-describedby', lines.length > 0 && this.note.id);
  }

  focus() {
    this.control.made[0].focus({ preventScroll: true });
    this.element.scrollIntoView({ block: 'center' });
  }
}

function toggle(node, name, value) {
  if (!value) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** One line below a field. A finding is marked and takes the hint's place; what is missing has a ring and no colour. */
function line({ state, parts, lead }) {
  if (state === 'hint') return el('p', { class: 'hint' }, inline(parts));
  if (state === 'open') return el('p', { class: 'hint is-missing' }, mark('open'), el('span', null, inline(parts)));
  return el('p', { class: state === 'advice' ? 'message is-advice' : 'message' }, mark(state),
    el('span', null, lead && spoken(lead), inline(parts)));
}

/** Label above the control. */
function standing(field, { label, note, className }) {
  const { control } = field;
  const text = [label, note && el('span', { class: 'opt' }, ` ${note}`)];
  if (control.isGroup) return el('fieldset', { class: `field ${className}` }, el('legend', { class: 'legend' }, text), control.element, field.note);
  return el('div', { class: `field ${className}` }, el('label', { for: field.id }, text), control.element, field.note);
}

/** A row of a ledger: label and note at the left, the amount at the right. */
export function row(field, { label }) {
  return el('tr', null,
    el('th', { scope: 'row' }, el('label', { for: field.id }, label), field.note),
    el('td', { class: 'in' }, field.control.element));
}

/**
 * A place that findings speak of and that is no single control: a list of costs, a partner, the
 * partners together. It shows the same lines and can be gone to.
 */
export class Place {
  constructor({ id, path, goTo, card = null }) {
    Object.assign(this, { id, path, goTo, card, left: true });
    this.note = el('div', { class: 'note', id: `${id}-note` });
  }

  clear() {
    this.show({ lines: [] });
  }

  show({ lines }) {
    fillIfChanged(this.note, lines, () => lines.map(line));
  }

  focus() {
    this.goTo();
  }
}
