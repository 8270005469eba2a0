// Judged on the server, for each request.

import * as callcheck from "callcheck";
import cases from "../cases.json";
import { judge } from "../judge.mjs";

export const dynamic = "force-dynamic";

export default function Page() {
  return <pre id="answer">{JSON.stringify(judge(callcheck, cases))}</pre>;
}
