/** Light or dark: the system's, until the button says otherwise. */
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const KEY = 'callcheck-theme';

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still changes the theme of this visit.
  }
}

/** Makes a button switch the theme; it keeps its words and says whether it is pressed. */
export function themeButton(button) {
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  const before = remembered();
  if (before === 'dark' || before === 'light') root.dataset.theme = before;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    remember(root.dataset.theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}
