import { readFileSync } from "node:fs";
import * as callcheck from "callcheck/slim";
import { judge } from "./judge.mjs";

console.log(JSON.stringify(judge(callcheck, JSON.parse(readFileSync("cases.json", "utf8")))));
