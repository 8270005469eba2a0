import { el, fill } from './dom.js';
import { words } from './words.js';
import { themeButton } from './theme.js';
import { keepWithoutNet } from './without-net.js';

const byId = (id) => document.getElementById(id);

/** Says why the page cannot judge, in place of the form. */
function stop(reason) {
  const stopped = byId('stopped');
  fill(stopped, el('h2', null, words.stopped.heading), el('p', null, reason));
  stopped.hidden = false;
}

async function start() {
  themeButton(byId('theme'));
  let engine;
  try {
    engine = await import('../callcheck/full.js');
  } catch {
    stop(words.stopped.package);
    return;
  }
  try {
    const [{ Page }] = await Promise.all([import('./page.js'), engine.preload()]);
    new Page(engine).open();
    keepWithoutNet();
  } catch (error) {
    stop(words.stopped.engine(error.message));
    throw error;
  }
}

start();
