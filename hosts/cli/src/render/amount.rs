//! Numbers as people read them.

/// An exact amount or count with its thousands marked and without a fraction of zeros: `250000.00` is `250,000`.
///
/// No digit is lost or changed; a text that is no number stays as it is.
///
/// ```
/// use callcheck_cli::render::grouped;
/// assert_eq!(grouped("999999999999999.99"), "999,999,999,999,999.99");
/// ```
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !(whole.bytes().chain(fraction.bytes())).all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let point = if fraction.bytes().all(|byte| byte == b'0') { String::new() } else { format!(".{fraction}") };
    format!("{sign}{}{point}", thousands(whole))
}

fn thousands(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 month`, `2 months`: a count and its noun, which takes an s.
pub fn counted(count: i128, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{} {noun}{s}", grouped(&count.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_marked_and_nothing_is_rounded() {
        for (number, words) in [
            ("0", "0"),
            ("0.00", "0"),
            ("100", "100"),
            ("1000", "1,000"),
            ("250000.00", "250,000"),
            ("250000.10", "250,000.10"),
            ("-1234567.89", "-1,234,567.89"),
            ("999999999999999.99", "999,999,999,999,999.99"),
        ] {
            assert_eq!(grouped(number), words);
        }
    }

    #[test]
    fn what_is_no_number_stays_as_it_is() {
        for text in ["", "-", ".5", "2013-05-31", "1e5", "DE-BB"] {
            assert_eq!(grouped(text), text);
        }
    }

    #[test]
    fn one_stands_without_an_s() {
        assert_eq!([counted(1, "month"), counted(1200, "month")], ["1 month", "1,200 months"]);
    }
}
