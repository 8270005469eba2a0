//! The conformance cases: where they are, and how they are read.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// One file of cases.
#[derive(Deserialize)]
pub struct CaseFile {
    #[serde(skip)]
    pub name: String,
    /// Of all cases in this file: its text, or as text the id of a shipped one.
    pub rulebook: Option<Box<RawValue>>,
    pub cases: Vec<Case>,
}

#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub rulebook: Option<Box<RawValue>>,
    /// A rulebook as text, where JSON would say it differently.
    pub text: Option<String>,
    #[serde(default)]
    pub proposal: Value,
    pub options: Option<Value>,
    pub expect: Value,
}

/// The format's own cases.
pub fn case_files() -> Vec<CaseFile> {
    read_all("tests/cases", ".json")
}

fn read_all(folder: &str, ending: &str) -> Vec<CaseFile> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"))
        .filter(|name| name.ends_with(ending))
        .collect();
    names.sort();
    assert!(!names.is_empty(), "no cases in {}", folder.display());
    names.into_iter().map(|name| CaseFile { name: name.clone(), ..read(&folder.join(name)) }).collect()
}

fn read(path: &std::path::Path) -> CaseFile {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cases beside the shipped rulebooks.
pub fn rulebook_case_files() -> Vec<CaseFile> {
    read_all("rulebooks", ".cases.json")
}
