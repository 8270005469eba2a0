//! Amounts of money: exact, never more decimals than their currency has.

use std::fmt;

use serde::Serialize;

use super::{Currency, Decimal, Exact};

/// Digits before the point that an amount may have, as written.
const WHOLE_DIGITS: usize = 15;

/// Any so many digits fit in 64 bits, which are calculated with much faster than 128.
const NARROW_DIGITS: usize = 19;

/// A decimal as it is written: `digits[.digits]`, without sign, exponent, grouping or space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Literal {
    /// All digits as one number; `None` where they are more than any value of the format has.
    digits: Option<i128>,
    whole_digits: usize,
    decimals: usize,
}

impl Literal {
    pub(crate) fn from_text(text: &str) -> Option<Literal> {
        let point = text.bytes().position(|byte| byte == b'.');
        let (whole, fraction) = match point.and_then(|point| text.split_at_checked(point)) {
            Some((whole, rest)) => (whole, rest.get(1..).filter(|fraction| is_digits(fraction))?),
            None => (text, ""),
        };
        is_digits(whole).then(|| Literal {
            digits: number(whole, fraction),
            whole_digits: whole.len(),
            decimals: fraction.len(),
        })
    }

    /// A JSON number of 0 or more by its shortest round-trip decimal.
    pub(crate) fn from_number(number: f64) -> Option<Literal> {
        if !number.is_finite() || number < 0.0 {
            return None;
        }
        let whole = number as u64;
        if whole as f64 == number {
            let whole_digits = whole.checked_ilog10().map_or(1, |digits| (digits as usize).saturating_add(1));
            return Some(Literal { digits: Some(whole.into()), whole_digits, decimals: 0 });
        }
        Literal::from_text(&Decimal::from_number(number)?.plain())
    }

    /// Whether it is an amount in some currency, whatever its decimals.
    pub(crate) fn is_amount(&self) -> bool {
        self.whole_digits <= WHOLE_DIGITS
    }

    pub(crate) fn whole_digits(&self) -> usize {
        self.whole_digits
    }

    pub(crate) fn decimals(&self) -> usize {
        self.decimals
    }

    /// The number in units of `10^-decimals`; `None` where it has more decimals or does not fit.
    pub(crate) fn scaled(&self, decimals: usize) -> Option<i128> {
        match decimals.checked_sub(self.decimals)? {
            0 => self.digits,
            zeros => self.digits?.checked_mul(power_of_ten(zeros)?),
        }
    }

    /// The number where it has no fraction.
    pub(crate) fn whole(&self) -> Option<i128> {
        self.digits.filter(|_| self.decimals == 0)
    }
}

/// Digits read as one number, the fraction's behind the others.
fn number(whole: &str, fraction: &str) -> Option<i128> {
    let mut digits = whole.bytes().chain(fraction.bytes()).map(|digit| digit.wrapping_sub(b'0'));
    if whole.len().saturating_add(fraction.len()) <= NARROW_DIGITS {
        let narrow = digits.fold(0_u64, |number, digit| number.wrapping_mul(10).wrapping_add(digit.into()));
        return Some(narrow.into());
    }
    digits.try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(digit.into()))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(crate) fn power_of_ten(exponent: usize) -> Option<i128> {
    let exponent = u32::try_from(exponent).ok()?;
    10_u64.checked_pow(exponent).map(i128::from).or_else(|| 10_i128.checked_pow(exponent))
}

/// An exact amount of money, in minor units of its currency.
///
/// Shown and serialized as a decimal string with exactly the currency's minor units, without grouping:
/// `"250000.00"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub(crate) minor: i128,
    pub(crate) currency: Currency,
}

impl Amount {
    pub(crate) fn from_literal(literal: &Literal, currency: Currency) -> Option<Amount> {
        let minor = literal.scaled(currency.decimals())?;
        literal.is_amount().then_some(Amount { minor, currency })
    }

