//! From a rule's syntax to its model: sets and sums, and what only the whole atom shows to be wrong.

use std::sync::Arc;

use super::at::At;
use super::context::Context;
use super::linear::Form;
use super::syntax::{
    AtomSyntax, BoundSyntax, BoundValue, Constant, ConstantCurrency, FilterSyntax, MeasureSyntax, SetSyntax,
    TermFactor, TermSyntax, TestSyntax,
};
use super::words::listed;
use crate::rulebook::model::{
    Atom, AtomKind, AttributeBound, CountBound, Each, Filter, FilterId, Measured, Member, Of, Op, Set, Sum, SumBound,
    Test, Unit,
};
use crate::value::{Currency, Factor, Moment, sort};

/// What the tests of one rule have in common.
pub(super) struct RuleScope<'f> {
    pub(super) each: Each,
    pub(super) filter: &'f FilterSyntax,
    /// Whether the rule names its currency.
    pub(super) names_currency: bool,
}

impl<'t> Context<'t> {
    pub(super) fn compile_filter(&mut self, filter: &FilterSyntax) -> Option<FilterId> {
        self.intern(Filter { clauses: filter.clauses.clone() })
    }

    /// `None` where some part of the test has a problem.
    pub(super) fn compile_test(&mut self, test: &TestSyntax<'t>, scope: &RuleScope<'_>) -> Option<Test> {
        match test {
            TestSyntax::All(tests) => {
                let compiled: Vec<Option<Test>> = tests.iter().map(|test| self.compile_test(test, scope)).collect();
                compiled.into_iter().collect::<Option<_>>().map(Test::All)
            }
            TestSyntax::Any(members) => {
                let compiled: Vec<Option<Member>> = members
                    .iter()
                    .map(|(title, test)| {
                        self.compile_test(test, scope).map(|test| Member { title: title.clone(), test })
                    })
                    .collect();
                compiled.into_iter().collect::<Option<_>>().map(Test::Any)
            }
            TestSyntax::Not(test) => self.compile_test(test, scope).map(|test| Test::Not(Box::new(test))),
            TestSyntax::Atom(atom) => self.compile_atom(atom, scope).map(|atom| Test::Atom(Box::new(atom))),
        }
    }

