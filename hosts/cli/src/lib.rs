//! The command `callcheck`: judges funding proposals against the rules of a call.
//!
//! The command reads files, asks the core, and prints. What it prints for people is made by the pure
//! functions of [`render`]; what it prints for programs is the core's report as JSON.

mod args;
mod batch;
mod cases;
mod check;
mod failure;
mod input;
mod judging;
mod lint;
mod new;
mod output;
pub mod render;
mod rulebook_name;
mod rulebooks;
mod schema;
mod show;
mod text;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use failure::{Failure, UNREADABLE};

/// Does what the command line asks, and says how it went.
pub fn run() -> ExitCode {
    match obey(&Args::parse().command) {
        Ok(code) => code,
        Err(failure) => {
            output::complain(&failure);
            ExitCode::from(UNREADABLE)
        }
    }
}

fn obey(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Batch(args) => batch::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Test(args) => cases::run(args),
        Command::New(args) => new::run(args),
        Command::Rulebooks => rulebooks::run(),
        Command::Show(args) => show::run(args),
        Command::Schema(args) => schema::run(&args.of),
    }
}
