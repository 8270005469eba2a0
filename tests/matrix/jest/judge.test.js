const callcheck = require("callcheck");
const cases = require("./cases.json");

test.each(cases)("$name", ({ text, embedded, proposal, options, report }) => {
  const rulebook = text === undefined ? callcheck.rulebooks[embedded] : callcheck.Rulebook.parse(text);
  expect(rulebook.check(JSON.parse(proposal), options)).toEqual(report);
});
