const callcheck = require("callcheck");
const slim = require("callcheck/slim");
const cases = require("./cases.json");

test("slim is the same where modules are required", () => expect(slim.rulebooks).toBe(callcheck.rulebooks));

test.each(cases)("$name", ({ text, embedded, proposal, options, report }) => {
  const rulebook = text === undefined ? callcheck.rulebooks[embedded] : callcheck.Rulebook.parse(text);
  expect(rulebook.check(JSON.parse(proposal), options)).toEqual(report);
});
