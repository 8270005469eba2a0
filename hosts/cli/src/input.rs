//! Where the command reads from: files and standard input.

use std::ffi::os_str::Display;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::failure::Failure;
use crate::render::place::Place;
use crate::text::Text;

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
            Source::File(path) => named(path.as_os_str()).fmt(f),
        }
    }
}

/// A name as it is told: an empty one, which a variable that is not set leaves, would not be seen.
pub fn named(name: &OsStr) -> Display<'_> {
    if name.is_empty() { OsStr::new("\"\"").display() } else { name.display() }
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
        if is_utf16(&bytes) {
            return Err(Failure::sentence(format!("{self} is written in UTF-16. Save it as UTF-8.")));
        }
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

/// Whether it is as PowerShell and some editors write: with its mark, or a zero beside the first letter.
pub fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..])
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
