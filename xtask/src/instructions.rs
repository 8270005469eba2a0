//! Counts the instructions of the core, with valgrind's callgrind: nearly the same in every run, whatever else the
//! machine does.

use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{cargo, output, succeeds};

/// What is counted: a function of `benches/judging`, and one case of the bench that calls it.
const COUNTED: [(&str, &str); 15] = [
    ("judged", "check_closed::2"),
    ("judged", "check_closed::5"),
    ("judged", "check_closed::40"),
    ("judged", "check_closed::1000"),
    ("judged", "check_closed::10000"),
    ("judged", "check_draft::5"),
    ("judged", "check_draft::40"),
    ("judged", "check_broken::5"),
    ("judged", "check_broken::40"),
    ("answered", "json_to_json::2"),
    ("answered", "json_to_json::5"),
    ("answered", "json_to_json::40"),
    ("edited", "edit_draft::5"),
    ("edited", "edit_draft::40"),
    ("loaded", "load::innovation-express-2013"),
];

/// Prints a table of them all.
pub fn count() -> Result<()> {
    if !succeeds(Command::new("valgrind").arg("--version")) {
        bail!("valgrind is missing. Install it.");
    }
    let benches = executable()?;
    println!("| | instructions |\n| --- | --: |");
    for (function, case) in COUNTED {
        println!("| {case} | {} |", grouped(instructions(&benches, function, case)?));
    }
    Ok(())
}

/// Builds the benches, and tells where they are.
fn executable() -> Result<String> {
    let messages = output(&mut cargo(&["bench", "--bench", "judging", "--no-run", "--message-format", "json"]))?;
    let mut executables = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(str::to_owned)
    });
    executables.next_back().context("cargo names no executable of the benches")
}

/// Runs a case once, and counts what the function and all that it calls do.
fn instructions(benches: &str, function: &str, case: &str) -> Result<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no"]);
    valgrind.arg(format!("--toggle-collect=judging::{function}*"));
    let run = valgrind.args([benches, "--test", "--exact", &format!("judging::{case}")]).output()?;
    let said = String::from_utf8_lossy(&run.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    match collected {
        Some(instructions) if instructions > 0 => Ok(instructions),
        _ => bail!("{case}: nothing was counted in {function}.\n{said}"),
    }
}

/// With commas between the thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}
