#![doc = include_str!("../../docs/rulebook.md")]
//!
//! # In this crate
//!
//! [`Rulebook::from_json`] loads a rulebook or lists every [`Problem`] of it, [`Rulebook::advice`] what
//! could be better; [`Rulebook::sheet`] puts its rules into words, and [`rulebook_schema`] is the JSON
//! Schema for editors.

mod digest;
mod load;
pub(crate) mod model;
mod problem;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "sheet")]
mod sheet;
mod source;

use std::sync::Arc;

pub use problem::{Problem, RulebookError};
#[cfg(feature = "schema")]
pub use schema::rulebook_schema;
#[cfg(feature = "sheet")]
pub use sheet::{Sheet, SheetNotice, SheetRule};
pub use source::{Severity, Source};

use self::load::Loaded;
pub(crate) use self::load::words;
use self::model::Model;

/// What a call demands: loaded once, judged by many times.
///
/// It is sound by construction: after loading, a rule that could not be judged does not exist.
#[derive(Debug)]
pub struct Rulebook {
    pub(crate) model: Model,
    advice: Vec<Problem>,
    text: Box<str>,
    pub(crate) digest: Arc<str>,
}

impl Rulebook {
    /// Reads a rulebook strictly.
    ///
    /// # Errors
    /// Every problem at once, each with its RFC 6901 pointer, line and column.
    ///
    /// ```
    /// let rulebook = callcheck::Rulebook::from_json(r#"{
    ///   "callcheck": 1, "id": "small-grants", "version": "1.0.0", "title": "Small grants", "currency": "EUR",
    ///   "sources": { "text": { "title": "Call text" } },
    ///   "rules": [{
    ///     "id": "cap", "title": "At most EUR 60,000",
    ///     "require": { "measure": "grant", "max": "60000" },
    ///     "source": { "ref": "text", "at": "section 3" }
    ///   }]
    /// }"#)?;
    /// assert_eq!(rulebook.title(), "Small grants");
    /// # Ok::<(), callcheck::RulebookError>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Rulebook, RulebookError> {
        let Loaded { model, advice, canonical } = load::load(text).map_err(|problems| RulebookError { problems })?;
        let digest = digest::digest(&canonical).into();
        Ok(Rulebook { model, advice, text: text.into(), digest })
    }

    /// The rulebook's id, in kebab-case.
    pub fn id(&self) -> &str {
        &self.model.id
    }

    /// The rulebook's version.
    pub fn version(&self) -> &str {
        &self.model.version
    }

    /// The rulebook's title.
    pub fn title(&self) -> &str {
        &self.model.title
    }

    /// `sha256:` and the SHA-256 digest of its RFC 8785 form, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// What could be better in it, in the order of its text.
    pub fn advice(&self) -> &[Problem] {
        &self.advice
    }

    /// The JSON text it was read from, its keys in the order in which the officer wrote them.
    pub fn as_json(&self) -> &str {
        &self.text
    }

    /// The rulebook as JSON, whose keys have no order.
    pub fn to_value(&self) -> serde_json::Value {
        // The text was read once, so it is read again.
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}
