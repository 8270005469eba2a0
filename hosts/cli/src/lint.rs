//! `callcheck lint`: what is wrong with a rulebook, and what could be better.

use std::process::ExitCode;

use callcheck::{Problem, Rulebook};

use crate::args::LintArgs;
use crate::failure::{Failure, UNREADABLE};
use crate::input::Source;
use crate::output;
use crate::render::lint::{self, Kind};

/// What was found in all files together.
#[derive(Default)]
struct Tally {
    read: usize,
    problems: usize,
    advice: usize,
    unreadable: usize,
}

/// Lists every problem and all advice of the files. A file that cannot be read keeps none of the others from it.
pub fn run(args: &LintArgs) -> Result<ExitCode, Failure> {
    let mut tally = Tally::default();
    for file in &args.files {
        output::print(&lint_one(file, &mut tally))?;
    }
    let found = (tally.read > 0).then_some((tally.problems, tally.advice));
    output::remark(&lint::summary(found, tally.unreadable));
    Ok(match tally {
        Tally { unreadable: 1.., .. } => ExitCode::from(UNREADABLE),
        Tally { problems: 1.., .. } => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    })
}

fn lint_one(file: &Source, tally: &mut Tally) -> String {
    let text = match file.text() {
        Ok(text) => text,
        Err(failure) => {
            tally.unreadable += 1;
            output::complain(&failure);
            return String::new();
        }
    };
    tally.read += 1;
    let lines = |kind, problems: &[Problem]| problems.iter().map(|p| lint::line(&text.name, kind, p)).collect();
    match Rulebook::from_json(&text.content) {
        Ok(rulebook) => {
            tally.advice += rulebook.advice().len();
            lines(Kind::Advice, rulebook.advice())
        }
        Err(error) => {
            tally.problems += error.problems.len();
            lines(Kind::Problem, &error.problems)
        }
    }
}
