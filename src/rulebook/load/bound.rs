//! Reading bounds: constants, terms and lists.

use std::sync::Arc;

use super::at::At;
use super::context::Context;
use super::syntax::{BoundSyntax, BoundValue, Constant, ConstantCurrency, MeasureSyntax, TermFactor, TermSyntax};
use super::tables::{DAY, literal};
use super::test::Scope;
use super::words::{CURRENCY, currency_meant, did_you_mean, listed, shortened};
use crate::rulebook::model::{Attribute, DateField, Op, QuestionKind, Unit};
use crate::value::Shown;
use crate::value::{Amount, Currency, Date, Factor, Literal, Moment, count_of};

/// What a count is written as.
const WHOLE: &str = "write one whole number of 0 or more, with at most 15 digits";

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
            let bounds: Vec<&str> =
                Op::ALL.into_iter().filter(|op| self.has_bound(measure, *op)).map(Op::key).collect();
            let (op, bounds) = (op.key(), listed(&bounds, "and"));
            self.problems.at(at, format!("this measure takes no `{op}`: its bounds are {bounds}"));
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
            let items = self.filled_list(at, "values")?;
            let constants: Vec<Option<Constant>> =
                items.iter().map(|item| self.read_constant(item, scope, unit)).collect();
            return constants.into_iter().collect::<Option<_>>().map(BoundValue::Constants);
        }
        let Some(sum) = at.get("sum") else {
            return self.read_term(at, scope, unit).map(|term| BoundValue::Terms(vec![term]));
        };
        self.only(at, &["sum"]);
        let items = self.filled_list(&sum, "terms")?;
        let terms: Vec<Option<TermSyntax<'t>>> =
            items.iter().map(|item| self.read_summand(item, scope, unit)).collect();
        terms.into_iter().collect::<Option<_>>().map(BoundValue::Terms)
    }

    fn read_summand(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<TermSyntax<'t>> {
        if at.has("sum") {
            self.problems.at(at, "a sum does not stand in a sum: write all terms into one");
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

    pub(super) fn read_constant(&mut self, at: &At<'t>, scope: Scope, unit: Unit) -> Option<Constant> {
        let constant = match unit {
            Unit::Count => count(at).map(|value| Constant { value, currency: ConstantCurrency::Count }),
            Unit::Money => money(at, scope.currency),
        };
        if constant.is_none() {
            let what = if unit == Unit::Count { "count" } else { "amount" };
            match (at.text().filter(|text| text.ends_with('%')), unit) {
                (Some(rate), _) => {
                    let right =
                        format!("a share says of what, {{ \"rate\": \"{}\", \"measure\": … }}", shortened(rate));
                    self.is_no(at, what, &right);
                }
                (None, Unit::Count) => self.is_no_count(at, what),
                (None, Unit::Money) => self.is_no_amount(at, scope.currency),
            }
        }
        constant
    }

    fn is_no_amount(&mut self, at: &At<'t>, plain: Currency) {
        if let Some(currency) = at.text().and_then(currency_behind) {
            let example = example(currency);
            self.is_no(at, "amount", &format!("the currency stands in front, such as \"{currency} {example}\""));
            return;
        }
        if let Some((currency, digits)) = at.text().and_then(currency_close_before) {
            let right = format!("a space stands behind the currency, such as \"{currency} {digits}\"");
            self.is_no(at, "amount", &right);
            return;
        }
        let code = at.text().and_then(|text| text.split_once(' ')).map(|(code, _)| code);
        let carried = code.map(|code| (code, Currency::from_code(code)));
        if let Some((code, None)) = carried.filter(|(code, _)| code.bytes().all(|byte| byte.is_ascii_alphabetic())) {
            let hint = did_you_mean(currency_meant(code));
            self.is_no(at, "amount", &format!("the currency in front is unknown; {CURRENCY}{hint}"));
            return;
        }
        let currency = carried.and_then(|(_, currency)| currency).unwrap_or(plain);
        let example = example(currency);
        let decimals = match currency.decimals() {
            0 => "no decimals".to_owned(),
            decimals => format!("at most {decimals} decimals behind a point"),
        };
        self.is_no(at, "amount", &format!("write at most 15 digits without grouping and, in {currency}, {decimals}, such as \"{example}\" or \"{currency} {example}\""));
    }

    /// `countries` and `months` take one constant, or a list of them.
    fn read_count_bound(&mut self, at: &At<'t>, op: Op) -> Option<BoundValue<'t>> {
        if op == Op::In {
            let items = self.filled_list(at, "values")?;
            let counts: Vec<Option<i128>> = items.iter().map(|item| self.read_count(item)).collect();
            return counts.into_iter().collect::<Option<_>>().map(BoundValue::Counts);
        }
        self.read_count(at).map(BoundValue::Count)
    }

    fn read_count(&mut self, at: &At<'t>) -> Option<i128> {
        let found = count(at);
        if found.is_none() {
            self.is_no_count(at, "bound of this measure");
        }
        found
    }

    fn is_no_count(&mut self, at: &At<'t>, what: &str) {
        let is_quoted = at.text().and_then(Literal::from_text).is_some_and(|literal| count_of(&literal).is_some());
        self.is_no(at, what, if is_quoted { "write the number without quotation marks" } else { WHOLE });
    }

    fn read_moment(&mut self, at: &At<'t>, field: DateField) -> Option<Moment> {
        let (moment, what, right) = match field {
            DateField::Submitted => (
                at.text().and_then(Moment::from_text),
                "date or instant",
                "write a day that exists (\"2014-10-31\"), or an instant with its offset (\"2014-10-31T16:00+01:00\")",
            ),
            DateField::Start | DateField::End => {
                (at.text().and_then(Date::from_text).map(Moment::from_date), "date", DAY)
            }
        };
        if moment.is_none() {
            self.is_no(at, what, right);
        }
        moment
    }

    fn read_attribute_bound(&mut self, at: &At<'t>, attribute: Attribute, op: Op) -> Option<BoundValue<'t>> {
        let is_list = at.items().is_some();
        if is_list != (op != Op::Is) {
            let (what, right) =
                if op == Op::Is { ("value of `is`", "write one value") } else { ("list", "write a list, [ … ]") };
            self.is_no(at, what, right);
            return None;
        }
        let choices = self.read_choices_of(at, attribute)?;
        Some(BoundValue::Choices(choices, shown(at)))
    }
}

/// An amount as it may be written in this currency.
fn example(currency: Currency) -> &'static str {
    if currency.decimals() == 0 { "250000" } else { "250000.50" }
}

/// The currency that was written behind the digits: `250000 DKK`, `250000 euro`.
fn currency_behind(text: &str) -> Option<Currency> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let code = text.strip_prefix(digits).filter(|_| digits.starts_with(|first: char| first.is_ascii_digit()))?;
    currency_meant(code).and_then(Currency::from_code)
}

/// The currency that no space keeps apart from its amount: `DKK250000`.
fn currency_close_before(text: &str) -> Option<(Currency, &str)> {
    let (code, digits) = text.split_at_checked(3)?;
    let currency = Currency::from_code(code)?;
    Amount::from_literal(&Literal::from_text(digits)?, currency).map(|_| (currency, digits))
}

/// A whole number, given as one.
fn count(at: &At<'_>) -> Option<i128> {
    count_of(&Literal::from_text(&at.number()?.plain())?)
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
        (_, Some(text), _) => Shown::Text(text.into()),
        (.., Some(boolean)) => Shown::Boolean(boolean),
        _ => Shown::List(Arc::new([])),
    }
}
