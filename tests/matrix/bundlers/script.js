import * as callcheck from "callcheck/slim";
import cases from "./cases.json";
import { judge } from "./judge.mjs";

callcheck.preload().then(() => (globalThis.answer = judge(callcheck, cases)));
