// The rulebook's JSON Schema in an editor: what Visual Studio Code's own JSON service completes and explains.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import service from "vscode-json-languageservice";

const schema = JSON.parse(execFileSync(process.env.CALLCHECK_COMMAND, ["schema", "rulebook"], { encoding: "utf8" }));
const editor = service.getLanguageService({});
editor.configure({ validate: true, schemas: [{ uri: schema.$id, fileMatch: ["*"], schema }] });

/** The text at the mark `|`, as the editor sees it. */
function open(marked) {
  const text = marked.replace("|", "");
  const document = service.TextDocument.create("file:///call.json", "json", 1, text);
  return { document, json: editor.parseJSONDocument(document), position: document.positionAt(marked.indexOf("|")) };
}

/** What is offered at the mark: label and help of each. */
async function offered(marked) {
  const { document, json, position } = open(marked);
  const { items } = await editor.doComplete(document, position, json);
  return new Map(items.map(({ label, documentation }) => [label.replaceAll('"', ""), documentation?.value ?? documentation]));
}

async function labels(marked) {
  return [...(await offered(marked)).keys()].sort();
}

async function hover(marked) {
  const { document, json, position } = open(marked);
  const found = await editor.doHover(document, position, json);
  return found.contents.map((text) => text.replaceAll("\\", "")).join("\n");
}

const atom = (inside) => `{ "rules": [{ "id": "a", "title": "A", "require": { ${inside} } }] }`;
const numbers = ["above", "below", "in", "is", "max", "min"];

test("an atom offers what its measure takes, and nothing else", async () => {
  for (const [measure, keys] of [
    ['"grant"', [...numbers, "of", "where"]],
    ['{ "cost": ["travel"] }', [...numbers, "of", "where"]],
    ['"partners"', [...numbers, "of", "where"]],
    ['"countries"', [...numbers, "of", "where"]],
    ['"months"', numbers],
    ['"submitted"', ["above", "below", "max", "min"]],
    ['"country"', ["in", "is"]],
    ['"labels"', ["in", "within"]],
    ['"strand"', ["in", "is"]],
    ['{ "answer": "smes" }', [...numbers, "of", "where", "within"]],
  ]) {
    assert.deepEqual(await labels(atom(`"measure": ${measure}, |`)), keys.sort(), measure);
  }
  assert.deepEqual(await labels(atom("|")), ["all", "any", "exists", "measure", "none", "not"]);
  assert.deepEqual(await labels(atom('"measure": "grant", "max": { "amount": "5", | }')), ["measure", "of", "where"]);
});

test("every word of the language is offered where it may stand", async () => {
  for (const [marked, some] of [
    [atom('"measure": |'), ["grant", "cost", "contribution", "partners", "countries", "months", "start", "end", "submitted", "country", "region", "type", "size", "role", "labels", "strand"]],
    [atom('"exists": { | }'), ["country", "region", "type", "size", "role", "labels", "answers", "funded", "contributing"]],
    [atom('"exists": { "size": | }'), ["micro", "small", "medium", "large", "sme"]],
    ['{ "rules": [{ "each": | }] }', ["proposal", "country", "partner"]],
    ['{ "rules": [{ "severity": | }] }', ["error", "advice"]],
    ['{ "currency": | }', ["DKK", "EUR", "SEK"]],
    ['{ "questions": { "a": { "kind": | } } }', ["count", "money", "boolean", "choice", "choices"]],
    ['{ "sources": { "a": { "kind": | } } }', ["official", "copy", "secondary"]],
    ['{ "rules": [{ "require": { "measure": "months" }, "rows": [{ | }] }] }', ["country", "strand", "min", "max", "source"]],
  ]) {
    const found = await labels(marked);
    assert.deepEqual(some.filter((label) => !found.includes(label)), [], `${marked} offers ${found.join(" ")}`);
  }
});

test("whatever is offered is explained", async () => {
  for (const marked of ["{ | }", '{ "rules": [{ | }] }', '{ "notices": [{ | }] }', '{ "questions": { "a": { | } } }', '{ "exchange": { | } }',
    '{ "rules": [{ "source": { | } }] }', '{ "sources": { "a": { | } } }', atom("|"), atom('"measure": |'), atom('"measure": "grant", |'),
    atom('"measure": "grant", "max": { | }'), atom('"exists": { | }'), '{ "rules": [{ "require": { "measure": "grant" }, "rows": [{ | }] }] }']) {
    const found = await offered(marked);
    assert.ok(found.size > 1, `${marked} offers nothing`);
    assert.deepEqual([...found].filter(([, help]) => !help).map(([label]) => label), [], marked);
  }
});

test("the text under the pointer is explained", async () => {
  for (const [marked, told] of [
    ['{ "cur|rency": "EUR" }', "The currency of amounts that carry none"],
    [atom('"measure": "months", "m|ax": 18'), "At most this whole number."],
    [atom('"mea|sure": "grant", "max": "5"'), "the grants asked of this call"],
    ['{ "rules": [{ "ea|ch": "partner" }] }', "Once for each of them."],
    ['{ "rules": [{ "source": { "sa|ys": "x" } }] }', "in words of one's own"],
  ]) {
    const found = await hover(marked);
    assert.ok(found.includes(told), `${marked}: ${found}`);
  }
});

test("the editor finds nothing wrong with the shipped rulebooks, and tells a slip", async () => {
  const folder = new URL("../../rulebooks/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.endsWith(".cases.json"));
  assert.equal(names.length, 6);
  for (const name of names) {
    const { document, json } = open(readFileSync(new URL(name, folder), "utf8") + "|");
    assert.deepEqual(await editor.doValidation(document, json), [], name);
  }
  const { document, json } = open(atom('"measure": "months", "where": {}, "max": 18') + "|");
  const told = (await editor.doValidation(document, json)).map(({ message }) => message);
  assert.ok(told.some((message) => message.includes("where")), told.join("\n"));
});
