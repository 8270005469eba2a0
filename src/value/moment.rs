//! The moment of filing: a date, or an instant with its offset.

use std::sync::Arc;

use super::Date;
use super::date::digits_only;

const DAY: i64 = 86_400;
/// A day begins first at UTC+14 and ends last at UTC-12.
const EARLIEST_ZONE: i64 = 14 * 3_600;
const LATEST_ZONE: i64 = 12 * 3_600;

/// A date or an instant, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The text as it is written.
    pub(crate) text: Arc<str>,
    /// The date as it is written, in the instant's own zone.
    pub(crate) date: Date,
    instant: Option<Instant>,
}

/// Seconds since 1970-01-01T00:00Z and the fraction's digits without trailing zeros.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Instant {
    seconds: i64,
    fraction: String,
}

/// How a moment stands to a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Order {
    /// Whether it is at the bound or before; `None` where that cannot be told.
    pub(crate) at_or_before: Option<bool>,
    /// Whether it is before the bound.
    pub(crate) before: Option<bool>,
}

impl Moment {
    /// `2014-10-31` or, by RFC 3339, `2014-10-31T16:00+01:00`.
    pub(crate) fn from_text(text: &str) -> Option<Moment> {
        let (date, instant) = match text.split_once('T') {
            None => (Date::from_text(text)?, None),
            Some((date, rest)) => {
                let date = Date::from_text(date)?;
                (date, Some(Instant::on(date, rest)?))
            }
        };
        Some(Moment { text: text.into(), date, instant })
    }

    pub(crate) fn from_date(date: Date) -> Moment {
        Moment { text: date.to_string().into(), date, instant: None }
    }

    pub(crate) fn is_instant(&self) -> bool {
        self.instant.is_some()
    }

    /// Compares with a bound: by the date as written where that is a date, else as instants.
    pub(crate) fn order(&self, bound: &Moment) -> Order {
        match (&self.instant, &bound.instant) {
            (_, None) => Order::known(self.date <= bound.date, self.date < bound.date),
            (Some(instant), Some(bound)) => Order::known(instant <= bound, instant < bound),
            (None, Some(bound)) => self.day_against(bound),
        }
    }

    /// True or false only if so at every moment that is this day somewhere on earth.
    fn day_against(&self, bound: &Instant) -> Order {
        let midnight = self.date.day_number().saturating_mul(DAY);
        let first = Instant::at(midnight.saturating_sub(EARLIEST_ZONE));
        let end = Instant::at(midnight.saturating_add(DAY).saturating_add(LATEST_ZONE));
        let surely_before = end <= *bound;
        Order { at_or_before: settled(surely_before, first > *bound), before: settled(surely_before, first >= *bound) }
    }
}

impl Order {
    fn known(at_or_before: bool, before: bool) -> Order {
        Order { at_or_before: Some(at_or_before), before: Some(before) }
    }
}

fn settled(yes: bool, no: bool) -> Option<bool> {
    if yes {
        Some(true)
    } else if no {
        Some(false)
    } else {
        None
    }
}

impl Instant {
    fn at(seconds: i64) -> Instant {
        Instant { seconds, fraction: String::new() }
    }

    /// `16:00[:00[.0]]` and an offset, on a date.
    fn on(date: Date, text: &str) -> Option<Instant> {
        let (clock, offset) = split_offset(text)?;
        let (hour_minute, second) = match clock.get(5..) {
            Some("") => (clock, None),
            Some(second) => (clock.get(..5)?, Some(second.strip_prefix(':')?)),
            None => return None,
        };
        let (seconds, fraction) = second.map_or(Some((0, String::new())), read_seconds)?;
        let of_day = clock_minutes(hour_minute)?.saturating_mul(60).saturating_add(seconds);
        let local = date.day_number().saturating_mul(DAY).saturating_add(of_day);
        Some(Instant { seconds: local.saturating_sub(offset), fraction })
    }
}

/// The clock's text, and the offset in seconds.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(clock) = text.strip_suffix('Z') {
        return Some((clock, 0));
    }
    let (clock, offset) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let (sign, minutes) = offset.split_at_checked(1)?;
    let seconds = clock_minutes(minutes)?.saturating_mul(60);
    match sign {
        "+" => Some((clock, seconds)),
        "-" => Some((clock, seconds.saturating_neg())),
        _ => None,
    }
}

/// `HH:MM` in minutes.
fn clock_minutes(text: &str) -> Option<i64> {
    let [_, _, b':', _, _] = text.as_bytes() else { return None };
    let hour = text.get(..2).and_then(digits_only).filter(|hour| *hour < 24)?;
    let minute = text.get(3..).and_then(digits_only).filter(|minute| *minute < 60)?;
    Some(hour.saturating_mul(60).saturating_add(minute))
}

/// `SS[.digits]`.
fn read_seconds(text: &str) -> Option<(i64, String)> {
    let (second, fraction) = match text.split_once('.') {
        Some((second, fraction)) if !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit()) => {
            (second, fraction)
        }
        Some(_) => return None,
        None => (text, ""),
    };
    let seconds = (second.len() == 2).then(|| digits_only(second))?.filter(|second| *second < 60)?;
    Some((seconds, fraction.trim_end_matches('0').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::Moment;

    fn moment(text: &str) -> Moment {
        Moment::from_text(text).unwrap_or_else(|| panic!("{text} is no moment"))
    }

    fn at_or_before(value: &str, bound: &str) -> Option<bool> {
        moment(value).order(&moment(bound)).at_or_before
    }

    #[test]
    fn what_is_no_moment() {
        for text in [
            "2018-01-26t13:00Z",
            "2018-01-26T13:00z",
            "2018-01-26T13:00",
            "2018-01-26T13:00:00.Z",
            "2016-12-31T23:59:60Z",
            "2018-01-26T24:00Z",
            "2018-01-26T13:00:Z",
            "2018-01-26T13:00+1:00",
            "2018-01-26T13Z",
            "2018-01-26T",
            "2018-01-26T13:00+24:00",
            "2018-01-26T13.5Z",
            "31.10.2014",
        ] {
            assert_eq!(Moment::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn instants_compare_as_instants_to_the_last_digit() {
        assert_eq!(at_or_before("2018-01-26T13:00:00Z", "2018-01-26T15:00+02:00"), Some(true));
        assert_eq!(at_or_before("2018-01-26T13:00:00.0000000000000001Z", "2018-01-26T13:00Z"), Some(false));
        assert_eq!(at_or_before("2018-01-26T13:00:00.10Z", "2018-01-26T13:00:00.1Z"), Some(true));
        assert_eq!(at_or_before("2018-01-26T13:00-00:00", "2018-01-26T13:00Z"), Some(true));
    }

    #[test]
    fn a_date_against_an_instant_holds_only_if_it_does_everywhere_on_earth() {
        assert_eq!(at_or_before("2014-10-30", "2014-10-31T16:00+01:00"), Some(true));
        assert_eq!(at_or_before("2014-10-31", "2014-10-31T16:00+01:00"), None);
        assert_eq!(at_or_before("2014-11-01", "2014-10-31T16:00+01:00"), None);
        assert_eq!(at_or_before("2014-11-02", "2014-10-31T16:00+01:00"), Some(false));
    }

    #[test]
    fn a_date_as_bound_counts_as_written() {
        assert_eq!(at_or_before("2014-10-31T23:59-12:00", "2014-10-31"), Some(true));
        assert_eq!(at_or_before("2014-11-01T00:30+01:00", "2014-10-31"), Some(false));
    }
}
