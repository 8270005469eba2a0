//! The sentences of durations and days.

use super::bound::Bound;
use super::parts::{allowed, plain, remedy};
use super::{Subject, Told};
use crate::report::format::{counted, date};
use crate::report::{Group, Shown};
use crate::rulebook::model::{DateField, Op, Rule};

pub(super) fn duration(rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let months = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "month", "months"),
        other => plain(other),
    };
    let Some(found) = told.params.found.as_ref().map(months) else {
        return format!("However long the project lasts, {}.", allowed(bound.as_ref(), rule, months));
    };
    let days =
        told.params.days.map_or_else(String::new, |days| format!(" and {}", counted(days.into(), "day", "days")));
    let by = |by: &Shown| match told.params.over_by() {
        Some((0, days)) => counted(days.into(), "day", "days"),
        Some((whole, days)) => {
            format!("{} and {}", counted(whole, "month", "months"), counted(days.into(), "day", "days"))
        }
        None => months(by),
    };
    let remedy = remedy(told, bound.as_ref(), by, ("Shorten it", "Lengthen it"));
    format!("The project lasts {found}{days}; {}.{remedy}", allowed(bound.as_ref(), rule, months))
}

pub(super) fn day(
    subject: &Subject<'_>,
    told: &Told<'_>,
    field: DateField,
    bound: Option<Bound<'_>>,
    rule: &Rule,
) -> String {
    // Each may file on its own; they start and end together.
    let is_of_partner = field == DateField::Submitted && matches!(subject.group, Some(Group::Partner(_)));
    let who = if is_of_partner { subject.says() } else { "The project".to_owned() };
    let verb = match field {
        DateField::Start => "starts on",
        DateField::End => "ends on",
        DateField::Submitted if is_of_partner => "files on",
        DateField::Submitted => "is filed on",
    };
    let found = told.params.found.as_ref().map(written).unwrap_or_default();
    let limit = bound.map_or_else(
        || rule.title.to_string(),
        |bound| format!("the call asks for {} {}", side(&bound), written(bound.shown)),
    );
    format!("{who} {verb} {found}; {limit}.")
}

fn written(shown: &Shown) -> String {
    match shown {
        Shown::Text(text) => date(text),
        other => plain(other),
    }
}

/// On which side of the bound the day or the moment lies.
fn side(bound: &Bound<'_>) -> &'static str {
    let is_instant = matches!(bound.shown, Shown::Text(text) if text.contains('T'));
    match (bound.op, is_instant) {
        (Op::Min, false) => "a day on or after",
        (Op::Max, false) => "a day on or before",
        (Op::Above, false) => "a day after",
        (_, false) => "a day before",
        (Op::Min, true) => "a time at or after",
        (Op::Max, true) => "a time at or before",
        (Op::Above, true) => "a time after",
        (_, true) => "a time before",
    }
}
