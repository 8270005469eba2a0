//! The bound of a sum in words: constants, shares, and so much for each.

use super::quantity::is_count;
use super::set::Scope;
use crate::report::format::{grouped, money};
use crate::rulebook::model::{Linear, Side, Unit};
use crate::value::{Amount, Exact};

const NO_BREAK: char = '\u{a0}';
/// A percentage has at most six decimals.
const PERCENT_DECIMALS: usize = 6;

/// A part of a sum and the sign before it.
struct Part {
    is_negative: bool,
    is_constant: bool,
    words: String,
}

impl Scope<'_> {
    /// `DKK 250,000`, `50 % of the cost, less the contribution “Public money”`.
    pub(super) fn form(&self, form: &Linear, unit: Unit) -> String {
        let mut parts: Vec<Part> =
            form.sides.iter().filter(|side| !side.factor.is_zero()).map(|side| self.term(side, form, unit)).collect();
        parts.sort_by_key(|part| part.is_negative);
        let starts_negative = parts.first().is_none_or(|part| part.is_negative);
        if form.constant != 0 || starts_negative {
            let constant = form.constant.checked_div(form.denominator).unwrap_or(0);
            parts.insert(0, Part { is_negative: false, is_constant: true, words: self.number(constant, unit) });
        }
        joined(&parts)
    }

    /// An amount in minor units, or a count.
    pub(super) fn number(&self, value: i128, unit: Unit) -> String {
        match unit {
            Unit::Money => money(Amount { minor: value, currency: self.currency }),
            Unit::Count => grouped(&value.to_string()),
        }
    }

    fn term(&self, side: &Side, form: &Linear, unit: Unit) -> Part {
        let is_negative = side.factor.is_negative();
        let factor = if is_negative { side.factor.negated() } else { side.factor };
        let words = if unit == Unit::Money && is_count(self.model, &side.measured) {
            let amount = factor.divided_down(Exact::new(form.denominator)).narrowed();
            format!("{} {}", self.number(amount, unit), self.for_each(&side.measured))
        } else {
            format!("{}{}", share(factor, form.denominator), self.the_measured(&side.measured))
        };
        Part { is_negative, is_constant: false, words }
    }
}

/// A comma keeps a share apart from what is added to it.
fn joined(parts: &[Part]) -> String {
    let mut text = String::new();
    let mut before: Option<&Part> = None;
    for part in parts {
        if let Some(before) = before {
            text.push_str(if before.is_constant { " " } else { ", " });
            text.push_str(if part.is_negative { "less " } else { "plus " });
        }
        text.push_str(&part.words);
        before = Some(part);
    }
    text
}

/// Before what it is a share of: `50 % of `, `1/3 of `, `2 times `; nothing for the whole.
fn share(numerator: Exact, denominator: i128) -> String {
    let whole = numerator.divided_down(Exact::new(denominator));
    if whole.times(Exact::new(denominator)) == numerator {
        return if whole == Exact::new(1) {
            String::new()
        } else {
            format!("{} times ", grouped(&whole.narrowed().to_string()))
        };
    }
    percentage(numerator, denominator).unwrap_or_else(|| fraction(numerator.narrowed(), denominator))
}

/// `None` where no decimal says it exactly.
fn percentage(numerator: Exact, denominator: i128) -> Option<String> {
    let denominator = Exact::new(denominator);
    let scaled = numerator.times(Exact::new(100_000_000));
    let percent = scaled.divided_down(denominator);
    if percent.times(denominator) != scaled {
        return None;
    }
    let digits = format!("{:0>width$}", percent.narrowed(), width = PERCENT_DECIMALS.saturating_add(1));
    let (whole, decimals) = digits.split_at_checked(digits.len().saturating_sub(PERCENT_DECIMALS))?;
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    Some(format!("{}{point}{decimals}{NO_BREAK}% of ", grouped(whole)))
}

fn fraction(numerator: i128, denominator: i128) -> String {
    let divisor = greatest_common_divisor(numerator, denominator);
    let reduced = |number: i128| grouped(&number.checked_div(divisor).unwrap_or(number).to_string());
    format!("{}/{} of ", reduced(numerator), reduced(denominator))
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    a.checked_rem(b).map_or(a, |rest| greatest_common_divisor(b, rest))
}

#[cfg(test)]
mod tests {
    use super::share;
    use crate::value::Exact;

    #[test]
    fn a_share_is_a_percentage_where_that_is_exact() {
        let share = |numerator, denominator| share(Exact::new(numerator), denominator);
        assert_eq!(share(1, 2), "50\u{a0}% of ");
        assert_eq!(share(1, 8), "12.5\u{a0}% of ");
        assert_eq!(share(3, 2), "150\u{a0}% of ");
        assert_eq!(share(1, 100_000_000), "0.000001\u{a0}% of ");
        assert_eq!(share(4, 6), "2/3 of ");
        assert_eq!(share(6, 6), "");
        assert_eq!(share(12, 6), "2 times ");
    }
}
