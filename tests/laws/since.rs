//! Putting a report together from an earlier one and what changed since.

use callcheck::Report;
use serde_json::{Map, Value};

/// Whether the last report, and what changed since, make the later one.
pub fn puts_together(last: &Report, since: &str, later: &Report) -> bool {
    together(last, since).is_some_and(|together| Some(together) == as_value(later))
}

/// The report that is told as what changed since the last one, where it can be put together.
fn together(last: &Report, since: &str) -> Option<Value> {
    let last = as_value(last)?;
    let parts: Map<String, Value> = serde_json::from_str(since).ok()?;
    parts.into_iter().map(|(name, part)| Some((name.clone(), part_of(last.get(name), part)?))).collect()
}

/// A number stands for what is as it was.
fn part_of(last: Option<&Value>, part: Value) -> Option<Value> {
    match part {
        Value::Number(_) => last.cloned(),
        Value::Array(entries) => entries.into_iter().map(|entry| entry_of(last, entry)).collect(),
        new => Some(new),
    }
}

fn entry_of(last: Option<&Value>, entry: Value) -> Option<Value> {
    match entry.as_u64() {
        Some(place) => last?.get(usize::try_from(place).ok()?).cloned(),
        None => Some(entry),
    }
}

fn as_value(report: &Report) -> Option<Value> {
    serde_json::from_str(&report.to_json()).ok()
}
