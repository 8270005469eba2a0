//! What a test's contrary asks, where that can be said in one breath.

use super::set::Scope;
use crate::rulebook::model::{Atom, AtomKind, AttributeBound, CountBound, Op, Sum, SumBound};

impl Scope<'_> {
    /// Its contrary, where that can be said in one breath.
    pub(super) fn contrary(&self, atom: &Atom) -> Option<String> {
        match &atom.kind {
            AtomKind::Attribute { attribute, bounds } => match bounds.as_slice() {
                [AttributeBound { op: Op::Is | Op::In, .. }] => Some(self.attribute(*attribute, bounds, true)),
                _ => None,
            },
            kind => Some(self.atom(&Atom { measure: atom.measure.clone(), kind: opposite_kind(kind)? })),
        }
    }
}

/// The same quantity, its one bound turned round; `None` where that is no bound.
fn opposite_kind(kind: &AtomKind) -> Option<AtomKind> {
    match kind {
        AtomKind::Sum(sum) => Some(AtomKind::Sum(opposite_sum(sum)?)),
        AtomKind::Countries { set, bounds } => {
            Some(AtomKind::Countries { set: *set, bounds: opposite_counts(bounds)? })
        }
        AtomKind::Months { bounds } => Some(AtomKind::Months { bounds: opposite_counts(bounds)? }),
        AtomKind::Date { field, bounds } => match bounds.as_slice() {
            [(op, moment)] => Some(AtomKind::Date { field: *field, bounds: vec![(opposite(*op)?, moment.clone())] }),
            _ => None,
        },
        AtomKind::Attribute { .. } => None,
    }
}

fn opposite_sum(sum: &Sum) -> Option<Sum> {
    match sum.bounds.as_slice() {
        [SumBound::Form { op, bound, difference }] => {
            let bound = SumBound::Form { op: opposite(*op)?, bound: bound.clone(), difference: difference.clone() };
            Some(Sum { bounds: vec![bound], ..sum.clone() })
        }
        _ => None,
    }
}

fn opposite_counts(bounds: &[CountBound]) -> Option<Vec<CountBound>> {
    match bounds {
        [CountBound::One(op, value)] => Some(vec![CountBound::One(opposite(*op)?, *value)]),
        _ => None,
    }
}

fn opposite(op: Op) -> Option<Op> {
    match op {
        Op::Min => Some(Op::Below),
        Op::Max => Some(Op::Above),
        Op::Above => Some(Op::Max),
        Op::Below => Some(Op::Min),
        Op::Is | Op::In | Op::Within => None,
    }
}
