#![doc = include_str!("../README.md")]

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
pub use report::Report;
#[cfg(feature = "schema")]
pub use rulebook::rulebook_schema;
pub use rulebook::{Problem, Rulebook, RulebookError};
#[cfg(feature = "sheet")]
pub use rulebook::{Sheet, SheetNotice, SheetRule};
pub use session::Session;
pub use value::{Amount, Country, Currency};
