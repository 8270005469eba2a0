//! `callcheck schema`: what a rulebook, or a proposal to one call, may hold.

use std::process::ExitCode;

use crate::args::Schema;
use crate::failure::Failure;
use crate::output;

/// Prints a JSON Schema.
pub fn run(of: &Schema) -> Result<ExitCode, Failure> {
    let schema = match of {
        Schema::Rulebook => callcheck::rulebook_schema(),
        Schema::Proposal { rulebook } => rulebook.load()?.proposal_schema(),
    };
    output::print(&output::json(&schema)?)?;
    Ok(ExitCode::SUCCESS)
}
