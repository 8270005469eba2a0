//! When a report matches an expectation: by the rules beside the cases.

use serde_json::Value;

/// Why the report does not match; empty where it does.
pub fn mismatches(report: &Value, expect: &Value) -> Vec<String> {
    let expected = expect.as_object().expect("an expectation");
    expected.iter().filter_map(|(key, value)| mismatch(report, key, value)).collect()
}

fn mismatch(report: &Value, key: &str, expected: &Value) -> Option<String> {
    let found = &report[key];
    let holds = match key {
        "absent" => items(expected).iter().all(|key| report.get(text(key)).is_none()),
        "noExchange" => report.get("exchange").is_none(),
        "noLimits" => {
            items(expected).iter().all(|path| items(&report["limits"]).iter().all(|limit| limit["path"] != *path))
        }
        "findings" | "notices" => matches_all(found, expected),
        "missing" => matches_by_path(found, expected),
        "checks" | "limits" => stand_in_order(items(found), items(expected)),
        _ => matches(found, expected),
    };
    (!holds).then(|| format!("{key}: expected {expected}\n    found {found}"))
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// As many, in this order, and each matches.
fn matches_all(found: &Value, expected: &Value) -> bool {
    let (found, expected) = (items(found), items(expected));
    found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| matches(found, expected))
}

/// Exactly these paths, in any order, and each entry matches.
fn matches_by_path(found: &Value, expected: &Value) -> bool {
    let (found, expected) = (items(found), items(expected));
    let has = |entry: &Value| found.iter().any(|candidate| matches(candidate, entry));
    found.len() == expected.len() && expected.iter().all(has)
}

/// Each matches one, and the matches stand in this order.
fn stand_in_order(found: &[Value], expected: &[Value]) -> bool {
    let mut rest = found.iter();
    expected.iter().all(|expected| rest.any(|candidate| matches(candidate, expected)))
}

fn matches(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(fields), Value::Object(expected)) => expected.iter().all(|(key, value)| match key.as_str() {
            "absent" => items(value).iter().all(|key| !fields.contains_key(text(key))),
            "related" | "rules" => fields.get(key).is_some_and(|found| sorted(found) == sorted(value)),
            _ => fields.get(key).is_some_and(|found| matches(found, value)),
        }),
        (Value::Array(_), Value::Array(_)) => matches_all(found, expected),
        _ => found == expected,
    }
}

/// As a set.
fn sorted(value: &Value) -> Vec<String> {
    let mut items: Vec<String> = items(value).iter().map(Value::to_string).collect();
    items.sort();
    items
}
