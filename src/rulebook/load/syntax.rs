//! A rulebook's tests as they are written: names resolved, bounds read, their places kept.
//!
//! Between the text and the model, because a row replaces bounds of its rule's atom.

use std::sync::Arc;

use serde_json::Value;

use super::at::At;
use crate::rulebook::model::{Attribute, Choices, Clause, DateField, Kind, Of, Op, Unit};
use crate::value::{Currency, Factor, Moment, Shown, sort};

#[derive(Debug, Clone)]
pub(super) enum TestSyntax<'t> {
    All(Vec<TestSyntax<'t>>),
    Any(Vec<(Option<Arc<str>>, TestSyntax<'t>)>),
    Not(Box<TestSyntax<'t>>),
    Atom(Box<AtomSyntax<'t>>),
}

#[derive(Debug, Clone)]
pub(super) struct AtomSyntax<'t> {
    /// As it is written.
    pub(super) written: Value,
    /// `None` where it could not be read.
    pub(super) measure: Option<MeasureSyntax>,
    pub(super) set: SetSyntax,
    /// In the order in which they are judged.
    pub(super) bounds: Vec<BoundSyntax<'t>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MeasureSyntax {
    Money { kind: Kind, keys: Vec<usize> },
    Partners,
    Countries,
    Answer { question: usize, unit: Unit, of_partners: bool },
    Months,
    Date(DateField),
    Attribute(Attribute),
}

impl MeasureSyntax {
    pub(super) fn is_over_partners(&self) -> bool {
        match self {
            MeasureSyntax::Money { .. } | MeasureSyntax::Partners | MeasureSyntax::Countries => true,
            MeasureSyntax::Answer { of_partners, .. } => *of_partners,
            MeasureSyntax::Months | MeasureSyntax::Date(_) | MeasureSyntax::Attribute(_) => false,
        }
    }

    /// What a linear form sums: money or counts.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self {
            MeasureSyntax::Money { .. } => Some(Unit::Money),
            MeasureSyntax::Partners => Some(Unit::Count),
            MeasureSyntax::Answer { unit, .. } => Some(*unit),
            _ => None,
        }
    }
}

/// Whose partners, and which of them.
#[derive(Debug, Clone)]
pub(super) struct SetSyntax {
    /// `None` where it could not be read.
    pub(super) of: Option<Of>,
    pub(super) filter: FilterSyntax,
}

#[derive(Debug, Clone, Default)]
pub(super) struct FilterSyntax {
    pub(super) clauses: Vec<Clause>,
    /// Each key with its value, in their order; two filters of the same conditions are the same.
    pub(super) conditions: Vec<String>,
}

#[derive(Debug, Clone)]
pub(super) struct BoundSyntax<'t> {
    pub(super) op: Op,
    pub(super) at: At<'t>,
    /// `None` where it could not be read.
    pub(super) value: Option<BoundValue<'t>>,
}

#[derive(Debug, Clone)]
pub(super) enum BoundValue<'t> {
    /// The terms that a sum is compared with.
    Terms(Vec<TermSyntax<'t>>),
    /// The constants that a sum may be.
    Constants(Vec<Constant>),
    Count(i128),
    Counts(Vec<i128>),
    Moment(Moment),
    Choices(Choices, Shown),
}

/// A constant in minor units of its currency, or a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Constant {
    pub(super) value: i128,
    pub(super) currency: ConstantCurrency,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ConstantCurrency {
    Carried(Currency),
    /// An amount without one.
    Plain,
    /// No amount at all.
    Count,
}

#[derive(Debug, Clone)]
pub(super) enum TermSyntax<'t> {
    Constant(Constant),
    Measured { at: At<'t>, factor: TermFactor, measure: MeasureSyntax, set: SetSyntax },
}

#[derive(Debug, Clone, Copy)]
pub(super) enum TermFactor {
    Rate(Factor),
    /// So much for each counted.
    Amount(Constant),
}

impl TermSyntax<'_> {
    pub(super) fn constant(&self) -> Option<Constant> {
        match self {
            TermSyntax::Constant(constant) => Some(*constant),
            TermSyntax::Measured { factor: TermFactor::Amount(constant), .. } => Some(*constant),
            TermSyntax::Measured { .. } => None,
        }
    }
}

impl<'t> AtomSyntax<'t> {
    /// All constants of its bounds.
    pub(super) fn constants(&self) -> Vec<Constant> {
        self.bounds.iter().filter_map(|bound| bound.value.as_ref()).flat_map(BoundValue::constants).collect()
    }

    /// With a row's bounds in place of its own.
    pub(super) fn with_bounds(&self, rows: &[BoundSyntax<'t>]) -> AtomSyntax<'t> {
        let kept = self.bounds.iter().filter(|bound| !rows.iter().any(|row| row.op == bound.op));
        let mut bounds: Vec<BoundSyntax<'t>> = kept.chain(rows).cloned().collect();
        sort(&mut bounds, &|a, b| a.op.cmp(&b.op));
        AtomSyntax { bounds, ..self.clone() }
    }
}

impl BoundValue<'_> {
    fn constants(&self) -> Vec<Constant> {
        match self {
            BoundValue::Terms(terms) => terms.iter().filter_map(TermSyntax::constant).collect(),
            BoundValue::Constants(constants) => constants.clone(),
            _ => Vec::new(),
        }
    }
}

impl<'t> TestSyntax<'t> {
    pub(super) fn constants(&self) -> Vec<Constant> {
        match self {
            TestSyntax::All(members) => members.iter().flat_map(TestSyntax::constants).collect(),
            TestSyntax::Any(members) => members.iter().flat_map(|(_, test)| test.constants()).collect(),
            TestSyntax::Not(test) => test.constants(),
            TestSyntax::Atom(atom) => atom.constants(),
        }
    }
}
