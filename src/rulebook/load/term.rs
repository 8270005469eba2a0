//! Reading the terms of a bound: constants, shares, and so much for each counted.

use super::at::At;
use super::context::Context;
use super::syntax::{Constant, TermFactor, TermSyntax};
use super::test::Scope;
use crate::rulebook::model::Unit;
use crate::value::Factor;

impl<'t> Context<'t> {
    pub(super) fn read_summand(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        if at.has("sum") {
            self.problems.at(at, "a sum does not stand in a sum: write all terms into one");
            return None;
        }
        self.read_term(at, scope, unit)
    }

    pub(super) fn read_term(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        if at.members().is_none() {
            return self.read_constant(at, scope, unit).map(TermSyntax::Constant);
        }
        match at.get("amount") {
            Some(amount) => self.read_amount_term(at, &amount, scope, unit),
            None => self.read_rate_term(at, scope, unit),
        }
    }

    /// `{ "amount": …, "measure": … }`: so much for each counted.
    fn read_amount_term(&mut self, at: &At<'t>, amount: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        self.only(at, &["amount", "measure", "of", "where"]);
        let Some(amount) = self.read_amount_of_term(amount, scope, unit) else {
            // Beside its amount the measure of a term is not told, but what is counted is.
            self.read_set(at, scope, None);
            return None;
        };
        let factor = TermFactor::Amount(amount);
        self.read_measured_term(
            at,
            scope,
            Unit::Count,
            factor,
            "`amount` is for each of `partners` or of a count answer: measure one of these",
        )
    }

    fn read_amount_of_term(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<Constant> {
        if unit == Unit::Money {
            return self.read_constant(at, scope, Unit::Money);
        }
        self.problems.at(at, "`amount`, so much for each counted, bounds money only: a share of a count has a `rate`");
        None
    }

    fn read_rate_term(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        self.only(at, &["rate", "measure", "of", "where"]);
        let factor = match at.get("rate") {
            Some(rate) => self.read_factor(&rate),
            None => Some(Factor::ONE),
        };
        let message = match unit {
            Unit::Money => {
                "money is bounded by a share of money: measure `grant`, `cost`, `contribution` or an answer of money"
            }
            Unit::Count => "a count is bounded by a share of a count: measure `partners` or a count answer",
        };
        let term = self.read_measured_term(at, scope, unit, TermFactor::Rate(factor.unwrap_or(Factor::ONE)), message);
        factor.and(term)
    }

    fn read_measured_term(
        &mut self,
        at: &At<'t>,
        scope: Scope,
        unit: Unit,
        factor: TermFactor,
        message: &str,
    ) -> Option<TermSyntax<'t>> {
        let measure_at = self.required(at, "measure", "a term");
        let measure = measure_at.as_ref().and_then(|measure| self.read_measure(measure, scope.each));
        let fits = measure.as_ref().is_none_or(|measure| measure.unit() == Some(unit));
        // Of a measure that does not fit, `of` and `where` are read as if it did.
        let set = self.read_set(at, scope, measure.as_ref().filter(|_| fits));
        let measure = measure?;
        if !fits {
            self.problems.at(&measure_at?, message);
            return None;
        }
        Some(TermSyntax::Measured { at: at.clone(), factor, measure, set })
    }

    fn read_factor(&mut self, at: &At<'t>) -> Option<Factor> {
        let factor = match (at.text(), at.number()) {
            (Some(text), _) => Factor::from_text(text),
            (_, Some(number)) => Factor::from_text(&number.plain()),
            _ => None,
        };
        if factor.is_none() {
            self.is_no(at, "rate", "write a decimal (\"0.7\"), a percentage (\"85%\") or a fraction (\"1/3\"), with at most 6 decimals, and 9 digits before the point or on either side of the slash");
        }
        factor
    }
}
