//! One measured quantity and its bounds, in words.

use super::attribute;
use super::count::{self, and, words};
use super::set::{Reach, Scope};
use crate::report::format::{date, either};
use crate::rulebook::model::{
    Atom, AtomKind, Attribute, AttributeBound, CountBound, DateField, Measured, Op, Set, Sum, SumBound, Unit,
};
use crate::value::Moment;

impl Scope<'_> {
    pub(super) fn atom(&self, atom: &Atom) -> String {
        match &atom.kind {
            AtomKind::Sum(sum) => self.sum(sum, &atom.measure),
            AtomKind::Countries { set, bounds } => {
                format!("{}{}", count::of(bounds, "country", "countries"), self.among(set))
            }
            AtomKind::Months { bounds } => {
                format!("duration {}", count::number(bounds, "less than", "month", "months"))
            }
            AtomKind::Date { field, bounds } => dates(*field, bounds),
            AtomKind::Attribute { attribute, bounds } => self.attribute(*attribute, bounds, false),
        }
    }

    pub(super) fn attribute(&self, attribute: Attribute, bounds: &[AttributeBound], negated: bool) -> String {
        and(bounds.iter().map(|bound| attribute::sentence(self.model, attribute, bound, negated)))
    }

    fn sum(&self, sum: &Sum, written: &serde_json::Value) -> String {
        let measured = sum.measure.sides.first().map(|side| &side.measured);
        match (measured, constants(sum)) {
            (Some(Measured::Partners { set }), Some(bounds)) => self.head_count_of(set, &bounds),
            (Some(measured), _) => {
                let is_of_a_part = measured.set().is_some_and(|set| set.filter.is_some());
                let scope = Scope { beside_a_part: is_of_a_part, ..*self };
                let bounds = and(sum.bounds.iter().map(|bound| scope.bound(bound, sum.unit)));
                format!("{} {bounds}", self.measured(measured, Some(written)))
            }
            (None, _) => String::new(),
        }
    }

    fn bound(&self, bound: &SumBound, unit: Unit) -> String {
        match bound {
            SumBound::Form { op: Op::Is, bound, .. } if !bound.sides.is_empty() => {
                format!("equal to {}", self.form(bound, unit))
            }
            SumBound::Form { op, bound, .. } => format!("{} {}", words(*op, "less than"), self.form(bound, unit)),
            SumBound::OneOf(values) => {
                format!("exactly {}", either(&values.iter().map(|value| self.number(*value, unit)).collect::<Vec<_>>()))
            }
        }
    }

    /// Partners between constant bounds: the number first, as one says it.
    fn head_count_of(&self, set: &Set, bounds: &[CountBound]) -> String {
        let partners = self.partners(set);
        match (self.reach(set), set.filter) {
            (Reach::Them, Some(_)) => {
                let are = if count::is_singular(bounds) {
                    format!("is {}", partners.one_with_article())
                } else {
                    format!("are {}", partners.several())
                };
                format!("{} of them {are}", count::bare(bounds))
            }
            (Reach::Partner, Some(_)) if count::is_none(bounds) => {
                format!("the partner is not {}", partners.one_with_article())
            }
            (Reach::Partner, Some(_)) if count::is_any(bounds) => {
                format!("the partner is {}", partners.one_with_article())
            }
            (Reach::Partner, Some(_)) => format!(
                "{} (the partner itself, if it is {})",
                count::of(bounds, "partner", "partners"),
                partners.one_with_article()
            ),
            _ => format!("{}{}", count::of(bounds, &partners.one(), &partners.several()), self.place(set)),
        }
    }

    fn among(&self, set: &Set) -> String {
        let partners = self.partners(set);
        match (self.reach(set), set.filter) {
            (Reach::Everybody | Reach::Them | Reach::Partner, None) => String::new(),
            (Reach::Everybody, Some(_)) => format!(" among {}", partners.several()),
            (Reach::Proposal, _) => format!(" among all {}", partners.several()),
            (Reach::Them, Some(_)) => format!(" among those who are {}", partners.several()),
            _ => self.owner(set),
        }
    }
}

/// The bounds, where all are constants.
fn constants(sum: &Sum) -> Option<Vec<CountBound>> {
    let constant = |bound: &SumBound| match bound {
        SumBound::Form { op, bound, .. } if bound.sides.is_empty() => Some(CountBound::One(*op, bound.constant)),
        SumBound::Form { .. } => None,
        SumBound::OneOf(values) => Some(CountBound::OneOf(values.clone())),
    };
    sum.bounds.iter().map(constant).collect()
}

fn dates(field: DateField, bounds: &[(Op, Moment)]) -> String {
    let subject = match field {
        DateField::Start => "start",
        DateField::End => "end",
        DateField::Submitted => "submitted",
    };
    format!("{subject} {}", and(bounds.iter().map(|(op, moment)| format!("{} {}", when(*op), date(&moment.text)))))
}

fn when(op: Op) -> &'static str {
    match op {
        Op::Min => "on or after",
        Op::Above => "after",
        Op::Below => "before",
        Op::Max | Op::Is | Op::In | Op::Within => "on or before",
    }
}
