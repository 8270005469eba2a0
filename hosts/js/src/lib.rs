//! The WebAssembly edge of callcheck: JSON text in, JSON text out.
//!
//! Nothing here is for users of the npm package: `pkg/src` wraps every export. Values cross as one
//! string in each direction, and whatever goes wrong is thrown as a string of JSON, so that the
//! wrapper can tell it from a trap.

use std::sync::Arc;

use callcheck::Proposal;
use callcheck::report::Report;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

mod edge;

use edge::{Thrown, write};

/// A rulebook that was proven sound.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Rulebook(Arc<callcheck::Rulebook>);

/// What identifies a rulebook.
#[derive(Serialize)]
struct Identity<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a str,
    digest: &'a str,
}

#[wasm_bindgen]
impl Rulebook {
    /// Reads a rulebook from its JSON text.
    ///
    /// # Errors
    /// Throws the list of problems.
    pub fn parse(text: &str) -> Result<Rulebook, Thrown> {
        match callcheck::Rulebook::from_json(text) {
            Ok(rulebook) => Ok(Rulebook(Arc::new(rulebook))),
            Err(error) => Err(Thrown::new(&error.problems)),
        }
    }

    /// The embedded rulebook of that id.
    pub fn embedded(id: &str) -> Option<Rulebook> {
        callcheck::embedded::rulebook(id).map(Rulebook)
    }

    /// Its id, version, title and digest.
    ///
    /// # Errors
    /// Throws a message.
    pub fn identity(&self) -> Result<String, Thrown> {
        let Rulebook(rulebook) = self;
        write(&Identity {
            id: rulebook.id(),
            version: rulebook.version(),
            title: rulebook.title(),
            digest: rulebook.digest(),
        })
    }

    /// The rulebook itself.
    ///
    /// The text as it was written, so that its tables keep their order.
    pub fn json(&self) -> String {
        self.0.as_json().to_owned()
    }

    /// Its rules in words.
    ///
    /// # Errors
    /// Throws a message.
    #[cfg(feature = "full")]
    pub fn sheet(&self) -> Result<String, Thrown> {
        write(&self.0.sheet())
    }

    /// What could be better in it.
    ///
    /// # Errors
    /// Throws a message.
    pub fn advice(&self) -> Result<String, Thrown> {
        write(self.0.advice())
    }

    /// The JSON Schema of a proposal to it.
    ///
    /// # Errors
    /// Throws a message.
    #[cfg(feature = "full")]
    #[wasm_bindgen(js_name = proposalSchema)]
    pub fn proposal_schema(&self) -> Result<String, Thrown> {
        write(&self.0.proposal_schema())
    }

    /// Judges a proposal.
    ///
    /// # Errors
    /// Throws what is wrong with the options.
    pub fn check(&self, proposal: &str, options: Option<String>) -> Result<String, Thrown> {
        let options = edge::options(options.as_deref())?;
        let report = self.0.check_json(proposal, &options).map_err(Thrown::message)?;
        Ok(report.to_json())
    }

    /// Holds a proposal while it is being typed.
    ///
    /// # Errors
    /// Throws what is wrong with the options.
    pub fn session(&self, proposal: &str, options: Option<String>) -> Result<Session, Thrown> {
        let options = edge::options(options.as_deref())?;
        let proposal = Proposal::from_json(proposal).map_err(Thrown::message)?;
        Ok(Session { session: self.0.session(&proposal, options), last: None })
    }
}

/// A proposal that is being typed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    session: callcheck::Session,
    last: Option<Report>,
}

#[wasm_bindgen]
impl Session {
    /// Sets one field to a JSON text; without one, removes it.
    ///
    /// # Errors
    /// Throws where the path leads nowhere.
    pub fn set(&mut self, path: &str, value: Option<String>) -> Result<(), Thrown> {
        self.session.set_json(path, value.as_deref()).map_err(|error| Thrown::at(&error.path, &error.message))
    }

    /// What `check` would say of the proposal as it stands: for whoever has the last report, as what changed since.
    pub fn report(&mut self, has_last: bool) -> String {
        let report = self.session.report();
        let text = match self.last.take().filter(|_| has_last) {
            Some(last) => report.to_json_since(&last),
            None => report.to_json(),
        };
        self.last = Some(report);
        text
    }
}