    fn compile_atom(&mut self, atom: &AtomSyntax<'t>, scope: &RuleScope<'_>) -> Option<Atom> {
        self.check_order(atom);
        self.check_same_set(atom, scope);
        let bounds: Option<Vec<(Op, &BoundValue<'t>)>> =
            atom.bounds.iter().map(|bound| bound.value.as_ref().map(|value| (bound.op, value))).collect();
        let bounds = bounds?;
        let kind = match atom.measure.as_ref()? {
            MeasureSyntax::Countries => {
                AtomKind::Countries { set: self.compile_set(&atom.set, scope)?, bounds: count_bounds(&bounds) }
            }
            MeasureSyntax::Months => AtomKind::Months { bounds: count_bounds(&bounds) },
            MeasureSyntax::Date(field) => {
                AtomKind::Date { field: *field, bounds: bounds.iter().filter_map(date_bound).collect() }
            }
            MeasureSyntax::Attribute(attribute) => AtomKind::Attribute {
                attribute: *attribute,
                bounds: bounds.iter().filter_map(attribute_bound).collect(),
            },
            measure => AtomKind::Sum(self.compile_sum(atom, measure, scope)?),
        };
        Some(Atom { measure: Arc::new(atom.written.clone()), kind })
    }

    fn compile_sum(&mut self, atom: &AtomSyntax<'t>, measure: &MeasureSyntax, scope: &RuleScope<'_>) -> Option<Sum> {
        let measured = self.compile_measured(measure, &atom.set, scope)?;
        let alone = Form::of(Factor::ONE, measured.clone());
        let mut bounds = Vec::new();
        for bound in &atom.bounds {
            bounds.push(self.compile_sum_bound(bound, &measured, scope)?);
        }
        let in_own_currency = !scope.names_currency && scope.each == Each::Partner && is_rate_of_own(atom, measure);
        Some(Sum { unit: measure.unit()?, measure: alone.linear()?, bounds, in_own_currency })
    }

    fn compile_sum_bound(
        &mut self,
        bound: &BoundSyntax<'t>,
        measured: &Measured,
        scope: &RuleScope<'_>,
    ) -> Option<SumBound> {
        let terms = match bound.value.as_ref()? {
            BoundValue::Terms(terms) => terms,
            BoundValue::Constants(constants) => {
                return Some(SumBound::OneOf(constants.iter().map(|constant| constant.value).collect()));
            }
            _ => return None,
        };
        let mut form = Form::default();
        for term in terms {
            self.add_term(&mut form, term, scope)?;
        }
        let difference = form.subtracted_from(measured);
        let (Some(bound_form), Some(difference)) = (form.linear(), difference.linear()) else {
            self.problems
                .at(&bound.at, "the rates of this bound are too fine to be held exactly together: write simpler ones");
            return None;
        };
        Some(SumBound::Form { op: bound.op, bound: bound_form, difference })
    }

    fn add_term(&mut self, form: &mut Form, term: &TermSyntax<'t>, scope: &RuleScope<'_>) -> Option<()> {
        match term {
            TermSyntax::Constant(constant) => form.constant = form.constant.checked_add(constant.value)?,
            TermSyntax::Measured { factor, measure, set, .. } => {
                let measured = self.compile_measured(measure, set, scope)?;
                form.terms.push((factor.factor(), measured));
            }
        }
        Some(())
    }

    fn compile_measured(
        &mut self,
        measure: &MeasureSyntax,
        set: &SetSyntax,
        scope: &RuleScope<'_>,
    ) -> Option<Measured> {
        let set = self.compile_set(set, scope)?;
        match measure {
            MeasureSyntax::Money { kind, keys } => Some(Measured::Money { kind: *kind, keys: keys.clone(), set }),
            MeasureSyntax::Partners => Some(Measured::Partners { set }),
            MeasureSyntax::Answer { question, of_partners: true, .. } => {
                Some(Measured::Answer { question: *question, set })
            }
            MeasureSyntax::Answer { question, .. } => Some(Measured::OwnAnswer { question: *question }),
            _ => None,
        }
    }

    fn compile_set(&mut self, set: &SetSyntax, scope: &RuleScope<'_>) -> Option<Set> {
        let is_whole_group =
            set.of == Some(Of::Group) && scope.each == Each::Proposal && scope.filter.clauses.is_empty();
        let is_all = set.filter.clauses.is_empty() && (set.of == Some(Of::Proposal) || is_whole_group);
        Some(Set { of: set.of?, filter: self.compile_filter(&set.filter), is_all })
    }

    /// The currency that the constants carry; a problem where they do not agree.
    pub(super) fn carried_currency(
        &mut self,
        at: &At<'t>,
        constants: &[Constant],
        named: Option<Currency>,
    ) -> Option<Currency> {
        let mut currencies: Vec<Option<Currency>> = Vec::new();
        for currency in constants.iter().filter_map(|constant| constant.currency.carried()) {
            if !currencies.contains(&currency) {
                currencies.push(currency);
            }
        }
        let carried = currencies.iter().flatten().next().copied();
        if currencies.len() > 1 {
            self.problems.at(at, two_currencies(&currencies));
        } else if let Some((named, carried)) = named.zip(carried).filter(|(named, carried)| named != carried) {
            self.problems.at(at, format!("the amounts are in {carried}, while `currency` says {named}: make them one"));
        }
        carried
    }
}

fn two_currencies(currencies: &[Option<Currency>]) -> String {
    let mut carried: Vec<&str> = currencies.iter().flatten().map(|currency| currency.code()).collect();
    sort(&mut carried, &|a, b| a.cmp(b));
    let listed = listed(&carried, "and");
    match currencies.contains(&None) {
        true => format!("only some of these amounts carry a currency ({listed}): let all carry the same one, or none"),
        false => format!("amounts in {listed}: let all carry the same currency, or none"),
    }
}

impl ConstantCurrency {
    /// `Some(None)` for an amount without a currency, `None` for a count.
    fn carried(self) -> Option<Option<Currency>> {
        match self {
            ConstantCurrency::Carried(currency) => Some(Some(currency)),
            ConstantCurrency::Plain => Some(None),
            ConstantCurrency::Count => None,
        }
    }
}

impl TermFactor {
    fn factor(self) -> Factor {
        match self {
            TermFactor::Rate(factor) => factor,
            TermFactor::Amount(constant) => Factor { numerator: constant.value, denominator: 1 },
        }
    }
}

/// Whether the measure and every term of its bounds are amounts of the group itself.
fn is_rate_of_own(atom: &AtomSyntax<'_>, measure: &MeasureSyntax) -> bool {
    let is_own = |measure: &MeasureSyntax, set: &SetSyntax| {
        measure.unit() == Some(Unit::Money) && measure.is_over_partners() && set.of == Some(Of::Group)
    };
    let is_own_rate = |term: &TermSyntax<'_>| matches!(term, TermSyntax::Measured { factor: TermFactor::Rate(_), measure, set, .. } if is_own(measure, set));
    is_own(measure, &atom.set)
        && atom
            .bounds
            .iter()
            .all(|bound| matches!(&bound.value, Some(BoundValue::Terms(terms)) if terms.iter().all(is_own_rate)))
}

fn count_bounds(bounds: &[(Op, &BoundValue<'_>)]) -> Vec<CountBound> {
    let bound = |(op, value): &(Op, &BoundValue<'_>)| match value {
        BoundValue::Count(count) => Some(CountBound::One(*op, *count)),
        BoundValue::Counts(counts) => Some(CountBound::OneOf(counts.clone())),
        _ => None,
    };
    bounds.iter().filter_map(bound).collect()
}

fn date_bound((op, value): &(Op, &BoundValue<'_>)) -> Option<(Op, Moment)> {
    match value {
        BoundValue::Moment(moment) => Some((*op, moment.clone())),
        _ => None,
    }
}

fn attribute_bound((op, value): &(Op, &BoundValue<'_>)) -> Option<AttributeBound> {
    match value {
        BoundValue::Choices(choices, shown) => {
            Some(AttributeBound { op: *op, choices: choices.clone(), shown: shown.clone() })
        }
        _ => None,
    }
}
