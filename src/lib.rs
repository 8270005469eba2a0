//! callcheck judges a funding proposal against the rules of a call.

pub mod report;
mod rulebook;
mod value;

pub use rulebook::{Problem, Rulebook, RulebookError};
pub use value::{Country, Currency};
