//! What a rule or a notice hangs on: an edit of anything else leaves standing what was judged.
//!
//! Countries and currencies are not among it: everything may hang on these.

use crate::proposal::FieldSet;
use crate::rulebook::model::{
    AtomKind, Attribute, Clause, DateField, Filter, FilterId, Kind, Linear, Measured, Notice, Rule, Sum, SumBound, Test,
};

/// How far an edit reaches.
pub(crate) struct Reach {
    /// What changed.
    pub(crate) fields: FieldSet,
    /// For each filter whether what hangs on it may have changed.
    pub(crate) filters: Vec<bool>,
}

impl Reach {
    /// That of both.
    pub(crate) fn and(mut self, other: &[bool]) -> Reach {
        for (reached, other) in self.filters.iter_mut().zip(other) {
            *reached |= other;
        }
        self
    }

    pub(crate) fn rule(&self, rule: &Rule) -> bool {
        self.filter(rule.filter) || rule.when.iter().chain([&rule.require]).any(|test| self.test(test))
    }

    pub(crate) fn notice(&self, notice: &Notice) -> bool {
        notice.when.iter().any(|when| self.test(when))
    }

    fn filter(&self, filter: Option<FilterId>) -> bool {
        filter.is_some_and(|filter| self.filters.get(filter).copied().unwrap_or(true))
    }

    fn test(&self, test: &Test) -> bool {
        match test {
            Test::All(tests) => tests.iter().any(|test| self.test(test)),
            Test::Any(members) => members.iter().any(|member| self.test(&member.test)),
            Test::Not(test) => self.test(test),
            Test::Atom(atom) => self.atom(&atom.kind),
        }
    }

    fn atom(&self, atom: &AtomKind) -> bool {
        match atom {
            AtomKind::Sum(sum) => self.sum(sum),
            AtomKind::Countries { set, .. } => self.filter(set.filter),
            AtomKind::Months { .. } | AtomKind::Date { field: DateField::Start | DateField::End, .. } => {
                self.fields.meets(FieldSet::DATES)
            }
            AtomKind::Date { field: DateField::Submitted, .. } => self.fields.meets(FieldSet::SUBMITTED),
            AtomKind::Attribute { attribute, .. } => self.fields.meets(field_of(*attribute)),
        }
    }

    fn sum(&self, sum: &Sum) -> bool {
        let bounds = sum.bounds.iter().filter_map(|bound| match bound {
            SumBound::Form { bound, .. } => Some(bound),
            SumBound::OneOf(_) => None,
        });
        std::iter::once(&sum.measure).chain(bounds).any(|linear| self.linear(linear))
    }

    fn linear(&self, linear: &Linear) -> bool {
        linear.sides.iter().any(|side| {
            let filter = side.measured.set().and_then(|set| set.filter);
            self.fields.meets(measured(&side.measured)) || self.filter(filter)
        })
    }
}

/// What decides whether a partner matches a filter.
pub(crate) fn read_by(filter: &Filter) -> FieldSet {
    filter.clauses.iter().fold(FieldSet::NONE, |fields, clause| {
        fields.and(match clause {
            Clause::Attribute { attribute, .. } => field_of(*attribute),
            Clause::Funded(_) => FieldSet::GRANT,
            Clause::Contributing(_) => FieldSet::CONTRIBUTIONS,
        })
    })
}

fn measured(measured: &Measured) -> FieldSet {
    match measured {
        Measured::Money { kind: Kind::Grant, .. } => FieldSet::GRANT,
        Measured::Money { kind: Kind::Cost, .. } => FieldSet::COSTS,
        Measured::Money { kind: Kind::Contribution, .. } => FieldSet::CONTRIBUTIONS,
        Measured::Partners { .. } => FieldSet::NONE,
        Measured::Answer { .. } | Measured::OwnAnswer { .. } => FieldSet::ANSWERS,
    }
}

/// A group of countries may hold regions, too.
fn field_of(attribute: Attribute) -> FieldSet {
    match attribute {
        Attribute::Country | Attribute::Region => FieldSet::REGION,
        Attribute::Type => FieldSet::TYPE,
        Attribute::Size => FieldSet::SIZE,
        Attribute::Role => FieldSet::ROLE,
        Attribute::Labels => FieldSet::LABELS,
        Attribute::Answer(_) | Attribute::OwnAnswer(_) => FieldSet::ANSWERS,
        Attribute::Strand => FieldSet::STRAND,
    }
}
