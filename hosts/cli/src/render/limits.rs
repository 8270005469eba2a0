//! The range that each field may still take.

use callcheck::report::{Limit, Shown, grouped};

use super::names::Names;
use super::page::{self, Line, Page};
use super::style::{QUIET, STRONG};

/// The widest column of field names; a longer name moves its own range only.
const WIDEST_NAME: usize = 44;

/// Adds all limits, their ranges below each other.
pub fn put(page: &mut Page, limits: &[Limit], names: &Names<'_>) {
    let fields: Vec<String> = limits.iter().map(|limit| names.field(&limit.path)).collect();
    let column = fields.iter().map(|field| page::columns(field)).filter(|width| *width <= WIDEST_NAME).max();
    for (limit, field) in limits.iter().zip(&fields) {
        let line = Line::new(field).padded_to(column.unwrap_or_default() + 2).then(STRONG, &range(limit));
        page.put_hanging(2, 6, line.then(QUIET, &rules(limit)).plain("  ").then(QUIET, &limit.path));
    }
}

fn rules(limit: &Limit) -> String {
    match (&limit.min_rule, &limit.max_rule) {
        (None, None) => String::new(),
        (Some(rule), None) | (None, Some(rule)) => format!(" [{rule}]"),
        (Some(min), Some(max)) if min == max => format!(" [{min}]"),
        (Some(min), Some(max)) => format!(" [{min}, {max}]"),
    }
}

fn range(limit: &Limit) -> String {
    if is_empty(limit) {
        return "no value of this field alone helps".to_owned();
    }
    let unit = limit.currency.map(|currency| format!("{currency} ")).unwrap_or_default();
    let is_number = limit.currency.is_some() || limit.path == "/months";
    let (more, less) = if is_number { ("or more", "or less") } else { ("or later", "or earlier") };
    let range = match (&limit.min, &limit.max) {
        (None, None) => "any value".to_owned(),
        (Some(min), None) => format!("{} {more}", value(min)),
        (None, Some(max)) => format!("{} {less}", value(max)),
        (Some(min), Some(max)) if min == max => value(min),
        (Some(min), Some(max)) => format!("{} to {}", value(min), value(max)),
    };
    format!("{unit}{range}")
}

fn value(shown: &Shown) -> String {
    match shown {
        Shown::Amount(amount) => grouped(&amount.to_string()),
        Shown::Text(text) => grouped(text),
        Shown::Count(count) => grouped(&count.to_string()),
        Shown::Boolean(_) | Shown::List(_) => String::new(),
    }
}

/// Whether no value keeps both ends.
fn is_empty(limit: &Limit) -> bool {
    match (&limit.min, &limit.max) {
        (_, Some(Shown::Amount(max))) if max.minor_units() < 0 => true,
        (_, Some(Shown::Count(..0))) => true,
        (Some(Shown::Amount(min)), Some(Shown::Amount(max))) => min.minor_units() > max.minor_units(),
        (Some(Shown::Text(min)), Some(Shown::Text(max))) => min > max,
        (Some(Shown::Count(min)), Some(Shown::Count(max))) => min > max,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, Shown, range};

    fn told(path: &str, min: Option<Shown>, max: Option<Shown>) -> String {
        range(&Limit { path: path.into(), min, max, currency: None, min_rule: None, max_rule: None })
    }

    #[test]
    fn a_range_is_told_and_so_is_that_there_is_none() {
        let day = |text: &str| Some(Shown::Text(text.into()));
        let none = "no value of this field alone helps";
        for (min, max, words) in [
            (day("2013-01-01"), None, "2013-01-01 or later"),
            (None, day("2013-05-31"), "2013-05-31 or earlier"),
            (day("2013-01-01"), day("2013-05-31"), "2013-01-01 to 2013-05-31"),
            (day("2013-05-31"), day("2013-05-31"), "2013-05-31"),
            (day("2013-06-01"), day("2013-05-31"), none),
        ] {
            assert_eq!(told("/submitted", min, max), words);
        }
        let months = |months| Some(Shown::Count(months));
        for (min, max, words) in [
            (months(12), None, "12 or more"),
            (None, months(18), "18 or less"),
            (None, months(-1), none),
            (months(19), months(18), none),
        ] {
            assert_eq!(told("/months", min, max), words);
        }
    }
}
