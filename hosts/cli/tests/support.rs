//! Files, runs of the command, and the parts of reports that are made by hand.

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;

use callcheck::report::{RulebookRef, Source, Totals};
use callcheck::{Amount, Country, Currency, Options, Rulebook};
use serde_json::json;
use tempfile::TempDir;

/// A sound rulebook with one rule: all partners together ask for at most EUR 1,000.
pub const TINY: &str = r#"{
  "callcheck": 1,
  "id": "tiny",
  "version": "1.0.0",
  "title": "Tiny call",
  "currency": "EUR",
  "sources": { "booklet": { "title": "The booklet", "kind": "official" } },
  "rules": [
    {
      "id": "grant-cap",
      "title": "At most EUR 1,000 for all partners",
      "require": { "measure": "grant", "max": "EUR 1000" },
      "source": { "ref": "booklet", "at": "p. 3", "says": "Small grants only." }
    }
  ]
}
"#;

/// A folder of files for one test; it goes when the test ends.
pub struct Files(TempDir);

impl Files {
    /// With the tiny rulebook in it.
    pub fn new() -> Files {
        let files = Files(tempfile::tempdir().expect("a folder can be made"));
        files.write("tiny.json", TINY);
        files
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).expect("a file can be written");
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file can be read")
    }

    /// The command in this folder, in no environment that asks for colours or for none.
    pub fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_callcheck"));
        command.current_dir(self.0.path()).args(args).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command
    }

    pub fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Ran {
        Ran::from(self.command(args).output().expect("the command can be started"))
    }

    pub fn run_with_stdin<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>, stdin: &[u8]) -> Ran {
        let mut child = start(self.command(args));
        let mut pipe = child.stdin.take().expect("standard input is a pipe");
        std::thread::scope(|scope| {
            // Beside the reading of the output, or a full pipe would stop both.
            scope.spawn(move || pipe.write_all(stdin));
            Ran::from(child.wait_with_output().expect("the command ends"))
        })
    }
}

/// Starts a command with pipes on all sides.
pub fn start(mut command: Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the command can be started")
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The text as a pipe gets it.
pub fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// A currency, by way of a rulebook in it.
pub fn currency(code: &str) -> Currency {
    let rulebook = Rulebook::from_json(&TINY.replace("EUR", code)).expect("the rulebook is sound");
    rulebook.check(&json!({}), &Options::default()).totals.currency
}

/// A country, by way of a partner from it.
pub fn country(code: &str) -> Country {
    let rulebook = Rulebook::from_json(TINY).expect("the rulebook is sound");
    let report = rulebook.check(&json!({ "partners": [{ "country": code }] }), &Options::default());
    report.totals.countries.first().expect("the partner has a country").country
}

/// So many hundredths of a currency.
pub fn hundredths(minor: i128, code: &str) -> Amount {
    Amount::from_minor_units(minor, currency(code))
}

pub fn source() -> Arc<Source> {
    Arc::new(Source {
        title: "Call text of 2013".into(),
        url: Some("https://example.org/call".into()),
        kind: Some("official".into()),
        date: Some("2013".into()),
        at: Some("p. 3".into()),
        says: Some("The Danish partners together are paid at most DKK 250,000.".into()),
    })
}

pub fn rulebook_ref() -> RulebookRef {
    RulebookRef { id: "sample".into(), version: "1.0.0".into(), digest: "sha256:0a1b".into() }
}

pub fn no_totals() -> Totals {
    Totals {
        currency: currency("EUR"),
        grant: hundredths(0, "EUR"),
        cost: hundredths(0, "EUR"),
        contribution: hundredths(0, "EUR"),
        complete: true,
        countries: vec![],
    }
}
