// zod for the shape; the rules across fields by hand.

import * as z from "zod";

import * as offered from "../by-hand/form.mjs";
import { numbers } from "../by-hand/numbers.mjs";
import { retyped } from "../by-hand/retyped.mjs";
import { judge, verdict } from "../by-hand/rules.mjs";

const amount = z.string().regex(offered.AMOUNT).optional();
const date = z.string().regex(offered.DATE).optional();
const count = z.int().min(0).optional();

const partner = z.object({
  name: z.string().optional(),
  country: z.enum(offered.COUNTRIES).optional(),
  type: z.enum(offered.TYPES).optional(),
  role: z.enum(offered.ROLES).optional(),
  labels: z.array(z.enum(offered.LABELS)).optional(),
  submitted: date,
  currency: z.enum(offered.CURRENCIES).optional(),
  grant: amount,
  costs: amounts(offered.COSTS),
  contributions: amounts(offered.CONTRIBUTIONS),
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
