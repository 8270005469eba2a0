//! Which fields a rule or a notice hangs on: an edit of others leaves standing what was judged.

use crate::proposal::{Changes, FieldSet};
use crate::rulebook::model::{
    AtomKind, Attribute, Clause, DateField, Filter, FilterId, Kind, Linear, Measured, Model, Notice, Rule, Set, Sum,
    SumBound, Test,
};

/// The fields that something hangs on. Countries and currencies are not among them: everything may.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reads {
    /// By their values.
    pub(crate) values: FieldSet,
    /// Only by whether a partner matches a filter.
    pub(crate) memberships: FieldSet,
}

/// How far changes reach.
pub(crate) struct Reach<'c> {
    pub(crate) changes: &'c Changes,
    /// Whether the changes leave all that hangs on the filters as it was.
    pub(crate) is_settled: bool,
}

impl Reach<'_> {
    pub(crate) fn reaches(&self, reads: Reads) -> bool {
        let fields = self.changes.fields;
        fields.meets(reads.values) || (!self.is_settled && fields.meets(reads.memberships))
    }
}

impl Reads {
    pub(crate) fn of_rule(model: &Model, rule: &Rule) -> Reads {
        let mut reads = Reads::default();
        reads.add_filter(model, rule.filter);
        for test in rule.when.iter().chain([&rule.require]) {
            reads.add_test(model, test);
        }
        reads
    }

    pub(crate) fn of_notice(model: &Model, notice: &Notice) -> Reads {
        let mut reads = Reads::default();
        if let Some(when) = &notice.when {
            reads.add_test(model, when);
        }
        reads
    }

    fn add_value(&mut self, field: FieldSet) {
        self.values = self.values.and(field);
    }

    fn add_test(&mut self, model: &Model, test: &Test) {
        match test {
            Test::All(tests) => tests.iter().for_each(|test| self.add_test(model, test)),
            Test::Any(members) => members.iter().for_each(|member| self.add_test(model, &member.test)),
            Test::Not(test) => self.add_test(model, test),
            Test::Atom(atom) => self.add_atom(model, &atom.kind),
        }
    }

    fn add_atom(&mut self, model: &Model, atom: &AtomKind) {
        match atom {
            AtomKind::Sum(sum) => self.add_sum(model, sum),
            AtomKind::Countries { set, .. } => self.add_filter(model, set.filter),
            AtomKind::Months { .. } | AtomKind::Date { field: DateField::Start | DateField::End, .. } => {
                self.add_value(FieldSet::DATES);
            }
            AtomKind::Date { field: DateField::Submitted, .. } => self.add_value(FieldSet::SUBMITTED),
            AtomKind::Attribute { attribute, .. } => self.add_value(field_of(*attribute)),
        }
    }

    fn add_sum(&mut self, model: &Model, sum: &Sum) {
        self.add_linear(model, &sum.measure);
        for bound in &sum.bounds {
            if let SumBound::Form { bound, .. } = bound {
                self.add_linear(model, bound);
            }
        }
    }

    fn add_linear(&mut self, model: &Model, linear: &Linear) {
        for side in &linear.sides {
            self.add_value(measured(&side.measured));
            self.add_filter(model, side.measured.set().and_then(|set: &Set| set.filter));
        }
    }

    fn add_filter(&mut self, model: &Model, filter: Option<FilterId>) {
        if let Some(filter) = filter.and_then(|filter| model.filters.get(filter)) {
            self.memberships = self.memberships.and(read_by(filter));
        }
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
