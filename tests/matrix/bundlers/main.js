import * as callcheck from "callcheck";
import cases from "./cases.json";
import { judge } from "./judge.mjs";

globalThis.answer = judge(callcheck, cases);
