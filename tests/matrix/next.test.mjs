// Next, built and started: a page and a route of the server, a route of the edge runtime, and pages
// of the client, run in Chromium.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { answerOf } from "./browser.mjs";
import { project, run, same, serving } from "./host.mjs";

const directory = project("next");
const next = join(directory, "node_modules/next/dist/bin/next");

for (const bundler of ["turbopack", "webpack"]) {
  test(`Next, built by ${bundler}`, async (t) => {
    run(directory, "next", "build", `--${bundler}`);
    const address = await serving(directory, process.execPath, next, "start", "--hostname", "127.0.0.1", "--port", "0");
    const text = async (path) => (await fetch(`${address}/${path}`)).text();
    await t.test("a page of the server", async () => {
      const [, answer] = /<pre id="answer">(.*?)<\/pre>/.exec(await text("")) ?? [];
      assert.deepEqual(JSON.parse(answer.replaceAll("&quot;", '"')), same);
    });
    for (const route of ["route", "edge"]) await t.test(`a route: ${route}`, async () => assert.deepEqual(JSON.parse(await text(route)), same));
    for (const page of ["client", "slim"]) await t.test(`a page: ${page}`, async () => assert.deepEqual(await answerOf(`${address}/${page}`), same));
  });
}
