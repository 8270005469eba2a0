//! `callcheck test`: a rulebook's own cases, and what differs from what they expect.

mod differences;
mod expectation;
mod file;
mod misspelt;
pub mod outcome;
mod vain;

use std::process::ExitCode;

use callcheck::Rulebook;

use crate::args::TestArgs;
use crate::failure::Failure;
use crate::output;
use crate::render::cases;
use outcome::Outcome;

/// Judges the proposal of every case, and tells which reports are not as expected.
pub fn run(args: &TestArgs) -> Result<ExitCode, Failure> {
    let rulebook = args.rulebook.load()?;
    let cases = file::read(args.cases.text()?, &rulebook)?;
    let outcomes: Vec<Outcome> = cases.iter().map(|case| outcome(&rulebook, case)).collect();
    output::print(&cases::outcomes(&format!("{} {}", rulebook.id(), rulebook.version()), &outcomes, output::width()))?;
    Ok(ExitCode::from(u8::from(outcomes.iter().any(Outcome::differs))))
}

fn outcome(rulebook: &Rulebook, case: &file::Case) -> Outcome {
    // A report is always JSON; a null in its place would match no expectation.
    let report = serde_json::to_value(rulebook.check(&case.proposal, &case.options)).unwrap_or_default();
    Outcome { name: case.name.clone(), differences: expectation::differences(&report, &case.expect) }
}
