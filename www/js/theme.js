/** Light or dark: the system's, until the button says otherwise. */
import { keep, kept } from './kept.js';

const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const KEY = 'callcheck-theme';

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

/** Makes a button switch the theme; it keeps its words and says whether it is pressed. */
export function themeButton(button) {
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  const before = kept(KEY);
  if (before === 'dark' || before === 'light') root.dataset.theme = before;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep(KEY, root.dataset.theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}
