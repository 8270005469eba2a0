"use client";

// The same with the module as a file of its own.

import * as callcheck from "callcheck/slim";
import { useEffect } from "react";
import cases from "../../cases.json";
import { judge } from "../../judge.mjs";

export default function Page() {
  useEffect(() => {
    callcheck.preload().then(() => {
      globalThis.answer = judge(callcheck, cases);
    });
  }, []);
  return <p>Judging</p>;
}
