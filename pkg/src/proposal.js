// The shape of a proposal, as the format's section 2 has it.

import { fields, list, oneOrMore, scalar, table } from "./written.js";

const amounts = table(scalar);
const answers = table(oneOrMore(scalar));

/** The most partners that are judged; of a longer list the core says that it is too long. */
const MOST_PARTNERS = 10_000;

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

export const proposal = fields({
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
  partners: list(partner, MOST_PARTNERS),
});

/** The shape of the place that an RFC 6901 pointer names. */
export function placeAt(pointer) {
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce((shape, token) => shape.at(unescape(token)), proposal);
}

function unescape(token) {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
