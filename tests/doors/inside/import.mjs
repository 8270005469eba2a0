// Answers every case with the package as an ES module; reads and writes a line of JSON a case.

import { readFileSync } from "node:fs";
import * as callcheck from "callcheck";
import { answer, answerOfSession } from "./answer.mjs";

const ask = process.argv[3] === "session" ? answerOfSession : answer;
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  console.log(JSON.stringify(ask(callcheck, JSON.parse(line))));
}
