// AJV for the shape, by a JSON Schema; the rules across fields by hand.

import Ajv from "ajv";

import * as offered from "../by-hand/form.mjs";
import { numbers } from "../by-hand/numbers.mjs";
import { retyped } from "../by-hand/retyped.mjs";
import { judge, verdict } from "../by-hand/rules.mjs";

const amount = { type: "string", pattern: offered.AMOUNT.source };
const date = { type: "string", pattern: offered.DATE.source };
const count = { type: "integer", minimum: 0 };

const partner = {
  type: "object",
  properties: {
    name: { type: "string" },
    country: { enum: offered.COUNTRIES },
    type: { enum: offered.TYPES },
    role: { enum: offered.ROLES },
    labels: { type: "array", items: { enum: offered.LABELS } },
    submitted: date,
    currency: { enum: offered.CURRENCIES },
    grant: amount,
    costs: amounts(offered.COSTS),
    contributions: amounts(offered.CONTRIBUTIONS),
    answers: { type: "object", properties: { smes: count } },
  },
};

const schema = {
  type: "object",
  properties: {
    title: { type: "string" },
    months: count,
    start: date,
    end: date,
    submitted: date,
    partners: { type: "array", items: partner },
  },
  required: ["partners"],
};

function amounts(keys) {
  return {
    type: "object",
    properties: Object.fromEntries(keys.map((key) => [key, amount])),
    additionalProperties: false,
  };
}

const validate = new Ajv({ allErrors: true }).compile(schema);

export const name = "AJV";

/** `{ verdict, broken, missing, unreadable }` */
export function check(proposal) {
  const unreadable = validate(proposal)
    ? []
    : validate.errors.map(({ instancePath, message }) => ({ path: instancePath, message }));
  if (unreadable.length > 0) return { verdict: "incomplete", broken: [], missing: [], unreadable };
  const outcome = judge(numbers(proposal));
  return { verdict: verdict(outcome), ...outcome, unreadable };
}

export const form = retyped(check);

export function outcome(result) {
  return result;
}
