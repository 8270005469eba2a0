//! Why the command could not do what it was asked; findings about a proposal are no failures.

use std::io;

use callcheck::JsonError;

use crate::render::place::Place;
use crate::text::Text;

/// The exit code for what is unreadable or misused.
pub const UNREADABLE: u8 = 2;

/// Why the command could not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// What is wrong, and what to do, in one sentence.
    Sentence(String),
    /// Places in a text that cannot be used, and a sentence that closes the list.
    Places {
        /// The text.
        text: Text,
        /// At least one place in it.
        places: Vec<Place>,
        /// What follows from them, and what to do.
        closing: String,
    },
}

impl Failure {
    /// A failure in one sentence.
    pub fn sentence(sentence: impl Into<String>) -> Failure {
        Failure::Sentence(sentence.into())
    }

    /// A text is no JSON, or none that can be read.
    pub fn no_json(text: Text, what_it_should_be: &str) -> Failure {
        let error = why_unreadable(&text.content);
        let what_it_is = if error.is_beyond { "cannot be read" } else { "is no JSON" };
        let closing = format!("{} {what_it_is}. {what_it_should_be}", text.name);
        let place = Place::of_json_error(&text.content, error);
        Failure::Places { text, places: vec![place], closing }
    }

    /// The output could not be written.
    pub fn unwritable(error: &io::Error) -> Failure {
        Failure::sentence(format!("The output cannot be written: {error}. Check where it goes to."))
    }
}

/// Why a text that should be JSON cannot be read.
fn why_unreadable(text: &str) -> JsonError {
    // A value in memory cannot be as deep as a text can.
    let deep = || JsonError { offset: 0, length: 1, is_beyond: true, message: "nested too deep".to_owned() };
    JsonError::of(text).unwrap_or_else(deep)
}
