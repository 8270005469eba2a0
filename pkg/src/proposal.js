// The shape of a proposal.

import { fields, list, oneOrMore, scalar, table } from "./written.js";

const amounts = table(scalar);
const answers = table(oneOrMore(scalar));

const partner = fields({
  name: scalar,
  country: scalar,
  region: scalar,
  type: scalar,
  size: scalar,
  role: scalar,
  labels: list(scalar),
  submitted: scalar,
  currency: scalar,
  grant: scalar,
  costs: amounts,
  contributions: amounts,
  answers,
});

/** A proposal of at most so many partners. */
function proposalOf(mostPartners) {
  return fields({
    title: scalar,
    strand: scalar,
    months: scalar,
    start: scalar,
    end: scalar,
    submitted: scalar,
    currency: scalar,
    grant: scalar,
    costs: amounts,
    contributions: amounts,
    answers,
    partners: list(partner, mostPartners),
  });
}

/** A proposal to judge once: of a longer list of partners the core says that it is too long. */
export const judged = proposalOf(10_000);

/** A proposal to hold: those beyond the longest list come back when others are removed. */
export const held = proposalOf(100_000);

/**
 * The shape of the place that an RFC 6901 pointer names in a proposal that is held. Escapes stay as they
 * are: no field has one in its name, and under whatever key of a table the shape is the same.
 */
export function placeAt(pointer) {
  return pointer.split("/").slice(1).reduce((shape, token) => shape.at(token), held);
}
