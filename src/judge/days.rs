//! The duration and the days of a proposal, and why one is not known.

use super::place::{Gap, Part, Place};
use super::world::World;
use crate::proposal::Field;
use crate::report::Reason;
use crate::value::{Date, Duration, Moment};

impl<'a> World<'a> {
    /// The duration: the months that are given, else that of the dates.
    pub(crate) fn duration_or_gaps(&self) -> Result<Duration, Vec<Gap>> {
        let reading = self.reading;
        match (&reading.months, &reading.start, &reading.end) {
            (Field::Given(months), ..) => Ok(Duration::of_months(*months)),
            (Field::Unreadable, ..) => Err(vec![self.gap(None, &reading.months, Part::Months)]),
            (_, Field::Given(start), Field::Given(end)) => {
                Duration::between(*start, *end).ok_or_else(|| vec![Gap::new(Place::Own(Part::End), Reason::Invalid)])
            }
            (_, Field::Absent, Field::Absent) => Err(vec![self.gap(None, &reading.months, Part::Months)]),
            (_, start, end) => {
                let dates = [(start, Part::Start), (end, Part::End)];
                Err(dates
                    .into_iter()
                    .filter(|(date, _)| date.given().is_none())
                    .map(|(date, part)| self.gap(None, date, part))
                    .collect())
            }
        }
    }

    /// Whether the dates give the duration.
    pub(crate) fn uses_dates(&self) -> bool {
        let reading = self.reading;
        !reading.months.is_written() && reading.start.given().is_some() && self.duration.is_some()
    }

    pub(crate) fn date(&self, end: bool) -> Result<Date, Gap> {
        let (field, part) = if end { (&self.reading.end, Part::End) } else { (&self.reading.start, Part::Start) };
        field.given().copied().ok_or_else(|| self.gap(None, field, part))
    }

    /// When it was filed: by the partner, where he is asked and says so, else by the proposal.
    pub(crate) fn submitted(&self, who: Option<usize>) -> Result<&'a Moment, Gap> {
        let own = who.and_then(|partner| self.partner(partner));
        match (who, own.map(|partner| &partner.submitted), &self.reading.submitted) {
            (_, Some(Field::Given(moment)), _) => Ok(moment),
            (Some(partner), _, _) if self.is_unreadable(partner) => {
                Err(Gap::new(Place::Of(partner, None), Reason::Invalid))
            }
            (_, Some(unreadable @ Field::Unreadable), _) => Err(self.gap(who, unreadable, Part::Submitted)),
            (_, _, Field::Given(moment)) => Ok(moment),
            (_, _, default @ Field::Unreadable) => Err(self.gap(None, default, Part::Submitted)),
            (_, _, default @ Field::Absent) => Err(self.gap(who, default, Part::Submitted)),
        }
    }
}
