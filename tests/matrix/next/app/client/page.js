"use client";

// Judged in the browser, once the page lives there.

import * as callcheck from "callcheck";
import { useEffect } from "react";
import cases from "../../cases.json";
import { judge } from "../../judge.mjs";

export default function Page() {
  useEffect(() => {
    globalThis.answer = judge(callcheck, cases);
  }, []);
  return <p>Judging</p>;
}
