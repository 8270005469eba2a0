// zod for the shape; the rules across fields by hand.

import * as z from "zod";

import {
  AMOUNT,
  CONTRIBUTIONS,
  COSTS,
  COUNTRIES,
  CURRENCIES,
  DATE,
  LABELS,
  ROLES,
  TYPES,
} from "../by-hand/form.mjs";
import { numbers } from "../by-hand/numbers.mjs";
import { retyped } from "../by-hand/retyped.mjs";
import { judge, verdict } from "../by-hand/rules.mjs";

const amount = z.string().regex(AMOUNT).optional();
const date = z.string().regex(DATE).optional();
const count = z.int().min(0).optional();

const partner = z.object({
  name: z.string().optional(),
  country: z.enum(COUNTRIES).optional(),
  type: z.enum(TYPES).optional(),
  role: z.enum(ROLES).optional(),
  labels: z.array(z.enum(LABELS)).optional(),
  submitted: date,
  currency: z.enum(CURRENCIES).optional(),
  grant: amount,
  costs: amounts(COSTS),
  contributions: amounts(CONTRIBUTIONS),
  answers: z.object({ smes: count }).optional(),
});

const schema = z.object({
  title: z.string().optional(),
  months: count,
  start: date,
  end: date,
  submitted: date,
  partners: z.array(partner),
});

function amounts(keys) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, amount]))).optional();
}

export const name = "zod";

/** `{ verdict, broken, missing, unreadable }` */
export function check(proposal) {
  const { success, data, error } = schema.safeParse(proposal);
  if (!success) {
    const unreadable = error.issues.map(({ path, message }) => ({ path: `/${path.join("/")}`, message }));
    return { verdict: "incomplete", broken: [], missing: [], unreadable };
  }
  const outcome = judge(numbers(data));
  return { verdict: verdict(outcome), ...outcome, unreadable: [] };
}

export const form = retyped(check);

export function outcome(result) {
  return result;
}