    /// Reads `digits[.digits]` with no more decimals than the currency has; `None` where it is no such text.
    ///
    /// ```
    /// use callcheck::{Amount, Currency};
    /// let krone = Currency::from_code("DKK").ok_or("no such currency")?;
    /// let cap = Amount::from_text("250000", krone).ok_or("no amount")?;
    /// assert_eq!((cap.to_string().as_str(), cap.minor_units()), ("250000.00", 25_000_000));
    /// assert_eq!(Amount::from_text("250.000", krone), None);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn from_text(text: &str, currency: Currency) -> Option<Amount> {
        Amount::from_literal(&Literal::from_text(text)?, currency)
    }

    /// So many minor units, such as cents.
    pub fn from_minor_units(minor: i128, currency: Currency) -> Amount {
        Amount { minor, currency }
    }

    pub(crate) fn of(minor: Exact, currency: Currency) -> Amount {
        Amount { minor: minor.narrowed(), currency }
    }

    /// The number of minor units, such as cents.
    pub fn minor_units(self) -> i128 {
        self.minor
    }

    /// The currency it stands in.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Its text, written into `room`.
    fn text(self, room: &mut Room) -> &str {
        room.fill(self.minor, self.currency.decimals())
    }
}

/// As numbers are, by width and sign; a precision takes no decimal away.
impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut room = Room::default();
        formatter.pad_integral(self.minor >= 0, "", self.text(&mut room).trim_start_matches('-'))
    }
}

impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text(&mut Room::default()))
    }
}

/// Room for any amount as text: 39 digits, a point and a sign.
struct Room([u8; 44]);

impl Default for Room {
    fn default() -> Room {
        Room([b'0'; 44])
    }
}

impl Room {
    /// Writes from the last digit on; the zeros of small amounts stand there already.
    fn fill(&mut self, number: i128, decimals: usize) -> &str {
        let Room(bytes) = self;
        let mut rest = number.unsigned_abs();
        let mut at = bytes.len();
        let mut digits = 0_usize;
        while rest > 0 || digits <= decimals {
            if digits == decimals && decimals > 0 {
                at = at.saturating_sub(1);
                bytes.get_mut(at).into_iter().for_each(|byte| *byte = b'.');
            }
            let (above, digit) = split_last(rest);
            at = at.saturating_sub(1);
            bytes.get_mut(at).into_iter().for_each(|byte| *byte = b'0'.wrapping_add(digit));
            rest = above;
            digits = digits.saturating_add(1);
        }
        if number < 0 {
            at = at.saturating_sub(1);
            bytes.get_mut(at).into_iter().for_each(|byte| *byte = b'-');
        }
        bytes.get(at..).and_then(|text| str::from_utf8(text).ok()).unwrap_or("")
    }
}

/// The last digit, and what stands before it; narrow numbers are divided much faster than wide ones.
fn split_last(number: u128) -> (u128, u8) {
    match u64::try_from(number) {
        Ok(narrow) => (u128::from(narrow / 10), (narrow % 10) as u8),
        Err(_) => (number / 10, (number % 10) as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Literal};
    use crate::value::{Currency, Exact};

    fn read(text: &str, currency: &str) -> Option<i128> {
        let currency = Currency::from_code(currency)?;
        Some(Amount::from_text(text, currency)?.minor)
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
        let shortest = |number| Literal::from_number(number);
        for (number, text) in [(0.1, "0.1"), (1e5, "100000"), (-0.0, "0"), (1e15, "1000000000000000"), (0.07, "0.07")] {
            assert_eq!(shortest(number), Literal::from_text(text), "{text}");
        }
        assert_eq!(shortest(1e300).and_then(|literal| literal.whole()), None);
        assert_eq!(shortest(-0.5), None);
        assert_eq!(shortest(f64::NAN), None);
        assert_eq!(shortest(f64::INFINITY), None);
    }

    #[test]
    fn it_is_shown_with_exactly_its_decimals() {
        let show =
            |minor, code| Currency::from_code(code).map(|currency| Amount::of(Exact::new(minor), currency).to_string());
        assert_eq!(show(5, "EUR").as_deref(), Some("0.05"));
        assert_eq!(show(-100, "DKK").as_deref(), Some("-1.00"));
        assert_eq!(show(33, "ISK").as_deref(), Some("33"));
        assert_eq!(show(0, "ISK").as_deref(), Some("0"));
        assert_eq!(show(i128::MIN, "EUR").as_deref(), Some("-1701411834604692317316873037158841057.28"));
    }

    #[test]
    fn it_stands_in_columns_as_numbers_do() {
        let krone = Currency::from_code("DKK").expect("a currency");
        let [one, less] = [105, -105].map(|minor| Amount { minor, currency: krone });
        assert_eq!(
            format!("{one:8}|{one:<8}|{less:>8}|{less:08}|{one:.0}"),
            "    1.05|1.05    |   -1.05|-0001.05|1.05"
        );
        assert_eq!(format!("{:>5}|{:5}|", krone, crate::Country::from_code("SE").expect("a country")), "  DKK|SE   |");
    }
}
