import * as callcheck from "callcheck";
import { expect, test } from "vitest";
import cases from "./cases.json";
import { judge } from "./judge.mjs";

test("the same reports", () => expect(judge(callcheck, cases)).toEqual({ cases: cases.length, differences: [] }));
