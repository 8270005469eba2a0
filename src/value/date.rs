//! Calendar dates from 0001-01-01 to 9999-12-31.

/// A day of the proleptic Gregorian calendar, as the days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date(i32);

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;
const DAYS_IN_400_YEARS: i64 = 146_097;

impl Date {
    const FIRST: Date = Date(-719_162);
    const LAST: Date = Date(2_932_896);

    pub(crate) fn from_text(text: &str) -> Option<Date> {
        let digits = text.as_bytes();
        let [_, _, _, _, b'-', _, _, b'-', _, _] = digits else { return None };
        let number = |range| text.get(range).and_then(digits_only);
        Date::new(number(0..4)?, number(5..7)?, number(8..10)?)
    }

    pub(crate) fn new(year: i64, month: i64, day: i64) -> Option<Date> {
        let sound =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        sound.then(|| Date::from_civil(year, month, day))?
    }

    /// The day number, by counting years from March so that the leap day stands last.
    fn from_civil(year: i64, month: i64, day: i64) -> Option<Date> {
        let (year, month) =
            if month > 2 { (year, month.saturating_sub(3)) } else { (year.saturating_sub(1), month.saturating_add(9)) };
        let leap_days = year.div_euclid(4).saturating_sub(year.div_euclid(100)).saturating_add(year.div_euclid(400));
        let before_month = month.saturating_mul(153).saturating_add(2).div_euclid(5);
        let days = year
            .saturating_mul(365)
            .saturating_add(leap_days)
            .saturating_add(before_month)
            .saturating_add(day)
            .saturating_sub(1);
        i32::try_from(days.saturating_sub(EPOCH)).ok().map(Date)
    }

    /// Year, month and day.
    pub(crate) fn civil(self) -> (i64, i64, i64) {
        let days = i64::from(self.0).saturating_add(EPOCH);
        let era = days.div_euclid(DAYS_IN_400_YEARS);
        let day_of_era = days.rem_euclid(DAYS_IN_400_YEARS);
        let leap_days = day_of_era
            .div_euclid(36_524)
            .saturating_sub(day_of_era.div_euclid(1_460))
            .saturating_sub(day_of_era.div_euclid(146_096));
        let year_of_era = day_of_era.saturating_add(leap_days).div_euclid(365);
        let before_year = year_of_era
            .saturating_mul(365)
            .saturating_add(year_of_era.div_euclid(4))
            .saturating_sub(year_of_era.div_euclid(100));
        let day_of_year = day_of_era.saturating_sub(before_year);
        let month = day_of_year.saturating_mul(5).saturating_add(2).div_euclid(153);
        let before_month = month.saturating_mul(153).saturating_add(2).div_euclid(5);
        let day = day_of_year.saturating_sub(before_month).saturating_add(1);
        let year = era.saturating_mul(400).saturating_add(year_of_era);
        if month < 10 {
            (year, month.saturating_add(3), day)
        } else {
            (year.saturating_add(1), month.saturating_sub(9), day)
        }
    }

    /// Days since 1970-01-01.
    pub(crate) fn day_number(self) -> i64 {
        i64::from(self.0)
    }

    pub(crate) fn from_day_number(days: i128) -> Date {
        Date(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// So many days later; may leave the years that can be written.
    pub(crate) fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(days))
    }

    /// The same day so many months later, clamped to the month's last.
    pub(crate) fn plus_months(self, months: i64) -> Date {
        let (year, month, day) = self.civil();
        let (year, month) = month_after(year, month, months);
        Date::clamped(year, month, day)
    }

    fn clamped(year: i64, month: i64, day: i64) -> Date {
        let day = day.min(month_length(year, month));
        Date::from_civil(year, month, day).unwrap_or(if year < 1 { Date(i32::MIN) } else { Date(i32::MAX) })
    }

    /// The latest day that is `self` or earlier once so many months are added.
    pub(crate) fn latest_before_months(self, months: i64) -> Date {
        let (year, month, day) = self.civil();
        let (to_year, to_month) = month_after(year, month, months.saturating_neg());
        let is_last = day == month_length(year, month);
        Date::clamped(to_year, to_month, if is_last { 31 } else { day })
    }

    /// The earliest day that is `self` or later once so many months are added.
    pub(crate) fn earliest_before_months(self, months: i64) -> Date {
        let (year, month, day) = self.civil();
        let (to_year, to_month) = month_after(year, month, months.saturating_neg());
        if day <= month_length(to_year, to_month) {
            return Date::clamped(to_year, to_month, day);
        }
        let (next_year, next_month) = month_after(to_year, to_month, 1);
        Date::clamped(next_year, next_month, 1)
    }

    /// Whether its year is one of 0001 to 9999.
    pub(crate) fn can_be_written(self) -> bool {
        (Date::FIRST..=Date::LAST).contains(&self)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

pub(super) fn digits_only(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn month_after(year: i64, month: i64, months: i64) -> (i64, i64) {
    let index = year.saturating_mul(12).saturating_add(month).saturating_sub(1).saturating_add(months);
    (index.div_euclid(12), index.rem_euclid(12).saturating_add(1))
}

fn month_length(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn date(text: &str) -> Date {
        Date::from_text(text).unwrap_or_else(|| panic!("{text} is no date"))
    }

    #[test]
    fn every_day_reads_back() {
        assert_eq!(date("1970-01-01").day_number(), 0);
        assert_eq!(date("0001-01-01"), Date::FIRST);
        assert_eq!(date("9999-12-31"), Date::LAST);
        for number in (Date::FIRST.0..=Date::LAST.0).step_by(97) {
            assert_eq!(date(&Date(number).to_string()), Date(number));
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "2015-02-29",
            "0000-01-01",
            "2015-13-01",
            "2015-1-01",
            "15-01-01",
            "2015-01-32",
            "2015-01-0x",
            "+015-01-01",
            "",
        ] {
            assert_eq!(Date::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn months_clamp_to_the_months_last_day() {
        assert_eq!(date("2015-08-31").plus_months(18), date("2017-02-28"));
        assert_eq!(date("2016-02-29").plus_months(12), date("2017-02-28"));
        assert!(!date("9999-12-31").plus_months(1).can_be_written());
    }

    #[test]
    fn the_days_from_which_months_lead_to_a_day() {
        let february = date("2015-02-28");
        assert_eq!(february.latest_before_months(6), date("2014-08-31"));
        assert_eq!(february.earliest_before_months(6), date("2014-08-28"));
        let august = date("2014-08-30");
        assert_eq!(august.latest_before_months(6), date("2014-02-28"));
        assert_eq!(august.earliest_before_months(6), date("2014-03-01"));
    }
}
