//! Values as they are shown.

use std::sync::Arc;

use serde::Serialize;

use super::Amount;

/// A value as it is shown: amounts as exact decimal strings, counts as integers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Shown {
    /// An exact amount.
    Amount(Amount),
    /// A date, a code.
    Text(Arc<str>),
    /// A count or a number of months.
    Count(i128),
    /// The answer to a yes-no question.
    Boolean(bool),
    /// Several of these.
    List(Arc<[Shown]>),
}

impl Shown {
    /// Whether it is a number, and that is 0.
    pub fn is_zero(&self) -> bool {
        match self {
            Shown::Amount(amount) => amount.minor_units() == 0,
            Shown::Count(count) => *count == 0,
            Shown::Text(_) | Shown::Boolean(_) | Shown::List(_) => false,
        }
    }
}
