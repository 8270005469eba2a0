/**
 * Where one was on the page, kept for the next time that this tab loads it: a page that a script
 * makes is too short when the browser looks for the place again, all partners are folded, and
 * those that were removed are not in the form.
 */
import { keep, kept } from './kept.js';

const KEY = 'callcheck-whereabouts';
const TAB = 'sessionStorage';

/** Keeps it when the page goes; `partners()` is the list on the page. */
export function keepWhereabouts(partners) {
  const open = () => partners().handling().map(({ isOpen }) => isOpen);
  addEventListener('pagehide', () => keep(KEY, JSON.stringify({ top: scrollY, open: open(), removed: partners().removed() }), TAB));
}

/** Goes back there, where the page was loaded anew or come back to. */
export function resumeWhereabouts(partners) {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry?.type === 'navigate') return;
  try {
    const { top, open, removed = [] } = JSON.parse(kept(KEY, TAB));
    // What is cleared now is not kept there until the page goes.
    keep(KEY, null, TAB);
    for (const [index, card] of partners().cards.entries()) if (open[index]) card.unfold();
    partners().offerAgain(removed);
    scrollTo(0, top);
  } catch {
    // Nothing was kept, or by another page: one starts at the top.
  }
}
