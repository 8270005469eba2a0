import { el, idOf } from './dom.js';
import { questionField, unaskedOf } from './questions.js';
import { currencyIn, pointer, valueAt } from './proposal.js';
import { section } from './section.js';
import { words } from './words.js';

/** The rulebook's questions to the proposal as a whole; nothing where it has none. */
export class ProposalQuestions {
  constructor({ call, data, onChange, onLeave }) {
    this.fields = new Map();
    const asked = call.questionsOf('proposal');
    for (const question of [...asked, ...unaskedOf(data().answers, asked)]) {
      this.fields.set(question.id, questionField({
        question, id: idOf('answer', question.id), path: () => pointer('answers', question.id), className: 'c6',
        currency: () => currencyIn(data(), call), onChange: (field, value) => onChange(field.path(), value), onLeave,
      }));
    }
    for (const [id, field] of this.fields) field.load(valueAt(data(), pointer('answers', id)));
    this.element = this.fields.size ? this.build() : null;
  }

  refresh() {
    for (const field of this.fields.values()) field.followMoney?.();
  }

  build() {
    const fields = [...this.fields.values()].map((field) => field.element);
    return section({ id: 'h-questions', heading: words.questions.heading, note: words.questions.note }, el('div', { class: 'grid' }, fields)).element;
  }
}
