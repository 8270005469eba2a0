//! Values as they are shown.

use std::fmt;
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
    ///
    /// ```
    /// use callcheck::report::Shown;
    ///
    /// assert!(Shown::Count(0).is_zero());
    /// assert!(!Shown::Text("0".into()).is_zero());
    /// ```
    pub fn is_zero(&self) -> bool {
        match self {
            Shown::Amount(amount) => amount.minor_units() == 0,
            Shown::Count(count) => *count == 0,
            Shown::Text(_) | Shown::Boolean(_) | Shown::List(_) => false,
        }
    }
}

/// As in the JSON, without quotes: an amount without its currency, a list joined by commas.
impl fmt::Display for Shown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Amount(amount) => amount.fmt(formatter),
            Shown::Text(text) => text.fmt(formatter),
            Shown::Count(count) => count.fmt(formatter),
            Shown::Boolean(boolean) => boolean.fmt(formatter),
            Shown::List(list) => list.iter().enumerate().try_for_each(|(index, item)| {
                formatter.write_str(if index == 0 { "" } else { ", " })?;
                item.fmt(formatter)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;
    use crate::value::{Amount, Currency};

    #[test]
    fn what_is_shown_is_displayed_as_json_has_it() {
        let euro = Currency::from_code("EUR").expect("a currency");
        let amount = Shown::Amount(Amount::from_minor_units(4_500_000, euro));
        assert_eq!(amount.to_string(), "45000.00");
        let list = Shown::List([Shown::Text("DK".into()), Shown::Count(18), Shown::Boolean(true)].into());
        assert_eq!(list.to_string(), "DK, 18, true");
    }
}
