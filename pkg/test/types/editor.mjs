// What an editor shows: TypeScript's own language server, asked as editors ask it.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from "vscode-jsonrpc/node";

const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));

/** An editor that has a directory open. */
export async function editor(directory) {
  const server = spawn(tsc, ["--lsp", "--stdio"], { cwd: directory, stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  // The server asks for settings, and to be told of changed files: there are none.
  connection.onRequest(() => null);
  connection.listen();
  const hover = { contentFormat: ["markdown"] };
  const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: pathToFileURL(directory).href, capabilities: { textDocument: { hover, documentSymbol } } });
  await connection.sendNotification("initialized", {});
  return {
    open: (path, text) => open(connection, path, text),
    async close() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
    },
  };
}

/** A file in the editor; with a text, one that is not saved yet. */
async function open(connection, path, text = readFileSync(path, "utf8")) {
  const uri = pathToFileURL(path).href;
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "typescript", version: 1, text } });
  return {
    /** Everything that the file declares, one within the other. */
    symbols: () => connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } }),
    /** What is shown over a place, without the declaration itself. */
    async documentation(position) {
      const shown = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
      return (shown?.contents.value ?? "").replace(/^```[^]*?\n```/, "").trim();
    },
  };
}
