//! What a rule requires, or asks as a condition: tests down to the atom.

use std::sync::Arc;

use serde_json::Value;

use super::filter::{Attribute, Choices};
use super::linear::{Set, Sum};
use super::op::Op;
use crate::value::{Moment, Shown};

#[derive(Debug, Clone)]
pub(crate) enum Test {
    All(Vec<Test>),
    Any(Vec<Member>),
    Not(Box<Test>),
    Atom(Box<Atom>),
}

/// A member of an `any`.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) title: Option<Arc<str>>,
    pub(crate) test: Test,
}

/// One measured quantity and its bounds.
#[derive(Debug, Clone)]
pub(crate) struct Atom {
    /// The measure as the rulebook writes it.
    pub(crate) measure: Arc<Value>,
    pub(crate) kind: AtomKind,
}

#[derive(Debug, Clone)]
pub(crate) enum AtomKind {
    /// Money, or a count that is summed.
    Sum(Sum),
    Countries {
        set: Set,
        bounds: Vec<CountBound>,
    },
    Months {
        bounds: Vec<CountBound>,
    },
    Date {
        field: DateField,
        bounds: Vec<(Op, Moment)>,
    },
    /// An attribute, a strand, or an answer that is no number.
    Attribute {
        attribute: Attribute,
        bounds: Vec<AttributeBound>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CountBound {
    One(Op, i128),
    OneOf(Vec<i128>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateField {
    Start,
    End,
    Submitted,
}

/// One of several values, and how to show them.
#[derive(Debug, Clone)]
pub(crate) struct AttributeBound {
    pub(crate) op: Op,
    pub(crate) choices: Choices,
    pub(crate) shown: Shown,
}
