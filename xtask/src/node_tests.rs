//! Tests in JavaScript, run by Node's own test runner.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::checkout::{root, target};
use crate::needs;
use crate::run::{command, run};

/// A test that waits for what never comes fails, before the whole run is ended from outside.
const LIMIT: &str = "--test-timeout=600000";

/// Runs all tests in a directory of a project.
pub fn all(project: &str, tests: &str) -> Result<()> {
    some(project, tests, |_| true)
}

/// Runs the tests in a directory of a project whose file names are chosen; without any, that is an error.
pub fn some(project: &str, tests: &str, chosen: impl Fn(&str) -> bool) -> Result<()> {
    needs::node()?;
    let chromium = needs::chromium()?;
    let files = files(&root(project).join(tests), chosen)?;
    run(with_paths(command("node", project).args(["--test", LIMIT]).args(files)).env("CHROMIUM", chromium))
}

fn files(directory: &Path, chosen: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory).with_context(|| format!("{} cannot be read", directory.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|path| test_name(path).is_some_and(|name| chosen(&name)));
    files.sort();
    ensure!(!files.is_empty(), "There is no such test in {}.", directory.display());
    Ok(files)
}

/// `node` of `node.test.mjs`; none of a file that is no test.
fn test_name(path: &Path) -> Option<String> {
    let file = path.file_name()?.to_string_lossy();
    Some(file.strip_suffix(".test.mjs")?.to_owned())
}

/// Tells the tests in JavaScript where cargo puts what it builds.
pub fn with_paths(command: &mut Command) -> &mut Command {
    command.env("CALLCHECK_COMMAND", target("debug/callcheck"));
    command.env("CALLCHECK_REFERENCE", target("reference.ndjson"))
}
