//! `callcheck check`: one proposal.

use std::process::ExitCode;

use callcheck::report::Verdict;
use serde_json::Value;

use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::output;
use crate::render::{self, Names};
use crate::rulebook_name::RulebookName;

/// Judges one proposal, and prints the report.
pub fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let (rulebook, options) = args.judge.load()?;
    let text = args.proposal.text()?;
    let Ok(report) = rulebook.check_json(&text.content, &options) else {
        return Err(Failure::no_json(text, &proposal_form(&args.judge.rulebook)));
    };
    if args.json {
        output::print(&output::json(&report)?)?;
    } else {
        // Only for names: where the text is too deep for this, partners go by their numbers.
        let proposal = serde_json::from_str(&text.content).unwrap_or(Value::Null);
        let (call, sheet) = (rulebook.to_value(), rulebook.sheet());
        let names = Names::new(&call, &sheet, &proposal);
        output::print(&render::report(&report, &names, output::width()))?;
    }
    Ok(ExitCode::from(code(report.verdict)))
}

fn proposal_form(rulebook: &RulebookName) -> String {
    format!("A proposal is one JSON object; `callcheck schema proposal --rulebook {rulebook}` prints what it may hold.")
}

/// The exit code of a verdict; 2 is kept for what is unreadable or misused.
fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Eligible => 0,
        Verdict::Ineligible => 1,
        Verdict::Incomplete => 3,
    }
}
