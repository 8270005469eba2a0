//! JSON numbers: each is the shortest decimal of the double next to it.

/// Any decimal of so many digits is the shortest of its double.
const EXACT_DIGITS: usize = 15;
/// Where that holds, far from the ends of what doubles can say.
const EXACT_POINTS: std::ops::Range<i32> = -290..300;

/// A number as JavaScript has it: the shortest decimal that is read as the same double.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    /// Never of 0.
    negative: bool,
    /// No zero at either end; none at all of 0.
    digits: String,
    /// How many places right of the digits' front the point stands: `0.digits * 10^point`.
    point: i32,
}

impl Decimal {
    /// A number as JSON text has it, and the double next to it.
    pub(crate) fn of(text: &str, double: f64) -> Decimal {
        let written = Decimal::as_written(text);
        if written.digits.len() <= EXACT_DIGITS && EXACT_POINTS.contains(&written.point) {
            return written;
        }
        Decimal::from_number(double).unwrap_or(written)
    }

    /// `None` where it is no number, or infinite.
    pub(crate) fn from_number(number: f64) -> Option<Decimal> {
        number.is_finite().then(|| Decimal::as_written(zmij::Buffer::new().format_finite(number)))
    }

    /// Digits with a point, an exponent or both.
    fn as_written(text: &str) -> Decimal {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let written = format!("{whole}{fraction}");
        let digits = written.trim_start_matches('0');
        let zeros = written.len().saturating_sub(digits.len());
        let point = places(whole.len()).saturating_sub(places(zeros)).saturating_add(whole_number(exponent));
        match digits.trim_end_matches('0') {
            "" => Decimal { negative: false, digits: String::new(), point: 0 },
            digits => Decimal { negative, digits: digits.to_owned(), point },
        }
    }

    /// The double next to it.
    pub(crate) fn to_double(&self) -> f64 {
        self.ecmascript().parse().unwrap_or_default()
    }

    /// As decimals are written in a rulebook: digits and a point, no exponent.
    pub(crate) fn plain(&self) -> String {
        let Decimal { digits, point, .. } = self;
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
        let sign = if self.negative { "-" } else { "" };
        match usize::try_from(*point) {
            Ok(0) if digits.is_empty() => "0".to_owned(),
            Ok(point) if point > 0 => match digits.split_at_checked(point) {
                Some((whole, fraction)) if !fraction.is_empty() => format!("{sign}{whole}.{fraction}"),
                _ => format!("{sign}{digits}{}", "0".repeat(point.saturating_sub(digits.len()))),
            },
            _ => format!("{sign}0.{}{digits}", zeros(point.saturating_neg())),
        }
    }

    /// As JavaScript writes it, and RFC 8785 with it.
    pub(crate) fn ecmascript(&self) -> String {
        let Decimal { digits, point, .. } = self;
        if digits.is_empty() || (-5..=21).contains(point) {
            return self.plain();
        }
        let sign = if self.negative { "-" } else { "" };
        let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
        let dot = if rest.is_empty() { "" } else { "." };
        let plus = if *point > 0 { "+" } else { "" };
        format!("{sign}{first}{dot}{rest}e{plus}{}", point.saturating_sub(1))
    }
}

fn places(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// An exponent; one too long to be held is as good as the longest that can.
fn whole_number(text: &str) -> i32 {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let digit = |number: i32, digit: u8| number.saturating_mul(10).saturating_add(digit.wrapping_sub(b'0').into());
    let number = digits.trim_start_matches('+').bytes().fold(0, digit);
    if negative { number.saturating_neg() } else { number }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn of(text: &str) -> Decimal {
        Decimal::of(text, text.parse().expect("a number"))
    }

    #[test]
    fn a_number_is_written_plainly_as_the_standard_library_does() {
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..3000 {
            let digits = random.u64(..) >> random.u32(..64);
            let text = format!("-{digits}.{}e{}", random.u32(..) >> random.u32(..32), random.i32(-330..300));
            let number: f64 = text.parse().expect("a number");
            let again = Decimal::from_number(number).map(|decimal| decimal.plain());
            let expected = if number == 0.0 { "0".to_owned() } else { number.to_string() };
            assert_eq!(again, number.is_finite().then(|| expected.clone()), "{text}");
            if number.is_finite() {
                assert_eq!(of(&text).plain(), expected, "{text}");
            }
        }
    }

    #[test]
    fn a_number_is_written_as_javascript_does() {
        for (text, expected) in [
            ("-0", "0"),
            ("0.000e99999999999", "0"),
            ("1E0", "1"),
            ("10.50", "10.5"),
            ("123456789012345680000", "123456789012345680000"),
            ("1e21", "1e+21"),
            ("-1.5E+300", "-1.5e+300"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"),
            ("1.25e-9", "1.25e-9"),
            ("0.1000000000000000055511151231257827", "0.1"),
            ("333333333.33333329", "333333333.3333333"),
            ("4.9e-324", "5e-324"),
            ("1e-99999999999", "0"),
        ] {
            assert_eq!(of(text).ecmascript(), expected, "{text}");
        }
    }
}
