//! Amounts of money: exact, never more decimals than their currency has.

use super::{Currency, Exact};

/// Digits before the point that an amount may have, as written.
const WHOLE_DIGITS: usize = 15;

/// A decimal as it is written: `digits[.digits]`, without sign, exponent, grouping or space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Literal {
    whole: String,
    fraction: String,
}

impl Literal {
    pub(crate) fn from_text(text: &str) -> Option<Literal> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (text, ""),
        };
        is_digits(whole).then(|| Literal { whole: whole.to_owned(), fraction: fraction.to_owned() })
    }

    /// A JSON number of 0 or more by its shortest round-trip decimal.
    pub(crate) fn from_number(number: f64) -> Option<Literal> {
        let magnitude = if number == 0.0 { 0.0 } else { number };
        // Rust's display of a float is its shortest round-trip decimal, without an exponent.
        magnitude.is_finite().then(|| Literal::from_text(&magnitude.to_string()))?
    }

    /// Whether it is an amount in some currency, whatever its decimals.
    pub(crate) fn is_amount(&self) -> bool {
        self.whole.len() <= WHOLE_DIGITS
    }

    pub(crate) fn whole_digits(&self) -> usize {
        self.whole.len()
    }

    pub(crate) fn decimals(&self) -> usize {
        self.fraction.len()
    }

    /// The number in units of `10^-decimals`; `None` where it has more decimals or does not fit.
    pub(crate) fn scaled(&self, decimals: usize) -> Option<i128> {
        let zeros = decimals.checked_sub(self.fraction.len())?;
        let digits: i128 = format!("{}{}", self.whole, self.fraction).parse().ok()?;
        digits.checked_mul(power_of_ten(zeros)?)
    }

    /// The number where it has no fraction.
    pub(crate) fn whole(&self) -> Option<i128> {
        self.fraction.is_empty().then(|| self.whole.parse().ok())?
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(crate) fn power_of_ten(exponent: usize) -> Option<i128> {
    10_i128.checked_pow(u32::try_from(exponent).ok()?)
}

/// An amount in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) minor: i128,
    pub(crate) currency: Currency,
}

impl Amount {
    pub(crate) fn from_literal(literal: &Literal, currency: Currency) -> Option<Amount> {
        let minor = literal.scaled(currency.decimals())?;
        literal.is_amount().then_some(Amount { minor, currency })
    }

    /// The amount as it stands in a report: exactly the currency's decimals, no grouping.
    pub(crate) fn show(minor: Exact, currency: Currency) -> String {
        let decimals = currency.decimals();
        let minor = minor.narrowed();
        let sign = if minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", minor.unsigned_abs(), width = decimals.saturating_add(1));
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Literal};
    use crate::value::{Currency, Exact};

    fn read(text: &str, currency: &str) -> Option<i128> {
        let currency = Currency::from_code(currency)?;
        Some(Amount::from_literal(&Literal::from_text(text)?, currency)?.minor)
    }

    #[test]
    fn an_amount_has_at_most_its_currencys_decimals_as_written() {
        assert_eq!(read("1.50", "EUR"), Some(150));
        assert_eq!(read("18.000", "EUR"), None);
        assert_eq!(read("7.0", "ISK"), None);
        assert_eq!(read("999999999999999.99", "EUR"), Some(99_999_999_999_999_999));
        assert_eq!(read("1000000000000000", "EUR"), None);
        assert_eq!(read("0000000000000001", "EUR"), None, "digits count as written");
    }

    #[test]
    fn a_number_is_read_by_its_shortest_decimal() {
        let shortest = |number| Literal::from_number(number).map(|literal| (literal.whole, literal.fraction));
        assert_eq!(shortest(0.1), Some(("0".into(), "1".into())));
        assert_eq!(shortest(1e5), Some(("100000".into(), String::new())));
        assert_eq!(shortest(-0.0), Some(("0".into(), String::new())));
        assert_eq!(shortest(-0.5), None);
        assert_eq!(shortest(f64::NAN), None);
        assert_eq!(shortest(f64::INFINITY), None);
    }

    #[test]
    fn it_is_shown_with_exactly_its_decimals() {
        let show = |minor, code| Currency::from_code(code).map(|currency| Amount::show(Exact::new(minor), currency));
        assert_eq!(show(5, "EUR").as_deref(), Some("0.05"));
        assert_eq!(show(-100, "DKK").as_deref(), Some("-1.00"));
        assert_eq!(show(33, "ISK").as_deref(), Some("33"));
    }
}
