// UTF-8 where the host has none of its own.

import assert from "node:assert/strict";
import { test } from "node:test";

const { TextDecoder, TextEncoder } = globalThis;
delete globalThis.TextDecoder;
delete globalThis.TextEncoder;
const own = await import("../src/text-coding.js");
Object.assign(globalThis, { TextDecoder, TextEncoder });

const TEXTS = ["", "Grant", "100 %", "Ærø, Åland, Łódź", "\u0000\u007F\u0080\u07FF\u0800\uFEFF\uFFFF", "€ 𝔸 👩‍🔬", "a\uD800b", "\uDC00\uD800", "x".repeat(100_000)];

test("what is written and read is what the host's own would write and read", () => {
  assert.notEqual(own.TextDecoder, TextDecoder);
  for (const text of TEXTS) {
    const bytes = new own.TextEncoder().encode(text);
    assert.deepEqual(bytes, new TextEncoder().encode(text));
    assert.equal(new own.TextDecoder().decode(bytes), new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  }
  assert.equal(new own.TextDecoder().decode(), "");
});
