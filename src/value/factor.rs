//! Factors: decimals, percentages and exact fractions.

use super::Literal;
use super::amount::power_of_ten;

const WHOLE_DIGITS: usize = 9;
const DECIMALS: usize = 6;

/// An exact fraction in lowest terms, its denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Factor {
    pub(crate) numerator: i128,
    pub(crate) denominator: i128,
}

impl Factor {
    pub(crate) const ONE: Factor = Factor { numerator: 1, denominator: 1 };

    /// `"0.7"`, `"85%"`, `"-1/3"`.
    pub(crate) fn from_text(text: &str) -> Option<Factor> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let factor = Factor::from_unsigned(text)?;
        Some(if negative { factor.negated() } else { factor })
    }

    fn from_unsigned(text: &str) -> Option<Factor> {
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Factor::fraction(whole(numerator)?, whole(denominator)?);
        }
        match text.strip_suffix('%') {
            Some(percent) => Factor::fraction(decimal(percent)?, power_of_ten(DECIMALS.saturating_add(2))?),
            None => Factor::fraction(decimal(text)?, power_of_ten(DECIMALS)?),
        }
    }

    fn fraction(numerator: i128, denominator: i128) -> Option<Factor> {
        let divisor = greatest_common_divisor(numerator, denominator);
        let denominator = denominator.checked_div(divisor)?;
        (denominator > 0).then_some(Factor { numerator: numerator.checked_div(divisor)?, denominator })
    }

    pub(crate) fn negated(self) -> Factor {
        Factor { numerator: self.numerator.saturating_neg(), ..self }
    }
}

/// A decimal in millionths.
fn decimal(text: &str) -> Option<i128> {
    let literal = Literal::from_text(text)?;
    (literal.whole_digits() <= WHOLE_DIGITS && literal.decimals() <= DECIMALS).then(|| literal.scaled(DECIMALS))?
}

fn whole(text: &str) -> Option<i128> {
    let literal = Literal::from_text(text)?;
    (literal.whole_digits() <= WHOLE_DIGITS).then(|| literal.whole())?
}

pub(crate) fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    match a.checked_rem(b) {
        None | Some(0) => {
            if b == 0 {
                a
            } else {
                b
            }
        }
        Some(rest) => greatest_common_divisor(b, rest),
    }
}

impl Factor {
    /// The least common multiple of two denominators, where it can be held.
    pub(crate) fn common_denominator(a: i128, b: i128) -> Option<i128> {
        a.checked_div(greatest_common_divisor(a, b))?.checked_mul(b)
    }
}

#[cfg(test)]
mod tests {
    use super::Factor;

    fn read(text: &str) -> Option<(i128, i128)> {
        Factor::from_text(text).map(|factor| (factor.numerator, factor.denominator))
    }

    #[test]
    fn decimals_percentages_and_fractions() {
        assert_eq!(read("0.7"), Some((7, 10)));
        assert_eq!(read("85%"), Some((17, 20)));
        assert_eq!(read("12.5%"), Some((1, 8)));
        assert_eq!(read("-1/3"), Some((-1, 3)));
        assert_eq!(read("0"), Some((0, 1)));
        assert_eq!(read("0.000001%"), Some((1, 100_000_000)));
    }

    #[test]
    fn what_is_no_factor() {
        for text in ["1/0", "1234567890", "0.1234567", "1.", ".5", "--1", "1/-3", "1 %", "", "%", "1/2%"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
