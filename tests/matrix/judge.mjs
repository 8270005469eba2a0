// What the package says of the cases, in whatever host this runs.

/** How many cases there were, and the names of those that the library judges otherwise. */
export function judge({ Rulebook, rulebooks }, cases) {
  const differs = ({ text, embedded, proposal, options, report }) => {
    const rulebook = text === undefined ? rulebooks[embedded] : Rulebook.parse(text);
    return ordered(rulebook.check(JSON.parse(proposal), options)) !== ordered(report);
  };
  return { cases: cases.length, differences: cases.filter(differs).map(({ name }) => name) };
}

/** The JSON of a value, its keys in alphabetical order: their order says nothing. */
function ordered(value) {
  return JSON.stringify(value, (key, inner) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
