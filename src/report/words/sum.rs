//! The sentences of sums: amounts, partners and countries.

use serde_json::Value;

use super::Told;
use super::bound::Bound;
use super::counted::Counted;
use super::parts::{allowed, plain, remedy, so_far, titled};
use crate::report::format::counted;
use crate::report::{Code, Numbers, Shown};
use crate::rulebook::model::{Names, Rule};

/// ` (Staff, Travel)` or ` (all but Travel)`, where a measure lists its keys.
pub(super) fn keys(params: &Numbers, names: &Names) -> String {
    let listed = params.measure.as_deref().and_then(Value::as_object).and_then(|measure| measure.values().next());
    let (but, listed) = match listed.and_then(|listed| listed.get("not")) {
        Some(others) => ("all but ", Some(others)),
        None => ("", listed),
    };
    let listed = listed.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let titles: Vec<String> = listed.map(|key| titled(names, key)).collect();
    if titles.is_empty() { String::new() } else { format!(" ({but}{})", titles.join(", ")) }
}

pub(super) fn sum(
    whose: &Counted,
    rule: &Rule,
    told: &Told<'_>,
    [one, several]: [String; 2],
    bound: Option<Bound<'_>>,
) -> String {
    let params = told.params;
    let verb = if whose.is_plural { several } else { one };
    let found = params.found.as_ref().map(plain).unwrap_or_default();
    let remedy = remedy(told, bound.as_ref(), plain, ("Reduce it", "Raise it"));
    format!("{}{} {verb} {found}; {}.{remedy}", whose.who, so_far(params), allowed(bound.as_ref(), rule, plain))
}

pub(super) fn partners(whose: &Counted, rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let count = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "partner", "partners"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(count).unwrap_or_default();
    let from = whose.from.map_or_else(String::new, |country| format!(" from {}", country.name()));
    let that_count = match (whose.narrows, &told.params.found) {
        (false, _) => "",
        (true, Some(Shown::Count(1))) => " that counts here",
        (true, _) => " that count here",
    };
    format!("{}: {found}{from} found{that_count}, where {}.", rule.title, allowed(bound.as_ref(), rule, count))
}

pub(super) fn countries(whose: &Counted, rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let count = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "country", "countries"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(count).unwrap_or_default();
    let remedy = match (told.code, &told.params.by) {
        (Code::BelowMin, Some(Shown::Count(by))) => {
            format!(" Bring in partners from {}.", counted(*by, "more country", "more countries"))
        }
        _ => String::new(),
    };
    let verb = if whose.is_plural { "come" } else { "comes" };
    format!("{} {verb} from {found}; {}.{remedy}", whose.who, allowed(bound.as_ref(), rule, count))
}
