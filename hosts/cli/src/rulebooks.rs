//! `callcheck rulebooks`: what is built in.

use std::process::ExitCode;

use callcheck::embedded;

use crate::failure::Failure;
use crate::{output, render};

/// Lists the built-in rulebooks, the default first.
pub fn run() -> Result<ExitCode, Failure> {
    let rulebooks: Vec<_> = embedded::ids().filter_map(embedded::rulebook).collect();
    let rows: Vec<_> = rulebooks.iter().map(|book| [book.id(), book.version(), book.title()]).collect();
    output::print(&render::rulebooks(&rows))?;
    Ok(ExitCode::SUCCESS)
}
