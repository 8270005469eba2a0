/** The texts about what is brought to the page and carried away: files, links, rulebooks, the browser's memory. */
import { count, counted } from './format.js';

export const carried = {
  notice: {
    undo: 'Undo',
    broughtBack: 'What stood here before is back.',
    example: (title) => `The example “${title}” was loaded.`,
    named: (name) => `“${name}”`,
    opened: (name) => `${name} was opened.`,
    link: 'This link',
    linkOpened: 'The proposal in the link was opened.',
    overOwn: 'Your own form is kept until you change something here; Undo brings it back.',
    memory: 'What this browser kept of your last visit',
    resumed: 'Your form of the last visit is here.',
    elsewhere: 'Another tab changed the form that this browser keeps. The one changed last is kept.',
    showHere: 'Show it here',
    shownHere: 'The form of the other tab was opened.',
    otherCall: (id, title) => `It was written for the call “${id}”, which this page does not have; it is judged by ${title}.`,
    otherVersion: (then, now) => `It was judged by version ${then} of this rulebook then; this page has version ${now}.`,
    saved: (name) => `Your proposal was saved as “${name}”. “Open” brings it back, here or on another computer.`,
    copied: 'The link was copied. Whoever has it can read your proposal; no server sees it.',
    longLink: (letters) => `It is ${count(letters)} letters long, and some programs cut such a link: a saved file is safer.`,
    copyIt: 'Copy this link. Whoever has it can read your proposal; no server sees it.',
  },

  refused: {
    noText: 'is not a text. Choose a file that this page saved.',
    noJson: 'is not JSON. Choose a file that this page saved.',
    noProposal: 'holds no proposal: that is an object with fields such as title and partners.',
    nothing: 'holds no proposal: none of its fields is one of a proposal.',
    tooLong: 'is longer than a million letters, which is more than a form of this page can hold.',
    longWord: (most) => `has an entry of more than ${count(most)} letters, which is more than this page can show.`,
    tooManyRules: (found, most) => `has ${count(found)} rules, and this page shows at most ${count(most)}. The command callcheck judges by it.`,
    tooManyEntries: (most) => `has a table of more than ${count(most)} entries, which is more than this page can show. The command callcheck judges by it.`,
    tooMuch: (most) => `has more than ${count(most)} entries, which is more than this page can show. The command callcheck judges it.`,
    tooManyPartners: (found, most) => `lists ${count(found)} partners, and this page shows at most ${count(most)}. The command callcheck judges longer lists.`,
    cutLink: 'cannot be read: a part of it is missing, or it was changed. Ask for it again, or for a saved file.',
  },

  rulebook: {
    own: 'Your own rulebooks',
    judging: (title) => `Your entries are judged by your rulebook “${title}” now.`,
    notKept: 'This browser does not keep it: open it again at your next visit.',
    broken: (name, problems) => `${name} cannot judge yet: ${counted(problems, 'problem')}`,
    brokenNote: (title) => `Mend the file and open it again. Until then your entries are judged by ${title}.`,
    sound: (name, pieces) => `${name} is sound; ${counted(pieces, 'piece of advice', 'pieces of advice')}`,
    soundNote: 'You may leave it so: your entries are judged by it.',
    place: (line, column) => `Line ${line}, column ${column}`,
    around: 'The text around it',
    more: (n) => `And ${count(n)} more. Mend these first.`,
    again: 'Open it again',
    close: 'Close',
    removed: (title) => `Your rulebook “${title}” was removed.`,
  },

  memory: {
    kept: 'What you type is kept in this browser until you clear it.',
    outdated: 'This browser has no room for your latest changes and keeps an earlier version. Save a file, or copy a link.',
    refused: 'This browser keeps nothing between visits. Save a file, or copy a link.',
    cleared: 'The form was emptied, and nothing of it is kept in this browser.',
  },
};
