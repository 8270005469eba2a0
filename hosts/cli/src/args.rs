//! What the command line may say.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::input::Source;
use crate::rulebook_name::RulebookName;

/// Judges a funding proposal against the rules of a call
#[derive(Debug, Parser)]
#[command(name = "callcheck", version, max_term_width = 100, propagate_version = true)]
pub struct Args {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge one proposal and print what follows
    #[command(after_help = "Exit code: 0 eligible, 1 ineligible, 3 incomplete, 2 unreadable or misused.")]
    Check(CheckArgs),
    /// Judge many proposals, one a line, and print one report a line
    #[command(after_help = "\
Each line of the output is a report as JSON, in the order of the input.
For a line that cannot be read it is {\"line\": n, \"error\": \"…\"}.
Blank lines are skipped.

Exit code: 0, or 2 if a line could not be read.")]
    Batch(BatchArgs),
    /// List every problem of a rulebook, and what could be better in it
    #[command(after_help = "\
Each line of the output reads file:line:column: problem|advice: message.

Exit code: 0 no problem, 1 some, 2 a file could not be read.")]
    Lint(LintArgs),
    /// Judge the cases of a rulebook, and show where a report is not as expected
    #[command(after_help = "\
A case is a proposal and what its report must hold; docs/rulebook.md says how to write one.

Exit code: 0 all as expected, 1 some differ, 2 a file could not be read.")]
    Test(TestArgs),
    /// Write a rulebook to start from, with its cases
    #[command(after_help = "\
Writes NAME.json and NAME.cases.json, and tells what to do next. Overwrites nothing.

Exit code: 0, or 2 if they could not be written.")]
    New(NewArgs),
    /// List the rulebooks that are built in
    Rulebooks,
    /// Print the rules of a rulebook as a sheet for people
    #[command(after_help = "Exit code: 0, or 2 if the rulebook cannot be read.")]
    Show(ShowArgs),
    /// Print a JSON Schema (2020-12)
    Schema(SchemaArgs),
}

/// What `check` and `batch` judge by.
#[derive(Debug, clap::Args)]
pub struct JudgeArgs {
    /// A rulebook that is built in, by its id, or else a file
    #[arg(long, value_name = "ID_or_FILE")]
    pub rulebook: RulebookName,
    /// Judge as a draft: partners may still be added
    #[arg(long)]
    pub draft: bool,
    /// Exchange rates to use instead of the rulebook's: a file with {"base": …, "units": { … }}
    #[arg(long, value_name = "FILE")]
    pub exchange: Option<Source>,
}

/// `callcheck check`
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// What to judge by
    #[command(flatten)]
    pub judge: JudgeArgs,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// The proposal, or - for standard input
    #[arg(value_name = "PROPOSAL.json")]
    pub proposal: Source,
}

/// `callcheck batch`
#[derive(Debug, clap::Args)]
pub struct BatchArgs {
    /// What to judge by
    #[command(flatten)]
    pub judge: JudgeArgs,
    /// How many proposals to judge at a time [default: one for each core]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<NonZeroUsize>,
    /// The proposals, one a line, or - for standard input
    #[arg(value_name = "INPUT.ndjson")]
    pub input: Source,
}

/// More threads than any machine has use for; far more of them break down before the first proposal is judged.
const MOST_THREADS: usize = 1024;

fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number = text.parse().ok().filter(|number: &NonZeroUsize| number.get() <= MOST_THREADS);
    number.ok_or_else(|| format!("write a whole number from 1 to {MOST_THREADS}"))
}

/// `callcheck lint`
#[derive(Debug, clap::Args)]
pub struct LintArgs {
    /// The rulebooks
    #[arg(required = true, value_name = "RULEBOOK.json")]
    pub files: Vec<Source>,
}

/// `callcheck test`
#[derive(Debug, clap::Args)]
pub struct TestArgs {
    /// A rulebook that is built in, by its id, or else a file
    #[arg(value_name = "ID_or_FILE")]
    pub rulebook: RulebookName,
    /// Its cases, or - for standard input
    #[arg(value_name = "CASES.json")]
    pub cases: Source,
}

/// `callcheck new`
#[derive(Debug, clap::Args)]
pub struct NewArgs {
    /// Where to write the rulebook; its name, in kebab-case, becomes the rulebook's id
    #[arg(value_name = "FILE", default_value = "my-call.json")]
    pub file: PathBuf,
}

/// `callcheck show`
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// A rulebook that is built in, by its id, or else a file
    #[arg(value_name = "ID_or_FILE")]
    pub rulebook: RulebookName,
}

/// `callcheck schema`
#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    /// What the schema describes
    #[command(subcommand)]
    pub of: Schema,
}

/// What a schema may describe.
#[derive(Debug, Subcommand)]
pub enum Schema {
    /// Of a rulebook
    Rulebook,
    /// Of a proposal to one call
    #[command(after_help = "Exit code: 0, or 2 if the rulebook cannot be read.")]
    Proposal {
        /// A rulebook that is built in, by its id, or else a file
        #[arg(long, value_name = "ID_or_FILE")]
        rulebook: RulebookName,
    },
}
