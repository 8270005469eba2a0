// The rules of the 2013 call, on numbers, as a portal's developer would write them for this call.
//
// A proposal comes here as numbers and texts, `undefined` where something is not given or not
// readable. What comes out is what callcheck's verdict says too: which rules are broken, each with
// its message, and what is still waited for. It knows nothing of limits, of exchange rates, of
// drafts or of where the call says so.

const FUNDERS = new Set(["DK", "FI", "IS", "LT", "NO", "SE"]);
const APPLICANTS = new Set(["cluster", "network", "research"]);
const DEADLINE = "2013-05-31";

/** `{ broken: [{ rule, severity, path, message }], missing: [path] }` */
export function judge(proposal) {
  const outcome = { broken: [], missing: [] };
  duration(proposal, outcome);
  window(proposal, outcome);
  const sums = sumUp(proposal, outcome);
  ranges(sums, outcome);
  transnational(sums, outcome);
  if (sums.danes > 0) denmark(sums, outcome);
  return outcome;
}

/** The verdict that follows. */
export function verdict({ broken, missing }) {
  for (let i = 0; i < broken.length; i++) {
    if (broken[i].severity === "error") return "ineligible";
  }
  return missing.length > 0 ? "incomplete" : "eligible";
}

function duration({ months }, outcome) {
  if (months === undefined) {
    outcome.missing.push("/months");
  } else if (months < 12) {
    error(
      outcome,
      "duration",
      "/months",
      `The project runs for ${months} months; at least 12 are asked for.`,
    );
  } else if (months > 18) {
    error(outcome, "duration", "/months", `The project runs for ${months} months; at most 18 are allowed.`);
  }
}

function window({ submitted }, outcome) {
  if (submitted < "2013-02-01" || submitted > DEADLINE) {
    advice(
      outcome,
      "call-window",
      "/submitted",
      `Filed on ${submitted}; the call is open from 1 February to 31 May 2013.`,
    );
  }
}

/** Walks the partners once: what each of them breaks, and the sums over them. */
function sumUp(proposal, outcome) {
  const sums = {
    countries: new Map(),
    unknownCountry: false,
    foreignCluster: false,
    unknownType: false,
    danes: 0,
    danesFunded: false,
    label: false,
    grant: 0,
    costs: 0,
    costsKnown: true,
    contributions: 0,
    own: 0,
    contributionsKnown: true,
    smes: 0,
    smesKnown: true,
  };
  const { partners } = proposal;
  for (let i = 0; i < partners.length; i++) {
    const partner = partners[i];
    if (partner.country === undefined) {
      sums.unknownCountry = true;
      outcome.missing.push(`/partners/${i}/country`);
    } else if (partner.country === "DK") {
      dane(partner, i, proposal, sums, outcome);
    } else {
      foreigner(partner, i, sums, outcome);
    }
  }
  return sums;
}

function foreigner(partner, index, sums, outcome) {
  const { country, type, grant } = partner;
  ofCountry(partner, sums);
  if (type === "cluster" || type === "network") sums.foreignCluster = true;
  else if (type === undefined) sums.unknownType = true;
  if (grant === 0) return;
  if (grant === undefined) {
    if (!FUNDERS.has(country) || !APPLICANTS.has(type)) outcome.missing.push(`/partners/${index}/grant`);
    return;
  }
  if (country === "LV") {
    advice(
      outcome,
      "home-agency-latvia",
      `/partners/${index}/country`,
      "Latvia is not on the list of countries that pay.",
    );
  } else if (!FUNDERS.has(country)) {
    error(outcome, "home-agency", `/partners/${index}/country`, `No agency pays partners from ${country}.`);
  }
  if (type === undefined) {
    outcome.missing.push(`/partners/${index}/type`);
  } else if (!APPLICANTS.has(type)) {
    error(
      outcome,
      "applicant",
      `/partners/${index}/type`,
      `Grants go to clusters, networks and research environments, not to type ${type}.`,
    );
  }
}

