//! What only a whole atom shows to be wrong: bounds that cross, a measure compared with itself.

use super::at::At;
use super::compile::RuleScope;
use super::context::Context;
use super::syntax::{AtomSyntax, BoundValue, Constant, ConstantCurrency, MeasureSyntax, SetSyntax, TermSyntax};
use crate::rulebook::model::{Each, Of, Op};

impl<'t> Context<'t> {
    /// A minimum above the maximum can never be kept.
    pub(super) fn check_order(&mut self, atom: &AtomSyntax<'t>) {
        let bound = |op| atom.bounds.iter().find(|bound| bound.op == op);
        let (Some(min), Some(max)) = (bound(Op::Min), bound(Op::Max)) else { return };
        let crossed = match (&min.value, &max.value) {
            (Some(BoundValue::Count(min)), Some(BoundValue::Count(max))) => min > max,
            (Some(BoundValue::Moment(min)), Some(BoundValue::Moment(max))) => {
                min.is_instant() == max.is_instant() && min.order(max).at_or_before == Some(false)
            }
            (Some(BoundValue::Terms(min)), Some(BoundValue::Terms(max))) => {
                constant_sum(min).zip(constant_sum(max)).is_some_and(|(min, max)| min.0 == max.0 && min.1 > max.1)
            }
            _ => false,
        };
        if crossed {
            let message = self.crossing(&min.at, &max.at);
            self.problems.at(&min.at, message);
        }
    }

    /// The two values, unless one is a sum.
    fn crossing(&self, min: &At<'t>, max: &At<'t>) -> String {
        let (low, high) = (self.found(min), self.found(max));
        match min.members().or(max.members()) {
            None => format!("the minimum {low} is above the maximum {high}: nothing keeps both"),
            Some(_) => "the minimum is above the maximum: nothing keeps both".to_owned(),
        }
    }

    /// A share that forgot `of: proposal` compares a measure with itself.
    pub(super) fn check_same_set(&mut self, atom: &AtomSyntax<'t>, scope: &RuleScope<'_>) {
        let Some(measure) = &atom.measure else { return };
        let Some(place) = set_key(measure, &atom.set, scope) else { return };
        for bound in &atom.bounds {
            let Some(BoundValue::Terms(terms)) = &bound.value else { continue };
            for term in terms {
                let TermSyntax::Measured { at, measure: of_term, set, .. } = term else { continue };
                if of_term == measure && set_key(of_term, set, scope).as_ref() == Some(&place) {
                    self.problems.at(at, "this compares the measure with itself over the same partners: a share of the whole says `\"of\": \"proposal\"`, a share of some a `where`");
                }
            }
        }
    }
}

/// Which partners a set is, whatever it is called: its reach and all conditions that hold.
fn set_key(measure: &MeasureSyntax, set: &SetSyntax, scope: &RuleScope<'_>) -> Option<(u8, Vec<String>)> {
    if !measure.is_over_partners() {
        return Some((0, Vec::new()));
    }
    let conditions =
        if set.of? == Of::Group { set.filter.and(scope.filter).conditions } else { set.filter.conditions.clone() };
    let reach = match (set.of?, scope.each) {
        (Of::Proposal, _) | (Of::Group, Each::Proposal) => 1,
        (Of::Country, _) | (Of::Group, Each::Country) => 2,
        (Of::Group, Each::Partner) => 3,
    };
    Some((reach, conditions))
}

/// The sum of constants of one currency, and which it is.
fn constant_sum(terms: &[TermSyntax<'_>]) -> Option<(ConstantCurrency, i128)> {
    let constant = |term: &TermSyntax<'_>| match term {
        TermSyntax::Constant(constant) => Some(*constant),
        TermSyntax::Measured { .. } => None,
    };
    let constants: Vec<Constant> = terms.iter().map(constant).collect::<Option<_>>()?;
    let currency = constants.first()?.currency;
    let sum = constants.iter().fold(0_i128, |sum, constant| sum.saturating_add(constant.value));
    constants.iter().all(|constant| constant.currency == currency).then_some((currency, sum))
}
