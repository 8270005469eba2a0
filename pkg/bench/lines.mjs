// Many proposals, one a line, for `callcheck batch`: `node pkg/bench/lines.mjs 1000000 > proposals.ndjson`

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { proposals } from "./proposals.mjs";

/** Four partners take 1.3 KB. */
const PARTNERS = 4;
/** How many lines are written at a time. */
const BLOCK = 1000;

const variants = proposals(PARTNERS).map(({ proposal }) => `${JSON.stringify(proposal)}\n`);

function* blocks(count) {
  const block = lines(BLOCK);
  for (let left = count; left > 0; left -= BLOCK) yield left < BLOCK ? lines(left) : block;
}

function lines(count) {
  return Buffer.from(Array.from({ length: count }, (_, index) => variants[index % variants.length]).join(""));
}

await pipeline(Readable.from(blocks(Number(process.argv[2]))), process.stdout);