function dane(partner, index, proposal, sums, outcome) {
  const { grant, costs, contributions, smes, type, labels } = partner;
  ofCountry(partner, sums);
  sums.danes++;
  if (type === "cluster" && labels.length > 0) sums.label = true;
  if (grant === undefined || (grant > 0 && partner.currency !== "DKK")) {
    outcome.missing.push(`/partners/${index}/grant`);
  } else {
    sums.grant += grant;
    if (grant > 0) {
      sums.danesFunded = true;
      deadline(partner.submitted ?? proposal.submitted, index, outcome);
    }
  }
  if (costs === undefined) {
    sums.costsKnown = false;
    outcome.missing.push(`/partners/${index}/costs`);
  } else {
    sums.costs += costs;
  }
  if (contributions === undefined) {
    sums.contributionsKnown = false;
  } else {
    sums.contributions += contributions.all;
    sums.own += contributions.own;
  }
  if (smes === undefined) {
    sums.smesKnown = false;
  } else {
    sums.smes += smes;
  }
}

function deadline(submitted, index, outcome) {
  if (submitted === undefined) {
    outcome.missing.push(`/partners/${index}/submitted`);
  } else if (submitted > DEADLINE) {
    error(
      outcome,
      "dk-deadline",
      `/partners/${index}/submitted`,
      `Filed in Denmark on ${submitted}; the last day is ${DEADLINE}.`,
    );
  }
}

/** Counts a partner into the funded grants of its country, in euros; other currencies cannot be told. */
function ofCountry({ country, grant, currency }, { countries }) {
  const known = grant === 0 || (grant !== undefined && currency === "EUR");
  const sum = countries.get(country);
  if (sum === undefined) {
    countries.set(country, { grant: grant ?? 0, known, funded: grant > 0 });
  } else {
    sum.grant += grant ?? 0;
    sum.known &&= known;
    sum.funded ||= grant > 0;
  }
}

function ranges({ countries, unknownCountry }, outcome) {
  for (const [country, { grant, known, funded }] of countries) {
    if (!known || !funded || unknownCountry || !FUNDERS.has(country)) continue;
    if (grant < 10_000 || grant > 60_000) {
      advice(
        outcome,
        "national-range",
        "/partners",
        `${country} asks for EUR ${grant.toFixed(2)}; EUR 10,000 to 60,000 are expected.`,
      );
    }
  }
}

function transnational({ countries, unknownCountry }, outcome) {
  if (countries.size < 2 && !unknownCountry) {
    error(
      outcome,
      "transnational",
      "/partners",
      "The partners are from one country; at least two are asked for.",
    );
  }
}

function denmark(sums, outcome) {
  const { grant, costs, unknownCountry } = sums;
  if (grant > 250_000) {
    error(
      outcome,
      "dk-cap",
      "/partners",
      `The Danish partners request DKK ${grant.toFixed(2)}; at most DKK 250,000 are allowed.`,
    );
  }
  if (sums.costsKnown && !unknownCountry && grant > costs / 2) {
    error(
      outcome,
      "dk-half",
      "/partners",
      `The Danish partners request DKK ${grant.toFixed(2)}; at most half of their costs, DKK ${(costs / 2).toFixed(2)}, is allowed.`,
    );
  }
  if (sums.danesFunded) danishProject(sums, outcome);
}

/** What is asked of a project with funded Danish partners. A partner of no known country may be what is asked for. */
function danishProject(sums, outcome) {
  if (sums.unknownCountry) return;
  if (sums.contributionsKnown && sums.own < sums.contributions * 0.4) {
    advice(
      outcome,
      "dk-private",
      "/partners",
      `Companies bring DKK ${sums.own.toFixed(2)} of DKK ${sums.contributions.toFixed(2)}; at least 40 % is expected.`,
    );
  }
  if (sums.smes < 3 && sums.smesKnown) {
    error(outcome, "dk-smes", "/partners", `${sums.smes} Danish SMEs take part; at least 3 are asked for.`);
  } else if (sums.smes < 3) {
    outcome.missing.push("/partners");
  }
  if (!sums.foreignCluster && !sums.unknownType) {
    error(
      outcome,
      "dk-foreign-cluster",
      "/partners",
      "A cluster or network from outside Denmark is asked for.",
    );
  } else if (!sums.foreignCluster) {
    outcome.missing.push("/partners");
  }
  if (!sums.label) {
    error(outcome, "dk-label", "/partners", "A Danish cluster with the bronze label or better is asked for.");
  }
}

function error({ broken }, rule, path, message) {
  broken.push({ rule, severity: "error", path, message });
}

function advice({ broken }, rule, path, message) {
  broken.push({ rule, severity: "advice", path, message });
}
