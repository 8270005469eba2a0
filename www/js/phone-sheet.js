import { el } from './dom.js';

/**
 * On a phone the judgement is a bar at the bottom that opens a sheet. While it is open the rest of
 * the page is out of reach; Escape, the dimmed page and any link in it close it.
 */
export class PhoneSheet {
  constructor({ rest, skip }) {
    Object.assign(this, { rest, narrow: matchMedia('(max-width: 56rem)') });
    this.scrim = el('div', { class: 'scrim', onclick: () => this.close() });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.isOpen() && this.close());
    skip.addEventListener('click', () => this.narrow.matches && this.panel.bar.focus());
    this.narrow.addEventListener('change', () => this.fit());
  }

  /** Takes the panel of a call. */
  attach(panel) {
    this.panel = panel;
    panel.bar.addEventListener('click', () => (this.isOpen() ? this.close() : this.open()));
    panel.body.addEventListener('click', ({ target }) => target.closest('a') && this.release());
    panel.onGo = () => this.release();
    this.fit();
  }

  isOpen() {
    return this.panel.bar.getAttribute('aria-expanded') === 'true';
  }

  open() {
    this.panel.bar.setAttribute('aria-expanded', 'true');
    this.panel.element.before(this.scrim);
    for (const element of this.rest) element.inert = true;
    this.panel.body.querySelector('.verdict').focus();
  }

  /** Gives the page back, wherever the focus goes next. */
  release() {
    if (!this.isOpen()) return;
    this.panel.bar.setAttribute('aria-expanded', 'false');
    this.scrim.remove();
    for (const element of this.rest) element.inert = false;
  }

  close() {
    this.release();
    this.panel.bar.focus();
  }

  /** Beside the form the panel scrolls by itself, and keys must reach it. */
  fit() {
    if (!this.narrow.matches) this.release();
    if (this.narrow.matches) this.panel.element.removeAttribute('tabindex');
    else this.panel.element.setAttribute('tabindex', '0');
  }
}
