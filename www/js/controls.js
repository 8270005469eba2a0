/**
 * The controls of the form. Each has an `element` to place, the inputs it is `made of`, `read` and
 * `write`. `read(stage)` gives the value for the engine, `undefined` where nothing is given, and
 * `HELD` while a text is only half typed: then the engine is not told yet. The stage is `first`
 * while one types in the field for the first time, `again` later, and `left` when it is left.
 */
import { el, idOf } from './dom.js';
import { asText, clipped } from './json.js';
import { words } from './words.js';

/** A text still being typed, of which nothing can be said yet. */
export const HELD = Symbol('held');

/** A text field. */
export const input = (attributes) => el('input', { type: 'text', autocomplete: 'off', ...attributes });

/** A line of text. */
export function textControl({ id }) {
  const element = input({ id });
  return {
    element, made: [element], typed: true,
    read: () => element.value.trim() || undefined,
    write: (value) => { element.value = asText(value); },
  };
}

const WHOLE = /^\d{1,15}$/;

/** A number of things, or of months. */
export function countControl({ id }) {
  const element = input({ id, class: 'num count', inputmode: 'numeric' });
  return {
    element, made: [element], typed: true, isCount: true,
    read: (stage) => {
      const text = element.value.trim();
      if (!text) return undefined;
      return WHOLE.test(text) ? Number(text) : (stage === 'first' ? HELD : text);
    },
    write: (value) => { element.value = asText(value); },
  };
}

/** Puts a day into its field. What a browser takes for none, such as 30 February, stays there as a text. */
export function writeDay(element, value) {
  element.type = 'date';
  element.value = value;
  if (element.value === value) return;
  element.type = 'text';
  element.value = value;
}

/** A day; what is none stays a text. */
export function dateControl({ id }) {
  const element = input({ id, type: 'date' });
  return {
    element, made: [element], typed: true,
    // A browser reports year 2 while 2015 is being typed.
    read: (stage) => (stage !== 'left' && /^0/.test(element.value) ? HELD : element.value || undefined),
    write: (value) => writeDay(element, asText(value)),
  };
}

const labelsOf = (options) => options.map(([, label]) => label);

const option = ([value, label]) => el('option', { value }, label);

/** One of a list: `options` are pairs, `groups` are lists of pairs with a label. */
export function selectControl({ id, options = [], groups = [], choose = words.partners.choose }) {
  const element = el('select', { id, autocomplete: 'off' },
    choose === null ? null : option(['', choose]), options.map(option),
    groups.map(({ label, options: inner }) => el('optgroup', { label }, inner.map(option))));
  return {
    element, made: [element], typed: false, offers: labelsOf([options, ...groups.map((group) => group.options)].flat()),
    read: () => element.value || undefined,
    write: (value) => {
      const text = asText(value);
      if (![...element.options].some((each) => each.value === text)) element.append(option([text, words.partners.notInCall(clipped(text))]));
      element.value = text;
    },
  };
}

const choice = (type, attributes, label) => {
  const box = el('input', { type, autocomplete: 'off', ...attributes });
  return { box, element: el('label', { class: 'choice' }, box, el('span', null, label)) };
};

/** Several of a list, or expressly none of it. What stands there and is not in the list is shown, so that it can be taken away. */
export function checksControl({ id, options }) {
  const checkbox = (value, ownId, label) => ({ value, ...choice('checkbox', { id: ownId }, label) });
  const offered = options.map(([value, label], place) => checkbox(value, place ? idOf(id, 'is', value) : id, label));
  const none = choice('checkbox', { id: `${id}-none` }, words.partners.noneHeld);
  const element = el('div', { class: 'choices' }, offered.map((each) => each.element), none.element);
  let strange = [];
  const boxes = () => [...offered, ...strange];
  element.addEventListener('input', ({ target }) => {
    if (target === none.box && none.box.checked) for (const { box } of boxes()) box.checked = false;
    else if (target !== none.box && target.checked) none.box.checked = false;
  });
  const showStrange = (values) => {
    for (const each of strange) each.element.remove();
    strange = values.map((value, place) => checkbox(value, `${id}--${place}`, words.partners.notInCall(clipped(asText(value)))));
    none.element.before(...strange.map((each) => each.element));
  };
  return {
    element, typed: false, isGroup: true, offers: labelsOf(options),
    get made() {
      return [...boxes().map(({ box }) => box), none.box];
    },
    read: () => {
      const chosen = boxes().filter(({ box }) => box.checked).map(({ value }) => value);
      return chosen.length || none.box.checked ? chosen : undefined;
    },
    write: (value) => {
      const list = Array.isArray(value) ? value : [];
      showStrange(list.filter((item) => !options.some(([own]) => own === item)));
      for (const { box, value: own } of boxes()) box.checked = list.includes(own);
      none.box.checked = Array.isArray(value) && list.length === 0;
    },
  };
}

/** One of a few, shown as buttons; or no answer. What stands there and is none of them is shown, too, until another is chosen. */
export function radiosControl({ id, options, none = words.questions.clear }) {
  const radio = (value, ownId, label) => ({ value, ...choice('radio', { name: id, id: ownId }, label) });
  const offered = [...options, [undefined, none]].map(([value, label], place) => radio(value, place ? `${id}-${place}` : id, label));
  const last = offered.at(-1);
  let strange = [];
  const buttons = () => [...offered, ...strange];
  const showStrange = (values) => {
    for (const each of strange) each.element.remove();
    strange = values.map((value) => radio(value, `${id}--0`, words.partners.notInCall(clipped(asText(value)))));
    last.element.before(...strange.map((each) => each.element));
  };
  last.box.checked = true;
  return {
    element: el('div', { class: 'choices' }, offered.map((each) => each.element)), typed: false, isGroup: true, offers: labelsOf(options),
    get made() {
      return buttons().map(({ box }) => box);
    },
    read: () => buttons().find(({ box }) => box.checked)?.value,
    write: (value) => {
      showStrange(offered.some((each) => each.value === value) ? [] : [value]);
      buttons().find((each) => each.value === value).box.checked = true;
    },
  };
}
