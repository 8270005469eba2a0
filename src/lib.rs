#![doc = include_str!("../README.md")]
//!
//! # In this crate
//!
//! [`Rulebook::from_json`] reads a call, [`embedded`] has those that are built in. [`Rulebook::check`] judges a
//! [`Proposal`] or a [`serde_json::Value`], [`Rulebook::check_json`] a text, and [`Rulebook::session`] holds one
//! that is being typed. What they say is a [`Report`]: plain data, which serializes into the JSON of every
//! other host. Judging cannot fail: an error is always about a text that is no JSON, a rulebook, an option or
//! an edit. A proposal of a type of one's own is given by [`serde_json::to_value`]:
//!
//! ```
//! #[derive(serde::Serialize)]
//! struct Form {
//!     months: Option<u32>,
//! }
//!
//! let rulebook = callcheck::embedded::rulebook("innovation-express").ok_or("not shipped")?;
//! let proposal = serde_json::to_value(Form { months: Some(24) })?;
//! let report = rulebook.check(&proposal, &callcheck::Options::default());
//! let findings = report.findings.iter().filter(|finding| finding.path == "/months");
//! assert_eq!(findings.map(|finding| finding.code.to_string()).collect::<Vec<_>>(), ["above-max"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Everything is `Send` and `Sync`: one rulebook judges in many threads at once.
//!
//! Two features, both on unless turned off: `schema`, the JSON Schemas of rulebooks and proposals, and
//! `sheet`, a rulebook in words.

mod check;
pub mod embedded;
mod json;
mod judge;
mod options;
mod proposal;
pub mod report;
pub mod rulebook;
mod session;
mod value;

pub use check::ToProposal;
pub use json::JsonError;
pub use options::{Exchange, Options, OptionsError};
pub use proposal::{EditError, Proposal};
#[doc(inline)]
pub use report::Report;
#[cfg(feature = "schema")]
#[doc(inline)]
pub use rulebook::rulebook_schema;
#[doc(inline)]
pub use rulebook::{Problem, Rulebook, RulebookError};
#[cfg(feature = "sheet")]
#[doc(inline)]
pub use rulebook::{Sheet, SheetNotice, SheetRule};
pub use session::Session;
pub use value::{Amount, Country, Currency};

// What is held and what is said can be shared between threads, and kept by them.
const _: () = {
    const fn shared<T: Send + Sync + 'static>() {}
    shared::<Rulebook>();
    shared::<Session>();
    shared::<Proposal>();
    shared::<Report>();
    shared::<RulebookError>();
};
