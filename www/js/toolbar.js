/** The buttons above the form: what brings a form here, and what carries it away. */
import { ExamplesMenu } from './examples.js';
import { chooseFile, fileName, writeFile } from './file.js';
import { asText } from './json.js';
import { linkTo } from './link.js';
import { textOf } from './saved-form.js';
import { words } from './words.js';

const text = words.notice;
const byId = (id) => document.getElementById(id);
/** From here on some programs cut a link. */
const LONG = 8000;

/** Makes the buttons work on a page; `opening` takes what is chosen. */
export function toolbar(page, opening) {
  new ExamplesMenu({
    element: byId('examples'),
    onLoad: ({ rulebook, proposal, title }) => page.load({ key: rulebook, proposal }, title ? text.example(title) : words.memory.cleared, { quiet: true }),
  });
  const buttons = {
    open: () => chooseFile((file) => opening.file(file)),
    save: () => save(page),
    link: () => copyLink(page),
    print: () => window.print(),
  };
  for (const [id, act] of Object.entries(buttons)) byId(id).addEventListener('click', () => {
    // On some phones a tap on a button leaves the focus in the field.
    page.form.settle();
    act();
  });
}

function save(page) {
  const name = fileName(asText(page.proposal.title));
  writeFile(name, `${textOf(page, 2)}\n`);
  page.notice.tell(text.saved(name));
}

async function copyLink(page) {
  const link = await linkTo(textOf(page), location.href);
  const long = link.length > LONG ? ` ${text.longLink(link.length)}` : '';
  try {
    await navigator.clipboard.writeText(link);
    page.notice.tell(text.copied + long);
  } catch {
    page.notice.offer(text.copyIt + long, link);
  }
}
