//! Where the command reads from: files, standard input, and the rulebooks that are built in.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use callcheck::{Exchange, Options, Rulebook, RulebookError, embedded};

use crate::args::JudgeArgs;
use crate::failure::Failure;
use crate::render::place::{self, Place};

/// Editors on some systems begin a file with this mark; it is no part of the text.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file, or standard input.
#[derive(Debug, Clone)]
pub enum Source {
    /// `-`
    Stdin,
    /// Any other name.
    File(PathBuf),
}

impl From<OsString> for Source {
    fn from(name: OsString) -> Source {
        if name == "-" { Source::Stdin } else { Source::File(name.into()) }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Stdin => f.write_str("standard input"),
            Source::File(path) => path.display().fmt(f),
        }
    }
}

/// What a source was opened to.
pub struct Opened {
    /// The source.
    pub source: Source,
    /// The bytes.
    pub reader: Box<dyn Read + Send>,
    /// How many there are, where that is known.
    pub size: Option<u64>,
}

impl Source {
    /// Opens it for reading.
    pub fn open(&self) -> Result<Opened, Failure> {
        match self {
            Source::Stdin => stdin(),
            Source::File(path) => {
                let file = File::open(path).map_err(|error| self.unreadable(&error))?;
                let metadata = file.metadata().map_err(|error| self.unreadable(&error))?;
                let size = metadata.is_file().then_some(metadata.len());
                Ok(Opened { source: self.clone(), reader: Box::new(file), size })
            }
        }
    }

    /// Reads all of it.
    pub fn text(&self) -> Result<Text, Failure> {
        let mut bytes = Vec::new();
        self.open()?.reader.read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        self.decode(bytes)
    }

    /// It could not be read.
    pub fn unreadable(&self, error: &io::Error) -> Failure {
        Failure::sentence(format!("{self} cannot be read: {error}. Check the name, or use - for standard input."))
    }

    fn decode(&self, bytes: Vec<u8>) -> Result<Text, Failure> {
        let name = self.to_string();
        match String::from_utf8(bytes) {
            Ok(text) => {
                let content = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                Ok(Text { name, content })
            }
            Err(error) => Err(not_utf8(name, error.as_bytes(), error.utf8_error().valid_up_to())),
        }
    }
}

fn not_utf8(name: String, bytes: &[u8], offset: usize) -> Failure {
    let text = Text { name, content: String::from_utf8_lossy(bytes).into_owned() };
    let message = "Here begins a character that is not UTF-8.".to_owned();
    let place = Place { offset, length: 1, message, label: None };
    let closing = format!("{} cannot be read. Save it as UTF-8.", text.name);
    Failure::Places { text, places: vec![place], closing }
}

/// Standard input can be read once only; two arguments may not both name it.
fn stdin() -> Result<Opened, Failure> {
    static TAKEN: AtomicBool = AtomicBool::new(false);
    if TAKEN.swap(true, Ordering::Relaxed) {
        return Err(Failure::sentence("Standard input (-) can be read only once. Name a file for the others."));
    }
    Ok(Opened { source: Source::Stdin, reader: Box::new(io::stdin()), size: None })
}

/// A text that was read, and the name it goes by.
#[derive(Debug, Clone)]
pub struct Text {
    /// The name.
    pub name: String,
    /// The text.
    pub content: String,
}

impl Text {
    /// It is no JSON.
    pub fn no_json(self, error: &serde_json::Error, what_it_should_be: &str) -> Failure {
        let place = Place::of_json_error(&self.content, error);
        let closing = format!("{} is no JSON. {what_it_should_be}", self.name);
        Failure::Places { text: self, places: vec![place], closing }
    }
}

/// A rulebook as the command line names it: a built-in one by its id, or else a file.
#[derive(Debug, Clone)]
pub struct RulebookName(OsString);

impl From<OsString> for RulebookName {
    fn from(name: OsString) -> RulebookName {
        RulebookName(name)
    }
}

impl RulebookName {
    /// Loads it.
    pub fn load(&self) -> Result<Arc<Rulebook>, Failure> {
        if let Some(rulebook) = self.0.to_str().and_then(embedded::rulebook) {
            return Ok(rulebook);
        }
        let source = Source::from(self.0.clone());
        let text = match &source {
            Source::File(path) if !path.exists() => return Err(unknown_rulebook(&self.0)),
            _ => source.text()?,
        };
        Rulebook::from_json(&text.content).map(Arc::new).map_err(|error| broken_rulebook(text, error))
    }
}

fn unknown_rulebook(name: &OsStr) -> Failure {
    let known: Vec<&str> = embedded::ids().collect();
    Failure::sentence(format!(
        "{} is neither a built-in rulebook nor a file. Built in are: {}.",
        name.display(),
        known.join(", ")
    ))
}

fn broken_rulebook(text: Text, error: RulebookError) -> Failure {
    let places: Vec<Place> = error.problems.iter().map(Place::of_problem).collect();
    let count = if places.len() == 1 { "1 problem".to_owned() } else { format!("{} problems", places.len()) };
    let closing = format!("{} has {count} and judges nothing. Mend it, then try again.", text.name);
    Failure::Places { text, places, closing }
}

impl JudgeArgs {
    /// Loads the rulebook, and reads how to judge.
    pub fn load(&self) -> Result<(Arc<Rulebook>, Options), Failure> {
        let rulebook = self.rulebook.load()?;
        let exchange = self.exchange.as_ref().map(exchange).transpose()?;
        Ok((rulebook, Options { draft: self.draft, exchange }))
    }
}

/// What an exchange file holds, for whoever wrote another thing.
const EXCHANGE_FORM: &str = "Exchange rates are written {\"base\": \"EUR\", \"units\": {\"DKK\": \"7.46\"}}.";

fn exchange(source: &Source) -> Result<Exchange, Failure> {
    let text = source.text()?;
    let value = match serde_json::from_str(&text.content) {
        Ok(value) => value,
        Err(error) => return Err(text.no_json(&error, EXCHANGE_FORM)),
    };
    Exchange::from_value(&value).map_err(|error| {
        let range = place::pointer_range(&text.content, &error.path);
        let label = (!error.path.is_empty()).then(|| error.path.clone());
        let place = Place { offset: range.start, length: range.len(), message: error.message, label };
        let closing = format!("{} cannot be used. {EXCHANGE_FORM}", text.name);
        Failure::Places { text, places: vec![place], closing }
    })
}
