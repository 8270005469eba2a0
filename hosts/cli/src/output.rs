//! Where the command prints to: colours on a terminal, plain text in a pipe.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use crate::failure::Failure;
use crate::render::{self, snippet};

/// The widest that text for people is set, so that lines stay easy to read on a wide terminal.
const WIDEST: usize = 100;

/// Prints text to standard output. That its reader went away is no failure: nobody is left to be told.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::unwritable(&error)),
        _ => Ok(()),
    }
}

/// A value as JSON for people and programs: indented, with a line end.
pub fn json(value: &impl Serialize) -> Result<String, Failure> {
    match serde_json::to_string_pretty(value) {
        Ok(text) => Ok(text + "\n"),
        Err(error) => Err(Failure::sentence(format!("The output cannot be written as JSON: {error}."))),
    }
}

/// The width to set text to on standard output; none in a pipe, where lines stay whole.
pub fn width() -> Option<usize> {
    width_of(io::stdout().is_terminal())
}

/// Tells people something beside the output. A standard error that is closed is left alone.
pub fn remark(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Tells why the command could not do what it was asked.
pub fn complain(failure: &Failure) {
    let width = width_of(io::stderr().is_terminal());
    remark(&match failure {
        Failure::Sentence(sentence) => render::complaint(sentence, width),
        Failure::Places { text, places, closing } => {
            let snippets = places.iter().map(|place| snippet::of(&text.name, &text.content, place, width));
            snippets.chain([render::complaint(closing, width)]).collect()
        }
    });
}

/// Tells what is to be seen to, though the command did what it was asked.
pub fn warn(sentence: &str) {
    remark(&render::complaint(sentence, width_of(io::stderr().is_terminal())));
}

fn width_of(is_terminal: bool) -> Option<usize> {
    is_terminal.then(|| textwrap::termwidth().min(WIDEST))
}
