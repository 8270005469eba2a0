/** Files of this computer: chosen and read, or written. */
import { MOST } from './admission.js';
import { el } from './dom.js';
import { Refusal } from './refusal.js';
import { words } from './words.js';

/** Lets a JSON file be chosen; `onChoose` takes it. */
export function chooseFile(onChoose) {
  const input = el('input', { type: 'file', accept: '.json,application/json' });
  input.addEventListener('change', () => input.files[0] && onChoose(input.files[0]));
  input.click();
}

/** The text of a file. One that is far too long is not even read. */
export async function readFile(file) {
  if (file.size > MOST.letters * 4) throw new Refusal(words.refused.tooLong);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Refusal(words.refused.noText);
  }
}

/** Hands a text to the browser as a file to keep. */
export function writeFile(name, json) {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file's name after a title: "small-food-producers.json". */
export function fileName(title) {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '');
  return `${name || 'proposal'}.json`;
}
