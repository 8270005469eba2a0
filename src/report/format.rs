//! How amounts, dates and lists are written in sentences.

use super::Shown;
use crate::value::Amount;

const NO_BREAK: char = '\u{a0}';
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `DKK 250,000`.
pub(crate) fn money(amount: Amount) -> String {
    format!("{}{NO_BREAK}{}", amount.currency().code(), grouped(&amount.to_string()))
}

/// An exact amount or count as the sentences of a report write it: its digits in threes, and no decimals where they are all 0.
///
/// No digit is lost or changed; a text that is no such number stays as it is.
///
/// ```
/// use callcheck::report::grouped;
///
/// assert_eq!(grouped("250000.00"), "250,000");
/// assert_eq!(grouped("999999999999999.99"), "999,999,999,999,999.99");
/// ```
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let fraction = if fraction.bytes().all(|digit| digit == b'0') { String::new() } else { format!(".{fraction}") };
    format!("{sign}{}{fraction}", in_threes(whole))
}

fn in_threes(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `31 October 2014`, of an instant with its clock and offset behind it.
pub(crate) fn date(text: &str) -> String {
    let (day, clock) = text.split_once('T').map_or((text, None), |(day, clock)| (day, Some(clock)));
    let mut parts = day.split('-');
    let (Some(year), Some(month), Some(of_month)) = (parts.next(), parts.next(), parts.next()) else {
        return text.to_owned();
    };
    let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.saturating_sub(1)));
    let Some(name) = name else { return text.to_owned() };
    let day = format!("{}{NO_BREAK}{name} {}", of_month.trim_start_matches('0'), year.trim_start_matches('0'));
    clock.map_or(day.clone(), |clock| format!("{day}, {clock}"))
}

/// `1 partner`, `2 partners`.
pub(crate) fn counted(count: i128, one: &str, several: &str) -> String {
    format!("{}{NO_BREAK}{}", grouped(&count.to_string()), if count == 1 { one } else { several })
}

/// `a, b or c`.
pub(crate) fn either(items: &[String]) -> String {
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// The values of a list, or the one value.
pub(crate) fn items(shown: &Shown) -> Vec<&Shown> {
    match shown {
        Shown::List(items) => items.iter().collect(),
        one => vec![one],
    }
}

#[cfg(test)]
mod tests {
    use super::{counted, date, either, grouped, money};
    use crate::value::{Amount, Currency};

    #[test]
    fn amounts_are_grouped_and_never_altered() {
        let money = |minor| Currency::from_code("DKK").map(|currency| money(Amount { minor, currency }));
        assert_eq!(money(25_000_000).as_deref(), Some("DKK\u{a0}250,000"));
        assert_eq!(money(-105).as_deref(), Some("DKK\u{a0}-1.05"));
        assert_eq!(money(99_950).as_deref(), Some("DKK\u{a0}999.50"));
        assert_eq!(money(99_999_999_999_999_999).as_deref(), Some("DKK\u{a0}999,999,999,999,999.99"));
    }

    #[test]
    fn what_is_no_number_stays_as_it_is() {
        for text in ["", "-", ".5", "2013-05-31", "1e5", "DE-BB"] {
            assert_eq!(grouped(text), text);
        }
    }

    #[test]
    fn numbers_are_grouped_and_never_rounded() {
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
    fn dates_are_written_out() {
        assert_eq!(date("2013-05-31"), "31\u{a0}May 2013");
        assert_eq!(date("2014-10-01T16:00+01:00"), "1\u{a0}October 2014, 16:00+01:00");
    }

    #[test]
    fn counts_and_lists() {
        assert_eq!(counted(1, "month", "months"), "1\u{a0}month");
        assert_eq!(counted(1000, "partner", "partners"), "1,000\u{a0}partners");
        assert_eq!(either(&["a".into(), "b".into(), "c".into()]), "a, b or c");
    }
}
