//! What the library itself says of every case of the corpus: the other doors are held to it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use callcheck::{Options, Rulebook, embedded};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::checkout::root;

/// A file of cases. Texts are kept as they stand in the file, so that every door reads the same.
#[derive(Deserialize)]
struct CaseFile {
    #[serde(default, deserialize_with = "present")]
    rulebook: Option<Box<RawValue>>,
    cases: Vec<Case>,
}

/// A case: a proposal, or in some files a rulebook (as JSON, or as a text that may be none).
#[derive(Deserialize)]
struct Case {
    name: String,
    #[serde(default, deserialize_with = "present")]
    proposal: Option<Box<RawValue>>,
    options: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    rulebook: Option<Box<RawValue>>,
    text: Option<String>,
}

/// Reads what is there, be it `null`: a proposal may be.
fn present<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Box<RawValue>>, D::Error> {
    Box::deserialize(value).map(Some)
}

/// What a case puts in, and what the library answers.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    name: &'a str,
    #[serde(flatten)]
    rulebook: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<&'a Value>,
    answer: Value,
}

/// A rulebook as a case names it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Named<'a> {
    /// By the id of an embedded one.
    Embedded(String),
    /// By its text.
    Text(&'a str),
}

/// Writes a line of JSON for every case.
pub fn write(to: &Path) -> Result<()> {
    let mut lines = String::new();
    for path in case_files()? {
        let text = fs::read_to_string(&path)?;
        let file: CaseFile =
            serde_json::from_str(&text).with_context(|| format!("{} is no file of cases", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for case in &file.cases {
            lines += &serde_json::to_string(&line(&name, &file, case)?)?;
            lines.push('\n');
        }
    }
    fs::create_dir_all(to.parent().unwrap_or(Path::new("")))?;
    fs::write(to, lines).with_context(|| format!("{} cannot be written", to.display()))
}

/// The corpus: the conformance cases, and those of each embedded rulebook.
fn case_files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (directory, ending) in [("tests/cases", ".json"), ("rulebooks", ".cases.json")] {
        for entry in fs::read_dir(root(directory))? {
            files.extend(Some(entry?.path()).filter(|path| path.to_string_lossy().ends_with(ending)));
        }
    }
    files.sort();
    Ok(files)
}

fn line<'a>(file: &'a str, of: &'a CaseFile, case: &'a Case) -> Result<Line<'a>> {
    let rulebook = named(of, case).with_context(|| format!("{file}, {}: there is no rulebook", case.name))?;
    let proposal = case.proposal.as_deref().map(RawValue::get);
    let options = case.options.as_ref();
    let answer = answer(text(&rulebook)?, proposal, options);
    Ok(Line { file, name: &case.name, rulebook, proposal, options, answer })
}

/// The case's own rulebook, else that of its file.
fn named<'a>(of: &'a CaseFile, case: &'a Case) -> Option<Named<'a>> {
    if let Some(text) = &case.text {
        return Some(Named::Text(text));
    }
    let written = case.rulebook.as_deref().or(of.rulebook.as_deref())?.get();
    Some(serde_json::from_str(written).map_or(Named::Text(written), Named::Embedded))
}

fn text<'a>(rulebook: &'a Named) -> Result<&'a str> {
    match rulebook {
        Named::Text(text) => Ok(text),
        Named::Embedded(id) => embedded::text(id).with_context(|| format!("no rulebook {id} is embedded")),
    }
}

/// A report; or, without a proposal, what there is to say of the rulebook; or what is wrong with either.
fn answer(rulebook: &str, proposal: Option<&str>, options: Option<&Value>) -> Value {
    let rulebook = match Rulebook::from_json(rulebook) {
        Ok(rulebook) => rulebook,
        Err(error) => return json!({ "problems": error.problems }),
    };
    let Some(proposal) = proposal else {
        return json!({ "advice": rulebook.advice() });
    };
    match options.map_or(Ok(Options::default()), Options::from_value) {
        Ok(options) => report(&rulebook, proposal, &options),
        Err(_) => json!({ "misused": true }),
    }
}

fn report(rulebook: &Rulebook, proposal: &str, options: &Options) -> Value {
    match rulebook.check_json(proposal, options) {
        Ok(report) => json!({ "report": report }),
        Err(_) => json!({ "unreadable": true }),
    }
}
