//! `callcheck show`: the rules of one call, for people.

use std::process::ExitCode;

use crate::args::ShowArgs;
use crate::failure::Failure;
use crate::{output, render};

/// Prints the rule sheet of a rulebook.
pub fn run(args: &ShowArgs) -> Result<ExitCode, Failure> {
    let sheet = args.rulebook.load()?.sheet();
    output::print(&render::sheet(&sheet, output::width()))?;
    Ok(ExitCode::SUCCESS)
}
