// The proposals of the bench: made by counting, so that they are the same in every run.
//
// Of every size there is one that keeps all rules of the 2013 edition, and variants of it that
// break a rule, keep one back, or hold something unreadable. No amount is real.

/** Countries in turn: Danish partners have the most rules, so they come often. */
const HOMES = [
  { country: "DK", currency: "DKK", rate: 7.5 },
  { country: "SE", currency: "SEK", rate: 8.5 },
  { country: "NO", currency: "NOK", rate: 7.5 },
  { country: "FI", currency: "EUR", rate: 1 },
  { country: "LT", currency: "EUR", rate: 1 },
  { country: "DK", currency: "DKK", rate: 7.5 },
  { country: "SE", currency: "SEK", rate: 8.5 },
  { country: "IS", currency: "ISK", rate: 160 },
];
const TYPES = ["cluster", "network", "research"];
/** What all partners of a country ask for together, in euros: within every range. */
const COUNTRY_GRANT = 30_000;

/** Every variant of a proposal of so many partners: `{ name, proposal }`. */
export function proposals(size) {
  return VARIANTS.map(([name, change]) => {
    const proposal = sound(size);
    change(proposal);
    return { name, proposal };
  });
}

/** A proposal that keeps every rule. */
export function sound(size) {
  const homes = Array.from({ length: size }, (_, index) => HOMES[index % HOMES.length]);
  return {
    title: `Bench ${size}`,
    start: "2013-09-01",
    end: "2015-02-28",
    submitted: "2013-05-30",
    partners: homes.map((home, index) => partner(home, index, sharing(homes, home.country))),
  };
}

function sharing(homes, country) {
  return homes.filter((home) => home.country === country).length;
}

function partner({ country, currency, rate }, index, compatriots) {
  const grant = Math.floor((COUNTRY_GRANT * rate) / compatriots);
  return {
    name: `Partner ${index + 1}`,
    country,
    type: TYPES[index % TYPES.length],
    role: index === 0 ? "lead" : "partner",
    labels: index === 0 ? ["ecei-bronze"] : [],
    currency,
    grant: amount(grant, currency),
    costs: costs(2 * grant + 100 + index, currency),
    contributions: contributions(grant + 100 + index, currency),
    answers: { smes: 3 + (index % 7) },
  };
}

function costs(all, currency) {
  const travel = Math.floor(all / 5);
  const events = Math.floor(all / 7);
  return {
    staff: amount(all - travel - events, currency),
    travel: amount(travel, currency),
    events: amount(events, currency),
    external: amount(0, currency),
  };
}

function contributions(all, currency) {
  const own = Math.floor(all / 4);
  return {
    public: amount(all - 2 * own, currency),
    private: amount(own, currency),
    "in-kind": amount(own, currency),
  };
}

/** As a form has it: with cents, where the currency has any. */
function amount(whole, currency) {
  return currency === "ISK" || whole === 0 ? String(whole) : `${whole}.50`;
}

/** What is changed in a sound proposal. The first two partners are a Danish and a Swedish one. */
const VARIANTS = [
  ["eligible", () => {}],
  ["eligible, months given", (proposal) => replaceDates(proposal, 15)],
  ["eligible, one unfunded", ({ partners }) => Object.assign(partners[1], { type: "network", grant: "0" })],
  ["eligible, filed before the window", (proposal) => (proposal.submitted = "2013-01-15")],
  ["eligible, little private money", ({ partners }) => partners.forEach(withPublicMoneyOnly)],
  ["too much for Denmark", ({ partners: [dane] }) => (dane.grant = "250000.01")],
  ["more than half of the costs", ({ partners }) => partners.forEach((one) => (one.costs = { staff: "10" }))],
  ["a day too long", (proposal) => (proposal.end = "2015-03-01")],
  ["too short", (proposal) => (proposal.end = "2014-08-30")],
  ["a company", ({ partners }) => (partners[1].type = "company")],
  ["a German grant", ({ partners }) => (partners[1].country = "DE")],
  ["a Latvian grant, which is advice", ({ partners }) => (partners[1].country = "LV")],
  ["one country", ({ partners }) => partners.forEach(moveToDenmark)],
  ["too few Danish companies", ({ partners }) => partners.forEach((one) => (one.answers.smes = 0))],
  ["no label", ({ partners }) => (partners[0].labels = [])],
  ["a Danish partner files late", ({ partners }) => (partners[0].submitted = "2013-06-01")],
  ["incomplete, a Danish grant", ({ partners }) => delete partners[0].grant],
  ["incomplete, Danish costs", ({ partners }) => delete partners[0].costs],
  ["incomplete, a country", ({ partners }) => delete partners[1].country],
  ["incomplete, a type", ({ partners }) => delete partners[1].type],
  ["incomplete, the end", (proposal) => delete proposal.end],
  ["incomplete, the day it is filed", (proposal) => delete proposal.submitted],
  ["incomplete, an amount that is none", ({ partners }) => (partners[0].grant = "ten")],
  ["incomplete, a country that is none", ({ partners }) => (partners[1].country = "XX")],
  ["too long, and a Danish grant is missing", lengthen],
];

function replaceDates(proposal, months) {
  delete proposal.start;
  delete proposal.end;
  proposal.months = months;
}

function moveToDenmark(partner) {
  Object.assign(partner, { country: "DK", currency: "DKK" });
}

function lengthen(proposal) {
  proposal.end = "2015-12-31";
  delete proposal.partners[0].grant;
}

function withPublicMoneyOnly(partner) {
  partner.contributions = { public: partner.grant };
}
