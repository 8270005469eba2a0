//! What a call demands, sound by construction: names are indices, constants are parsed, sets are prepared.
//!
//! Only loading makes these; the judge reads them and cannot meet a rule that could not be judged.

mod filter;
mod linear;
mod op;
mod test;
mod vocabulary;

use std::sync::Arc;

pub(crate) use self::filter::{Attribute, Choices, Clause, Filter, FilterId, PARTNER_ROLE, ROLES, SIZES};
pub(crate) use self::linear::{Entity, Kind, Linear, Measured, Of, Quantity, Set, Side, Sum, SumBound, Unit};
pub(crate) use self::op::Op;
pub(crate) use self::test::{Atom, AtomKind, AttributeBound, CountBound, DateField, Member, Test};
pub(crate) use self::vocabulary::{Asked, Names, Question, QuestionKind, Vocabulary};
use super::source::{Severity, Source};
use crate::value::{Currency, Rates};

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) id: Arc<str>,
    pub(crate) version: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) currency: Currency,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) exchange: Option<Exchange>,
    pub(crate) filters: Vec<Filter>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) notices: Vec<Notice>,
}

/// The rulebook's own table of exchange rates.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) rates: Rates,
    pub(crate) date: Option<Arc<str>>,
}

#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) severity: Severity,
    pub(crate) each: Each,
    /// The partners it speaks of.
    pub(crate) filter: Option<FilterId>,
    pub(crate) when: Option<Test>,
    pub(crate) require: Test,
    /// The currency it is computed in.
    pub(crate) currency: Currency,
    pub(crate) source: Arc<Source>,
}

#[derive(Debug)]
pub(crate) struct Notice {
    pub(crate) id: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) when: Option<Test>,
    /// In minor units.
    pub(crate) amount: Option<i128>,
    pub(crate) currency: Currency,
    pub(crate) source: Arc<Source>,
}

/// How many instances a rule has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Each {
    Proposal,
    Country,
    Partner,
}
