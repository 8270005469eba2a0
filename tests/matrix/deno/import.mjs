import * as callcheck from "callcheck";
import cases from "./cases.json" with { type: "json" };
import { judge } from "./judge.mjs";

console.log(JSON.stringify(judge(callcheck, cases)));
