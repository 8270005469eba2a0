//! Reading bounds: constants, terms and lists.

use super::at::At;
use super::context::Context;
use super::syntax::{BoundSyntax, BoundValue, Constant, ConstantCurrency, MeasureSyntax, TermFactor, TermSyntax};
use super::tables::literal;
use super::test::Scope;
use crate::rulebook::model::{Attribute, DateField, Op, QuestionKind, Unit};
use crate::value::Shown;
use crate::value::{Amount, Currency, Date, Factor, Literal, Moment, count};

impl<'t> Context<'t> {
    /// The bounds of an atom or a row.
    pub(super) fn read_bounds(
        &mut self,
        at: &At<'t>,
        scope: Scope,
        measure: Option<&MeasureSyntax>,
    ) -> Vec<BoundSyntax<'t>> {
        let mut bounds = Vec::new();
        for op in Op::ALL {
            let Some(value_at) = at.get(op.key()) else { continue };
            let value = measure.and_then(|measure| self.read_bound(&value_at, scope, measure, op));
            if op == Op::Min && matches!(measure, Some(MeasureSyntax::Partners | MeasureSyntax::Countries)) {
                self.uses.head_counts.push(value_at.clone());
            }
            bounds.push(BoundSyntax { op, at: value_at, value });
        }
        bounds
    }

    fn read_bound(&mut self, at: &At<'t>, scope: Scope, measure: &MeasureSyntax, op: Op) -> Option<BoundValue<'t>> {
        if !self.has_bound(measure, op) {
            self.problems.at(at, format!("this measure has no bound `{}`", op.key()));
            return None;
        }
        match measure {
            MeasureSyntax::Money { .. } | MeasureSyntax::Partners | MeasureSyntax::Answer { .. } => {
                self.read_sum_bound(at, scope, measure.unit()?, op)
            }
            MeasureSyntax::Countries | MeasureSyntax::Months => self.read_count_bound(at, op),
            MeasureSyntax::Date(field) => self.read_moment(at, *field).map(BoundValue::Moment),
            MeasureSyntax::Attribute(attribute) => self.read_attribute_bound(at, *attribute, op),
        }
    }

    fn has_bound(&self, measure: &MeasureSyntax, op: Op) -> bool {
        match measure {
            MeasureSyntax::Date(_) => matches!(op, Op::Min | Op::Max | Op::Above | Op::Below),
            MeasureSyntax::Attribute(attribute) if self.is_plural(*attribute) => matches!(op, Op::In | Op::Within),
            MeasureSyntax::Attribute(_) => matches!(op, Op::Is | Op::In),
            _ => op != Op::Within,
        }
    }

    /// Whether the attribute is a list of values.
    fn is_plural(&self, attribute: Attribute) -> bool {
        match attribute {
            Attribute::Labels => true,
            Attribute::Answer(question) | Attribute::OwnAnswer(question) => self
                .vocabulary
                .questions
                .get(question)
                .is_some_and(|question| matches!(question.kind, QuestionKind::Choices(_))),
            _ => false,
        }
    }

    fn read_sum_bound(&mut self, at: &At<'t>, scope: Scope, unit: Unit, op: Op) -> Option<BoundValue<'t>> {
        if op == Op::In {
            let items = self.filled_list(at, "the values of which it must be one")?;
            let constants: Vec<Option<Constant>> =
                items.iter().map(|item| self.read_constant(item, scope, unit)).collect();
            return constants.into_iter().collect::<Option<_>>().map(BoundValue::Constants);
        }
        let Some(sum) = at.get("sum") else {
            return self.read_term(at, scope, unit).map(|term| BoundValue::Terms(vec![term]));
        };
        self.only(at, &["sum"]);
        let items = self.filled_list(&sum, "the terms to add up")?;
        let terms: Vec<Option<TermSyntax<'t>>> =
            items.iter().map(|item| self.read_summand(item, scope, unit)).collect();
        terms.into_iter().collect::<Option<_>>().map(BoundValue::Terms)
    }

    fn read_summand(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        if at.has("sum") {
            self.problems.at(at, "a sum does not stand in a sum");
            return None;
        }
        self.read_term(at, scope, unit)
    }

    fn read_term(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
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
        if unit != Unit::Money {
            self.problems.at(amount, "an amount for each counted stands in bounds of money only");
            return None;
        }
        let amount = self.read_constant(amount, scope, Unit::Money)?;
        let factor = TermFactor::Amount(amount);
        self.read_measured_term(
            at,
            scope,
            Unit::Count,
            factor,
            "an amount is given for each partner or for each of a count answer",
        )
    }

    fn read_rate_term(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        self.only(at, &["rate", "measure", "of", "where"]);
        let factor = match at.get("rate") {
            Some(rate) => self.read_factor(&rate),
            None => Some(Factor::ONE),
        };
        let message = match unit {
            Unit::Money => "a bound of money is a share of money",
            Unit::Count => "a bound of a count is a share of `partners` or of a count answer",
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
            (_, Some(number)) => Factor::from_number(number),
            _ => None,
        };
        if factor.is_none() {
            self.problems.at(at, "a rate is a decimal (\"0.7\"), a percentage (\"85%\") or a fraction (\"1/3\"), with at most 9 digits before the point or on either side of the slash and 6 decimals");
        }
        factor
    }

    pub(super) fn read_constant(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<Constant> {
        let constant = match unit {
            Unit::Count => {
                at.number().and_then(count).map(|value| Constant { value, currency: ConstantCurrency::Count })
            }
            Unit::Money => money(at, scope.currency),
        };
        if constant.is_none() {
            let message = match unit {
                Unit::Count => "a count is a whole number of 0 or more, with at most 15 digits".to_owned(),
                Unit::Money => format!(
                    "an amount is a text such as \"250000\" or \"DKK 250000.50\": at most 15 digits before the point, behind it no more than the currency has ({} has {})",
                    scope.currency,
                    scope.currency.decimals()
                ),
            };
            self.problems.at(at, message);
        }
        constant
    }

    /// `countries` and `months` take one constant, or a list of them.
    fn read_count_bound(&mut self, at: &At<'t>, op: Op) -> Option<BoundValue<'t>> {
        if op == Op::In {
            let items = self.filled_list(at, "the numbers of which it must be one")?;
            let counts: Vec<Option<i128>> = items.iter().map(|item| self.read_count(item)).collect();
            return counts.into_iter().collect::<Option<_>>().map(BoundValue::Counts);
        }
        self.read_count(at).map(BoundValue::Count)
    }

    fn read_count(&mut self, at: &At<'t>) -> Option<i128> {
        let found = at.number().and_then(count);
        if found.is_none() {
            self.problems.at(at, "this bound is one whole number of 0 or more, with at most 15 digits");
        }
        found
    }

    fn read_moment(&mut self, at: &At<'t>, field: DateField) -> Option<Moment> {
        let (moment, message) = match field {
            DateField::Submitted => (
                at.text().and_then(Moment::from_text),
                "a date as YYYY-MM-DD, or an instant by RFC 3339 with its offset (2014-10-31T16:00+01:00)",
            ),
            DateField::Start | DateField::End => {
                (at.text().and_then(Date::from_text).map(Moment::from_date), "a day that exists, as YYYY-MM-DD")
            }
        };
        if moment.is_none() {
            self.problems.at(at, message);
        }
        moment
    }

    fn read_attribute_bound(&mut self, at: &At<'t>, attribute: Attribute, op: Op) -> Option<BoundValue<'t>> {
        let is_list = at.items().is_some();
        if is_list != (op != Op::Is) {
            self.problems.at(at, if op == Op::Is { "`is` takes one value" } else { "`in` and `within` take a list" });
            return None;
        }
        let choices = self.read_choices_of(at, attribute)?;
        Some(BoundValue::Choices(choices, shown(at)))
    }
}

/// An amount, with the currency it carries or in `plain`.
fn money(at: &At<'_>, plain: Currency) -> Option<Constant> {
    let (literal, currency) = match at.text().and_then(|text| text.split_once(' ')) {
        Some((code, digits)) => (Literal::from_text(digits)?, ConstantCurrency::Carried(Currency::from_code(code)?)),
        None => (literal(at)?, ConstantCurrency::Plain),
    };
    let in_currency = match currency {
        ConstantCurrency::Carried(carried) => carried,
        ConstantCurrency::Plain | ConstantCurrency::Count => plain,
    };
    let amount = Amount::from_literal(&literal, in_currency)?;
    Some(Constant { value: amount.minor, currency })
}

/// The values as they are written.
fn shown(at: &At<'_>) -> Shown {
    match (at.items(), at.text(), at.boolean()) {
        (Some(items), ..) => Shown::List(items.iter().map(shown).collect()),
        (_, Some(text), _) => Shown::Text(text.to_owned()),
        (.., Some(boolean)) => Shown::Boolean(boolean),
        _ => Shown::List(Vec::new()),
    }
}
