//! Reading constants: amounts and counts.

use super::at::At;
use super::context::Context;
use super::syntax::{Constant, ConstantCurrency};
use super::test::Scope;
use super::words::{CURRENCY, currency_meant, did_you_mean, shortened};
use crate::rulebook::model::Unit;
use crate::value::{Amount, Currency, Literal, count_of};

/// What a count is written as.
const WHOLE: &str = "write one whole number of 0 or more, with at most 15 digits";

impl<'t> Context<'t> {
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

    pub(super) fn is_no_count(&mut self, at: &At<'t>, what: &str) {
        let is_quoted = at.text().and_then(Literal::from_text).is_some_and(|literal| count_of(&literal).is_some());
        self.is_no(at, what, if is_quoted { "write the number without quotation marks" } else { WHOLE });
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
pub(super) fn count(at: &At<'_>) -> Option<i128> {
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

/// A decimal as text or as a JSON number.
pub(super) fn literal(at: &At<'_>) -> Option<Literal> {
    match (at.text(), at.number()) {
        (Some(text), _) => Literal::from_text(text),
        (_, Some(number)) => Literal::from_text(&number.plain()),
        _ => None,
    }
}
