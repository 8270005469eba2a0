/**
 * A form carried in a link: deflated, in base64url, behind the `#`, so that no server sees it.
 * What comes in a link may be made to hurt: it is inflated little by little, and no further than
 * a form can be long.
 */
import { MOST } from './admission.js';
import { Refusal } from './refusal.js';
import { words } from './words.js';

const text = words.refused;
const MARK = '#proposal=';
/** The most letters of a link that are read. */
const LONGEST = 400_000;
/** How much is inflated at a time: a thousandfold of it can be held. */
const STEP = 512;

/** The address of this page with a form behind it. */
export async function linkTo(json, address) {
  const packed = await drained(deflate(new TextEncoder().encode(json)), Infinity);
  return `${address.split('#')[0]}${MARK}${base64url(packed)}`;
}

/** Whether a fragment carries a form. */
export const isLink = (fragment) => fragment.startsWith(MARK);

/** The JSON text in a fragment. */
export async function textIn(fragment) {
  if (fragment.length > LONGEST) throw new Refusal(text.tooLong);
  try {
    const bytes = await drained(inflate(bytesOf(fragment.slice(MARK.length))), MOST.letters);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(text.cutLink);
  }
}

const deflate = (bytes) => new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
const inflate = (bytes) => inSteps(bytes).pipeThrough(new DecompressionStream('deflate-raw'));

/** A stream that gives the next few bytes only when the last were taken. */
function inSteps(bytes) {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from + STEP));
      from += STEP;
    },
  }, { highWaterMark: 0 });
}

/** All bytes of a stream, which is let go of once they are more than `most`. */
async function drained(stream, most) {
  const chunks = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new Refusal(text.tooLong);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function base64url(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const bytesOf = (base64) => Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
