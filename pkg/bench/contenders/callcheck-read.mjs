// callcheck, and then every field of the report read: what it put off until it is read, it does now.

import { check as checked, form as formed, outcome } from "./callcheck.mjs";

export const name = "callcheck, all read";

export function check(proposal) {
  return read(checked(proposal));
}

export function form(proposal) {
  const held = formed(proposal);
  return { type: (index, grant) => read(held.type(index, grant)) };
}

export { outcome };

function read(report) {
  visit(report);
  return report;
}

function visit(value) {
  if (typeof value !== "object" || value === null) return;
  for (const key in value) visit(value[key]);
}
