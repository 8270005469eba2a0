// A rulebook that has one of everything a proposal can answer to.

const source = { ref: "call" };

export const sample = {
  callcheck: 1,
  id: "sample",
  version: "1.0.0",
  title: "Sample",
  currency: "EUR",
  types: { company: "Company" },
  labels: { gold: "Gold" },
  costs: { staff: "Staff" },
  contributions: { own: "Own funds" },
  strands: { small: "Small" },
  questions: {
    smes: { of: "partner", kind: "count", label: "SMEs" },
    turnover: { of: "partner", kind: "money", label: "Turnover" },
    civil: { of: "proposal", kind: "boolean", label: "Civil" },
    field: { of: "proposal", kind: "choice", choices: { food: "Food" }, label: "Field" },
    themes: { of: "proposal", kind: "choices", choices: { sea: "Sea", air: "Air" }, label: "Themes" },
  },
  sources: { call: { title: "The call" } },
  rules: [
    { id: "grant", title: "At most a quadrillion", require: { measure: "grant", max: "999999999999999.99" }, source },
    { id: "small", title: "Small is small", strand: "small", require: { measure: "cost", max: "1000" }, source },
  ],
};

/** Nothing is wrong with it. */
export const proposal = {
  title: "A",
  strand: "small",
  months: 12,
  submitted: "2020-01-01",
  currency: "EUR",
  answers: { civil: true, field: "food", themes: ["sea"] },
  partners: [
    {
      name: "N",
      country: "SE",
      region: "SE-S",
      type: "company",
      size: "small",
      role: "lead",
      labels: ["gold"],
      submitted: "2020-01-01",
      currency: "EUR",
      grant: "100",
      costs: { staff: "200" },
      contributions: { own: "100" },
      answers: { smes: 1, turnover: "5" },
    },
  ],
};

/** Every place where a text, a number, or a yes or no is wanted. */
export const scalarPlaces = [
  "/title",
  "/strand",
  "/months",
  "/start",
  "/end",
  "/submitted",
  "/currency",
  "/grant",
  "/costs/staff",
  "/contributions/own",
  "/answers/civil",
  "/answers/field",
  "/answers/themes/0",
  "/partners/0/name",
  "/partners/0/country",
  "/partners/0/region",
  "/partners/0/type",
  "/partners/0/size",
  "/partners/0/role",
  "/partners/0/labels/0",
  "/partners/0/submitted",
  "/partners/0/currency",
  "/partners/0/grant",
  "/partners/0/costs/staff",
  "/partners/0/contributions/own",
  "/partners/0/answers/smes",
  "/partners/0/answers/turnover",
];

/** Every place where an object or a list is wanted. */
export const containerPlaces = [
  "",
  "/costs",
  "/contributions",
  "/answers",
  "/partners",
  "/partners/0",
  "/partners/0/labels",
  "/partners/0/costs",
  "/partners/0/contributions",
  "/partners/0/answers",
];

/** The proposal with a value put at a place, objects made on the way. */
export function withValue(path, value) {
  const root = { "": structuredClone(proposal) };
  const tokens = path.split("/");
  const last = tokens.pop();
  let parent = root;
  let token = "";
  for (const next of tokens.length === 0 ? [] : [...tokens.slice(1), last]) {
    parent = parent[token] ??= {};
    token = next;
  }
  parent[token] = value;
  return root[""];
}
