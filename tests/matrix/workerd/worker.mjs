import * as callcheck from "callcheck";
import * as slim from "callcheck/slim";
import cases from "./cases.json";
import { judge } from "./judge.mjs";

export default {
  fetch: (request) => Response.json(judge(new URL(request.url).pathname === "/slim" ? slim : callcheck, cases)),
};
