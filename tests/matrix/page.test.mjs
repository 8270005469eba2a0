// Pages that are only files, in Chromium: an import map, and a classic script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, files } from "./browser.mjs";
import { project, same } from "./host.mjs";

const address = await files(project("page"));

for (const page of ["importmap", "slim", "classic"]) {
  test(`a static page: ${page}`, async () => assert.deepEqual(await answerOf(`${address}/${page}.html`), same));
}
