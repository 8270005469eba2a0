import { countControl, dateControl, selectControl, textControl } from './controls.js';
import { el, fillIfChanged } from './dom.js';
import { durationData, durationPicture } from './duration-picture.js';
import { Field, Place } from './field.js';
import { rangeOf } from './remedies.js';
import { momentControl } from './moment-control.js';
import { section } from './section.js';
import { words } from './words.js';

const text = words.project;

/** Title, strand, dates or months, and the day of submission. */
export class ProjectSection {
  constructor({ call, data, onChange, onLeave }) {
    Object.assign(this, { call, data, onChange, onLeave });
    this.fields = new Map();
    this.place = new Place({ id: 'project', path: () => '', goTo: () => this.fields.get('title').focus() });
    this.picture = el('div', { class: 'c12' });
    this.swap = el('button', { type: 'button', class: 'button is-plain', onclick: () => this.swapDuration() });
    this.element = section({ id: 'h-project', heading: text.heading, note: text.note },
      el('fieldset', { class: 'grid' }, el('legend', { class: 'vh' }, text.heading), this.build()), this.place.note).element;
    this.load();
  }

  field(name, control, options = {}) {
    const field = new Field({
      id: name, path: () => `/${name}`, control: control({ id: name, ...options }), label: text[name], className: 'c4',
      onChange: (self, value) => this.onChange(self.path(), value), onLeave: this.onLeave, ...options,
    });
    this.fields.set(name, field);
    return field.element;
  }

  build() {
    const strands = Object.entries(this.call.strands);
    const asksStrand = strands.length > 0 || this.data().strand !== undefined;
    return [
      this.field('title', textControl, { className: asksStrand ? 'c8' : 'c12' }),
      asksStrand && this.field('strand', selectControl, { options: strands }),
      this.field('start', dateControl), this.field('end', dateControl), this.field('months', countControl),
      this.field('submitted', momentControl, this.call.deadline),
      this.picture,
    ];
  }

  /** Whether the duration is given by an end date, or else by months. */
  byDates() {
    return !this.fields.get('end').element.hidden;
  }

  load() {
    const data = this.data();
    for (const [name, field] of this.fields) field.load(data[name]);
    this.showDuration(data.months === undefined);
  }

  showDuration(byDates) {
    this.fields.get('end').element.hidden = !byDates;
    this.fields.get('months').element.hidden = byDates;
    this.swap.textContent = byDates ? text.useMonths : text.useEnd;
  }

  /** Keeps both texts in their fields, and tells only the one that is shown. */
  swapDuration() {
    const byDates = !this.byDates();
    this.showDuration(byDates);
    const [shown, hidden] = byDates ? ['end', 'months'] : ['months', 'end'];
    this.fields.get(hidden).told = undefined;
    this.onChange(`/${hidden}`, undefined);
    this.fields.get(shown).tell(this.fields.get(shown).control.read('left'));
    // The picture around the button was drawn anew.
    this.swap.focus();
  }

  /** Where a path of the report is shown: the duration's moves with the way it is given. */
  placeOf(path) {
    if (path === '/months' && this.byDates()) return this.fields.get(this.data().start ? 'end' : 'start');
    if (path === '/end' && !this.byDates()) return this.fields.get('months');
    return this.fields.get(path.slice(1)) ?? null;
  }

  /** What stands below a date where no rule limits it yet. */
  hintOf(name, judgement) {
    if (name === 'start') return [text.anyDay];
    if (name === 'submitted') return this.call.deadline.asksTime && this.call.closes ? [text.closes(this.call.closes)] : null;
    const limit = judgement.limits.get('/months');
    const range = limit && rangeOf(limit);
    return name === 'end' && range ? [text.afterStart(range)] : null;
  }

  refresh(judgement) {
    const data = durationData(judgement, this.data(), this.byDates());
    fillIfChanged(this.picture, data, () => durationPicture(data, this.swap));
  }
}
