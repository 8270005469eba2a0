import * as callcheck from "callcheck";
import cases from "../../cases.json";
import { judge } from "../../judge.mjs";

export const GET = () => Response.json(judge(callcheck, cases));
export const dynamic = "force-dynamic";
