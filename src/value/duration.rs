//! The duration of a project in whole months and days, and which dates keep its bounds.

use super::Date;

/// Whole months and the days beyond them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Duration {
    pub(crate) months: i128,
    pub(crate) days: u32,
}

/// What a bound asks of a duration of `n` months and `r` days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DurationBound {
    /// `n >= m`.
    AtLeast(i128),
    /// `n < m`, or `n = m` and `r = 0`.
    AtMost(i128),
    /// Not `AtMost`.
    Above(i128),
    /// Not `AtLeast`.
    Below(i128),
}

/// The last day on one side that keeps a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// No earlier day keeps it.
    Earliest(Date),
    /// No later day keeps it.
    Latest(Date),
}

impl Duration {
    pub(crate) fn of_months(months: i128) -> Duration {
        Duration { months, days: 0 }
    }

    /// From the first to the last day, both inclusive; `None` where the end is before the start.
    pub(crate) fn between(start: Date, end: Date) -> Option<Duration> {
        if end < start {
            return None;
        }
        let until = end.plus_days(1);
        let months = whole_months(start, until);
        let days = until.day_number().saturating_sub(start.plus_months(months).day_number());
        Some(Duration { months: i128::from(months), days: u32::try_from(days).unwrap_or(0) })
    }

    /// The months begun: a day beyond whole months begins another.
    pub(crate) fn months_begun(self) -> i128 {
        self.months.saturating_add(i128::from(self.days > 0))
    }

    pub(crate) fn keeps(self, bound: DurationBound) -> bool {
        match bound {
            DurationBound::AtLeast(months) => self.months >= months,
            DurationBound::AtMost(months) => self.months_begun() <= months,
            DurationBound::Above(months) => self.months_begun() > months,
            DurationBound::Below(months) => self.months < months,
        }
    }
}

fn whole_months(start: Date, until: Date) -> i64 {
    let ((start_year, start_month, _), (year, month, _)) = (start.civil(), until.civil());
    let apart = year.saturating_sub(start_year).saturating_mul(12).saturating_add(month).saturating_sub(start_month);
    if start.plus_months(apart) <= until { apart } else { apart.saturating_sub(1) }
}

impl DurationBound {
    fn months(self) -> i64 {
        let (DurationBound::AtLeast(months)
        | DurationBound::AtMost(months)
        | DurationBound::Above(months)
        | DurationBound::Below(months)) = self;
        i64::try_from(months).unwrap_or(i64::MAX)
    }

    /// The edge of the ends that keep the bound with this start.
    pub(crate) fn edge_of_end(self, start: Date) -> Edge {
        let whole = start.plus_months(self.months()).plus_days(-1);
        match self {
            DurationBound::AtLeast(_) => Edge::Earliest(whole),
            DurationBound::AtMost(_) => Edge::Latest(whole),
            DurationBound::Above(_) => Edge::Earliest(whole.plus_days(1)),
            DurationBound::Below(_) => Edge::Latest(whole.plus_days(-1)),
        }
    }

    /// The edge of the starts that keep the bound with this end.
    pub(crate) fn edge_of_start(self, end: Date) -> Edge {
        let until = end.plus_days(1);
        let months = self.months();
        match self {
            DurationBound::AtLeast(_) => Edge::Latest(until.latest_before_months(months)),
            DurationBound::AtMost(_) => Edge::Earliest(until.earliest_before_months(months)),
            DurationBound::Above(_) => Edge::Latest(end.latest_before_months(months)),
            DurationBound::Below(_) => Edge::Earliest(until.plus_days(1).earliest_before_months(months)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, DurationBound, Edge};
    use crate::value::Date;

    fn date(text: &str) -> Date {
        Date::from_text(text).unwrap_or_else(|| panic!("{text} is no date"))
    }

    fn between(start: &str, end: &str) -> Option<(i128, u32)> {
        Duration::between(date(start), date(end)).map(|duration| (duration.months, duration.days))
    }

    #[test]
    fn months_and_days_from_the_first_to_the_last_day() {
        assert_eq!(between("2015-01-01", "2016-06-30"), Some((18, 0)));
        assert_eq!(between("2015-01-01", "2016-06-29"), Some((17, 29)));
        assert_eq!(between("2015-08-31", "2017-02-27"), Some((18, 0)));
        assert_eq!(between("2015-01-01", "2015-01-01"), Some((0, 1)));
        assert_eq!(between("2015-01-02", "2015-01-01"), None);
        assert_eq!(between("9999-12-31", "9999-12-31"), Some((0, 1)));
    }

    /// Every edge against the definition, a day on both sides of it.
    #[test]
    fn edges_are_tight() {
        let anchors = [
            "2014-10-31",
            "2014-08-31",
            "2015-08-31",
            "2015-02-27",
            "2016-02-28",
            "2016-02-29",
            "2014-08-29",
            "2015-01-01",
        ];
        for (anchor, months) in anchors.iter().flat_map(|anchor| (1..14).map(move |months| (date(anchor), months))) {
            for bound in [
                DurationBound::AtLeast(months),
                DurationBound::AtMost(months),
                DurationBound::Above(months),
                DurationBound::Below(months),
            ] {
                let keeps_end = |end| Duration::between(anchor, end).is_some_and(|duration| duration.keeps(bound));
                let keeps_start =
                    |start| Duration::between(start, anchor).is_some_and(|duration| duration.keeps(bound));
                assert_tight(bound.edge_of_end(anchor), keeps_end);
                assert_tight(bound.edge_of_start(anchor), keeps_start);
            }
        }
    }

    fn assert_tight(edge: Edge, keeps: impl Fn(Date) -> bool) {
        let (inside, outside) = match edge {
            Edge::Earliest(day) => (day, day.plus_days(-1)),
            Edge::Latest(day) => (day, day.plus_days(1)),
        };
        assert!(keeps(inside), "{edge:?}");
        assert!(!keeps(outside), "{edge:?}");
    }
}
