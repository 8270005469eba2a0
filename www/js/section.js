import { el } from './dom.js';

/** A section of the page: a heading under a line, with a remark at the right. */
export function section({ id, heading, note }, ...children) {
  const remark = el('p', null, note);
  const element = el('section', { class: 'section', 'aria-labelledby': id },
    el('div', { class: 'section-head' }, el('h2', { id }, heading), remark), children);
  return { element, remark };
}
