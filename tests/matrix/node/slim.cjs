const callcheck = require("callcheck/slim");
const cases = require("./cases.json");

import("./judge.mjs").then(({ judge }) => console.log(JSON.stringify(judge(callcheck, cases))));
