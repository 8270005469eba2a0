// The types serve `require`, too.

import callcheck = require("callcheck");

const rulebook: callcheck.Rulebook = callcheck.Rulebook.parse("{}");
export const report: callcheck.Report = rulebook.check({}, { draft: true });
