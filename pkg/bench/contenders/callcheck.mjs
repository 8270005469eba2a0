// callcheck, as its package ships it.

import { rulebooks } from "callcheck";

const rulebook = rulebooks["innovation-express-2013"];

export const name = "callcheck";

/** The full report: beside what the others give, limits, checks, notices, totals and sources. */
export function check(proposal) {
  return rulebook.check(proposal);
}

/** A form's proposal, of which one field at a time is typed anew. */
export function form(proposal) {
  const session = rulebook.session(proposal);
  return {
    type(index, grant) {
      session.set(`/partners/${index}/grant`, grant);
      return session.report();
    },
  };
}

/** What a report says, as the other contenders say it. */
export function outcome(report) {
  return { verdict: report.verdict, broken: report.findings.filter(({ rule }) => rule !== undefined) };
}
