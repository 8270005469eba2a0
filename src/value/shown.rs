//! Values as they are shown.

use serde::Serialize;

/// A value as it is shown: amounts as exact decimal strings, counts as integers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Shown {
    /// An exact amount, a date, a code.
    Text(String),
    /// A count or a number of months.
    Count(i128),
    /// The answer to a yes-no question.
    Boolean(bool),
    /// Several of these.
    List(Vec<Shown>),
}
