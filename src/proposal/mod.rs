//! A proposal: what an applicant wrote, and what of it can be read against a rulebook.

mod changes;
mod edit;
mod field;
mod node;
mod parse;
mod reader;
mod reading;
mod shape;
mod size;
mod values;
mod written;

pub(crate) use changes::{Changes, FieldSet};
pub use edit::EditError;
pub(crate) use edit::{Edit, Touched};
pub(crate) use field::{Field, Money};
pub(crate) use node::Node;
pub(crate) use reading::{Amounts, Answer, Invalid, Partner, Reading, State, Table};
pub use written::Proposal;

/// More partners than this are no list that a call could mean.
pub(crate) const MAX_PARTNERS: usize = 10_000;
