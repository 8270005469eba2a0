/**
 * A place in a text as a compiler shows it: the line with its neighbours, and what stands at the
 * place underlined. Columns count characters, as the engine counts them.
 */
const SHOWN = 100;
const BEFORE = 40;
const TOKEN = /^(?:"(?:[^"\\]|\\.)*"?|[\w.+-]+|.)/u;
/** What would be drawn as nothing, or turn the writing round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** `{ lines: [{ number, text }], number, before, marked }` of a problem; `marked` is what is underlined. */
export function excerptOf(text, { line, column }) {
  const lines = text.split('\n');
  const letters = [...(lines[line - 1] ?? '')];
  const from = Math.max(0, Math.min(column - 1, letters.length));
  const start = letters.length > SHOWN ? Math.max(0, from - BEFORE) : 0;
  const before = letters.slice(start, from).join('');
  const rest = letters.slice(from, start + SHOWN).join('').replace(/\r$/, '');
  const marked = TOKEN.exec(rest)?.[0] ?? '';
  const cut = start + SHOWN < letters.length;
  return {
    above: neighbour(lines, line - 1), below: neighbour(lines, line + 1), number: line,
    before: (start > 0 ? '…' : '') + visible(before), marked: visible(marked), after: visible(rest.slice(marked.length)) + (cut ? '…' : ''),
  };
}

/** The line of a number, unless it is empty, or too long to be of help. */
function neighbour(lines, number) {
  const text = lines[number - 1]?.replace(/\r$/, '');
  return text && text.length <= SHOWN ? { number, text: visible(text) } : null;
}

const visible = (text) => text.replaceAll('\t', ' ').replace(UNSEEN, '\ufffd');
