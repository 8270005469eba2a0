//! Whole numbers wide enough for every sum and product of a judgement.

use ethnum::I256;

/// An exact whole number of 256 bits: amounts in minor units times the common denominator of a bound.
///
/// An amount has at most 19 digits in minor units; with 10,000 partners, the factors that loading
/// admits and any table of costs a sum stays far below the 76 digits held here. Where a caller's
/// absurd exchange rates would go beyond them the number stays at its end: it never wraps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Exact(I256);

impl Exact {
    pub(crate) const ZERO: Exact = Exact(I256::ZERO);

    pub(crate) fn new(value: i128) -> Exact {
        Exact(I256::from(value))
    }

    pub(crate) fn plus(self, other: Exact) -> Exact {
        Exact(self.0.saturating_add(other.0))
    }

    pub(crate) fn minus(self, other: Exact) -> Exact {
        Exact(self.0.saturating_sub(other.0))
    }

    pub(crate) fn times(self, other: Exact) -> Exact {
        match (self.small(), other.small()) {
            (Some(a), Some(b)) => Exact::new(i128::from(a).saturating_mul(i128::from(b))),
            _ => Exact(self.0.saturating_mul(other.0)),
        }
    }

    /// The number as 64 bits where it fits: nearly always, and then it is multiplied much faster.
    fn small(self) -> Option<i64> {
        let (high, low) = self.0.into_words();
        let small = low as i64;
        (i128::from(small) == low && high == low >> 127).then_some(small)
    }

    pub(crate) fn negated(self) -> Exact {
        Exact::ZERO.minus(self)
    }

    pub(crate) fn is_zero(self) -> bool {
        self == Exact::ZERO
    }

    pub(crate) fn is_negative(self) -> bool {
        self < Exact::ZERO
    }

    pub(crate) fn is_positive(self) -> bool {
        self > Exact::ZERO
    }

    pub(crate) fn distance(self, other: Exact) -> Exact {
        let difference = self.minus(other);
        if difference.is_negative() { difference.negated() } else { difference }
    }

    /// The quotient rounded down; zero where the divisor is zero, which no caller passes.
    pub(crate) fn divided_down(self, divisor: Exact) -> Exact {
        match (self.small(), divisor.small()) {
            (_, Some(1)) => self,
            (Some(dividend), Some(divisor @ 1..)) => Exact::new(dividend.div_euclid(divisor).into()),
            _ => Exact(self.0.checked_div_euclid(divisor.0).unwrap_or(I256::ZERO)).adjusted_down(self, divisor),
        }
    }

    /// Euclid's quotient rounds up by a negative divisor; this one never does.
    fn adjusted_down(self, dividend: Exact, divisor: Exact) -> Exact {
        let exact = self.times(divisor) == dividend;
        if divisor.is_negative() && !exact { self.minus(Exact::new(1)) } else { self }
    }

    /// The quotient rounded up.
    pub(crate) fn divided_up(self, divisor: Exact) -> Exact {
        self.negated().divided_down(divisor).negated()
    }

    /// The quotient rounded half away from zero, by a divisor above zero.
    pub(crate) fn divided_half_away(self, divisor: Exact) -> Exact {
        let two = Exact::new(2);
        if self.is_negative() {
            return self.negated().divided_half_away(divisor).negated();
        }
        self.times(two).plus(divisor).divided_down(divisor.times(two))
    }

    /// The number as 128 bits, where it fits.
    pub(crate) fn narrow(self) -> Option<i128> {
        i128::try_from(self.0).ok()
    }

    /// The number as 128 bits; at their end where it does not fit.
    pub(crate) fn narrowed(self) -> i128 {
        let end = if self.is_negative() { i128::MIN } else { i128::MAX };
        self.narrow().unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    fn exact(value: i128) -> Exact {
        Exact::new(value)
    }

    #[test]
    fn quotients_round_the_way_they_say() {
        assert_eq!(exact(7).divided_down(exact(2)), exact(3));
        assert_eq!(exact(-7).divided_down(exact(2)), exact(-4));
        assert_eq!(exact(7).divided_down(exact(-2)), exact(-4));
        assert_eq!(exact(-7).divided_down(exact(-2)), exact(3));
        assert_eq!(exact(6).divided_down(exact(-2)), exact(-3));
        assert_eq!(exact(7).divided_up(exact(2)), exact(4));
        assert_eq!(exact(-7).divided_up(exact(2)), exact(-3));
        assert_eq!(exact(5).divided_half_away(exact(2)), exact(3));
        assert_eq!(exact(-5).divided_half_away(exact(2)), exact(-3));
        assert_eq!(exact(4).divided_half_away(exact(3)), exact(1));
    }

    #[test]
    fn it_saturates_rather_than_wraps() {
        let mut value = exact(i128::MAX);
        for _ in 0..4 {
            value = value.times(value);
        }
        assert!(value.is_positive());
        assert_eq!(value.narrowed(), i128::MAX);
    }
}
