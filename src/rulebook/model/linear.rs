//! Sums over partners and the linear forms that they are compared by.

use super::filter::FilterId;
use super::op::Op;
use crate::value::Exact;

/// A sum over partners, or one answer of the proposal, between its bounds.
#[derive(Debug, Clone)]
pub(crate) struct Sum {
    pub(crate) unit: Unit,
    /// The quantity measured, alone.
    pub(crate) measure: Linear,
    pub(crate) bounds: Vec<SumBound>,
    /// Whether it may be computed in the partner's own currency.
    pub(crate) in_own_currency: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Money,
    Count,
}

#[derive(Debug, Clone)]
pub(crate) enum SumBound {
    /// The bound alone, for showing it, and the measure less the bound, which is judged.
    Form { op: Op, bound: Linear, difference: Linear },
    /// The values listed, in minor units or as counts.
    OneOf(Vec<i128>),
}

/// A linear form over the partners' values: factors are whole numbers over a common denominator.
#[derive(Debug, Clone, Default)]
pub(crate) struct Linear {
    pub(crate) denominator: i128,
    /// Already times the denominator.
    pub(crate) constant: i128,
    pub(crate) sides: Vec<Side>,
    /// Each quantity of a partner once, with the sides that read it.
    pub(crate) entities: Vec<Entity>,
}

/// One measured set of a form: the measure itself or a term of the bound.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    /// Already times the denominator.
    pub(crate) factor: Exact,
    pub(crate) measured: Measured,
}

#[derive(Debug, Clone)]
pub(crate) enum Measured {
    Money {
        kind: Kind,
        keys: Vec<usize>,
        set: Set,
    },
    Partners {
        set: Set,
    },
    Answer {
        question: usize,
        set: Set,
    },
    /// The proposal's own answer.
    OwnAnswer {
        question: usize,
    },
}

impl Measured {
    pub(crate) fn set(&self) -> Option<&Set> {
        match self {
            Measured::Money { set, .. } | Measured::Partners { set } | Measured::Answer { set, .. } => Some(set),
            Measured::OwnAnswer { .. } => None,
        }
    }
}

/// A value of a partner that a form reads, and which of its sides read it.
#[derive(Debug, Clone)]
pub(crate) struct Entity {
    pub(crate) quantity: Quantity,
    pub(crate) sides: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Quantity {
    /// The partner itself.
    One,
    Grant,
    Cost(usize),
    Contribution(usize),
    Answer(usize),
}

/// The kinds of money that a proposal may also give in total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Grant,
    Cost,
    Contribution,
}

/// Whose partners are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Set {
    pub(crate) of: Of,
    pub(crate) filter: Option<FilterId>,
    /// Whether it is all partners, without any filter.
    pub(crate) is_all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Group,
    Country,
    Proposal,
}
