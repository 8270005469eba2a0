const callcheck = require("callcheck");
const cases = require("./cases.json");
const { judge } = require("./judge.mjs");

console.log(JSON.stringify(judge(callcheck, cases)));
