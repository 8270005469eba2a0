//! The rulebooks that the command can judge by.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::sync::Arc;

use callcheck::{Rulebook, RulebookError, embedded};

use crate::failure::Failure;
use crate::input::{Source, named};
use crate::render::place::Place;
use crate::text::Text;

/// A rulebook as the command line names it: a built-in one by its id, or else a file.
#[derive(Debug, Clone)]
pub struct RulebookName(OsString);

impl From<OsString> for RulebookName {
    fn from(name: OsString) -> RulebookName {
        RulebookName(name)
    }
}

impl fmt::Display for RulebookName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        named(&self.0).fmt(f)
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
        named(name),
        known.join(", ")
    ))
}

fn broken_rulebook(text: Text, error: RulebookError) -> Failure {
    let places: Vec<Place> = error.problems.iter().map(Place::of_problem).collect();
    let count = if places.len() == 1 { "1 problem".to_owned() } else { format!("{} problems", places.len()) };
    let closing = format!("{} has {count} and judges nothing. Mend it, then try again.", text.name);
    Failure::Places { text, places, closing }
}
