//! `callcheck new`: a rulebook to start from, with its cases.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callcheck::embedded;

use crate::args::NewArgs;
use crate::failure::Failure;
use crate::output;
use crate::render::starter;

/// A rulebook has no comments: what is to be learnt of a rule stands in what its source says.
const RULEBOOK: &str = include_str!("starter.json");
const CASES: &str = include_str!("starter.cases.json");

/// Writes both files, and tells what is in them and what to do next.
pub fn run(args: &NewArgs) -> Result<ExitCode, Failure> {
    let id = id(&args.file)?;
    let rulebook = RULEBOOK.replacen("\"my-call\"", &format!("\"{id}\""), 1).replacen(
        "\"My call\"",
        &format!("\"{}\"", title(&id)),
        1,
    );
    let cases = CASES.replacen("\"my-call\"", &format!("\"{id}\""), 1);
    let [to_rulebook, to_cases] =
        ["json", "cases.json"].map(|ending| args.file.with_file_name(format!("{id}.{ending}")));
    if let Some(there) = [&to_rulebook, &to_cases].into_iter().find(|path| path.exists()) {
        return Err(Failure::sentence(format!(
            "{} is there already and stays as it is. Name another.",
            there.display()
        )));
    }
    write(&to_rulebook, &rulebook)?;
    write(&to_cases, &cases)?;
    output::print(&starter::guide(&rulebook, &shown(&to_rulebook), &shown(&to_cases), output::width()))?;
    Ok(ExitCode::SUCCESS)
}

/// The file's name without `.json`.
fn id(file: &Path) -> Result<String, Failure> {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let id = name.strip_suffix(".json").unwrap_or(&name);
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let is_folder = file.to_string_lossy().ends_with(std::path::is_separator);
    if is_folder || !id.split('-').all(is_word) {
        return Err(Failure::sentence(format!(
            "{} is no name of a rulebook. Write small letters and digits, joined by single hyphens, such as small-grants-2027.json.",
            file.display()
        )));
    }
    if embedded::ids().any(|known| known == id) {
        return Err(Failure::sentence(format!("{id} is the id of a built-in rulebook. Name another.")));
    }
    Ok(id.to_owned())
}

/// `small-grants-2027` is titled `Small grants 2027`.
fn title(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    first.to_uppercase() + &rest.replace('-', " ")
}

/// Never over a file that is there.
fn write(path: &PathBuf, text: &str) -> Result<(), Failure> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error: io::Error| {
        Failure::sentence(format!(
            "{} cannot be written: {error}. Name a file in a folder that is there and may be written to.",
            path.display()
        ))
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
