/**
 * What this browser keeps between visits, or in the `sessionStorage` of one tab. It may refuse, be full, or hold what an older page or
 * another one at the same address has put there: the page goes on without it.
 */
export function kept(key, area = 'localStorage') {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

const PROBE = 'callcheck-probe';

/** Whether the browser keeps anything at all. */
export function mayKeep() {
  const done = keep(PROBE, '1');
  keep(PROBE, null);
  return done;
}

/** Keeps a text, or forgets it where it is `null`; tells whether the browser did. */
export function keep(key, value, area = 'localStorage') {
  try {
    if (value === null) window[area].removeItem(key);
    else window[area].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
