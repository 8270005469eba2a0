//! A table of exchange rates.

use super::amount::power_of_ten;
use super::{Amount, Currency, Exact, Literal};

const WHOLE_DIGITS: usize = 15;
const DECIMALS: usize = 10;

/// How many units of each currency make one unit of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rates {
    pub(crate) base: Currency,
    /// Units in steps of `10^-10`.
    units: Vec<(Currency, i128)>,
}

impl Rates {
    pub(crate) fn new(base: Currency) -> Rates {
        Rates { base, units: Vec::new() }
    }

    pub(crate) fn insert(&mut self, currency: Currency, unit: i128) {
        self.units.push((currency, unit));
    }

    /// So many units for one of the base: above 0, at most 15 digits before the point and 10 behind it.
    pub(crate) fn unit(literal: &Literal) -> Option<i128> {
        let unit = literal.scaled(DECIMALS)?;
        (unit > 0 && literal.whole_digits() <= WHOLE_DIGITS).then_some(unit)
    }

    /// One unit of the base.
    pub(crate) fn one() -> i128 {
        power_of_ten(DECIMALS).unwrap_or(1)
    }

    fn units_for_one(&self, currency: Currency) -> Option<Exact> {
        if currency == self.base {
            return Some(Exact::new(Rates::one()));
        }
        self.units.iter().find(|(known, _)| *known == currency).map(|(_, unit)| Exact::new(*unit))
    }

    /// Crosses through the base and rounds half away from zero to the target's minor unit; nothing
    /// where absurd units make more of it than can be held.
    pub(crate) fn convert(&self, amount: Amount, to: Currency) -> Option<i128> {
        let scale = |currency: Currency| power_of_ten(currency.decimals()).map(Exact::new);
        let dividend = Exact::new(amount.minor).times(self.units_for_one(to)?).times(scale(to)?);
        let divisor = self.units_for_one(amount.currency)?.times(scale(amount.currency)?);
        dividend.divided_half_away(divisor).narrow()
    }
}

#[cfg(test)]
mod tests {
    use super::Rates;
    use crate::value::{Amount, Currency, Literal};

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap_or_else(|| panic!("{code} is no currency"))
    }

    fn rates(base: &str, units: &[(&str, &str)]) -> Rates {
        let mut rates = Rates::new(currency(base));
        for (code, unit) in units {
            let unit = Literal::from_text(unit).and_then(|literal| Rates::unit(&literal));
            rates.insert(currency(code), unit.unwrap_or_else(|| panic!("no unit")));
        }
        rates
    }

    #[test]
    fn a_pair_is_crossed_through_the_base_and_rounded_once() {
        let rates = rates("EUR", &[("SEK", "8.6"), ("ISK", "170")]);
        let convert = |minor, from, to| rates.convert(Amount { minor, currency: currency(from) }, currency(to));
        assert_eq!(convert(860, "SEK", "ISK"), Some(170));
        assert_eq!(convert(13, "SEK", "EUR"), Some(2));
        assert_eq!(convert(100, "EUR", "DKK"), None);
    }

    #[test]
    fn what_cannot_be_held_is_not_converted() {
        let rates = rates("EUR", &[("SEK", "0.0000000001"), ("DKK", "999999999999999")]);
        let convert = |minor| rates.convert(Amount { minor, currency: currency("SEK") }, currency("DKK"));
        assert_eq!(convert(1), Some(9_999_999_999_999_990_000_000_000));
        assert_eq!(convert(99_999_999_999_999_999), None);
    }

    #[test]
    fn a_unit_is_above_zero_and_has_at_most_ten_decimals() {
        let unit = |text| Literal::from_text(text).and_then(|literal| Rates::unit(&literal));
        assert_eq!(unit("7.4600"), Some(74_600_000_000));
        assert_eq!(unit("0"), None);
        assert_eq!(unit("7.12345678901"), None);
        assert_eq!(unit("1000000000000000"), None);
    }
}
