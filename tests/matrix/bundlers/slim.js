import * as callcheck from "callcheck/slim";
import cases from "./cases.json";
import { judge } from "./judge.mjs";

await callcheck.preload();
globalThis.answer = judge(callcheck, cases);
