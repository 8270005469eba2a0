// What the package says of one case, in the form of the reference. Runs in Node and in a browser.

/** Through `check`, of a rulebook's text. */
export function answer(callcheck, { text, embedded, proposal, options }) {
  return ask(callcheck, text, embedded, proposal, (rulebook, value) => rulebook.check(value, options));
}

/** Through a session, of a rulebook given as an object where its text is one. */
export function answerOfSession(callcheck, { text, embedded, proposal, options }) {
  return ask(callcheck, proposal && text ? JSON.parse(text) : text, embedded, proposal, (rulebook, value) => {
    const session = rulebook.session({}, options);
    session.set("", value);
    const report = session.report();
    session.free();
    return report;
  });
}

function ask({ Rulebook, RulebookError, rulebooks }, written, embedded, proposal, judge) {
  try {
    const rulebook = embedded === undefined ? Rulebook.parse(written) : rulebooks[embedded];
    return proposal === undefined ? { advice: rulebook.advice } : { report: judge(rulebook, JSON.parse(proposal)) };
  } catch (error) {
    if (error instanceof RulebookError) return { problems: error.problems };
    if (error instanceof SyntaxError) return { unreadable: true };
    if (error instanceof TypeError && error.message.startsWith("The options")) return { misused: true };
    throw error;
  }
}
