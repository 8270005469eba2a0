//! Why the command could not do what it was asked; findings about a proposal are no failures.

use std::io;

use crate::render::json_error::is_of_syntax;
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
    pub fn no_json(text: Text, error: &serde_json::Error, what_it_should_be: &str) -> Failure {
        let place = Place::of_json_error(&text.content, error);
        let what_it_is = if is_of_syntax(error) { "is no JSON" } else { "cannot be read" };
        let closing = format!("{} {what_it_is}. {what_it_should_be}", text.name);
        Failure::Places { text, places: vec![place], closing }
    }

    /// The output could not be written.
    pub fn unwritable(error: &io::Error) -> Failure {
        Failure::sentence(format!("The output cannot be written: {error}. Check where it goes to."))
    }
}
