//! What of a proposal can be read against a rulebook: every field given, not given or unreadable.

use super::field::{Field, Money};
use crate::value::{Country, Currency, Date, Moment, Region};

/// An object with a field for each key of one of the rulebook's tables.
pub(crate) type Table<T> = Field<Vec<Field<T>>>;

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Amounts {
    pub(crate) grant: Field<Money>,
    pub(crate) costs: Table<Money>,
    pub(crate) contributions: Table<Money>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    Count(i128),
    Money(Money),
    /// The choice; of a boolean 0 is false and 1 is true.
    One(usize),
    Several(Vec<usize>),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Reading {
    /// Whether the proposal is an object.
    pub(crate) is_object: bool,
    pub(crate) strand: Field<usize>,
    pub(crate) months: Field<i128>,
    pub(crate) start: Field<Date>,
    pub(crate) end: Field<Date>,
    pub(crate) submitted: Field<Moment>,
    pub(crate) currency: Field<Currency>,
    /// What amounts without a currency of their own stand in; `None` where it is unreadable.
    pub(crate) default_currency: Option<Currency>,
    pub(crate) totals: Amounts,
    pub(crate) answers: Table<Answer>,
    pub(crate) partners: Field<Vec<Partner>>,
    /// What is unreadable, but for the partners' own fields.
    pub(crate) invalid: Vec<Invalid>,
}

/// Something unreadable.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Invalid {
    pub(crate) path: String,
    /// Whether it could be read if it were no text: a number or a yes or no between quotes, as forms have them.
    pub(crate) is_quoted: bool,
}

impl Invalid {
    pub(crate) fn at(path: String) -> Invalid {
        Invalid { path, is_quoted: false }
    }
}

/// Whether a partner's element says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum State {
    #[default]
    Absent,
    Unreadable,
    Given,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Partner {
    pub(crate) state: State,
    /// For sentences only: no rule asks for it.
    pub(crate) name: Field<Box<str>>,
    pub(crate) country: Field<Country>,
    pub(crate) region: Field<Region>,
    pub(crate) kind: Field<usize>,
    pub(crate) size: Field<usize>,
    pub(crate) role: Field<usize>,
    pub(crate) labels: Field<Vec<usize>>,
    pub(crate) submitted: Field<Moment>,
    pub(crate) currency: Field<Currency>,
    /// Its own currency, else the proposal's; `None` where that is unreadable.
    pub(crate) effective_currency: Option<Currency>,
    pub(crate) amounts: Amounts,
    pub(crate) answers: Table<Answer>,
    /// What is unreadable, by its paths from the partner on.
    pub(crate) invalid: Vec<Invalid>,
}
