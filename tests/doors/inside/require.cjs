// Answers every case with the package as a CommonJS module; reads and writes a line of JSON a case.

const { readFileSync } = require("node:fs");
const callcheck = require("callcheck");

import("./answer.mjs").then(({ answer }) => {
  for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
    console.log(JSON.stringify(answer(callcheck, JSON.parse(line))));
  }
});
