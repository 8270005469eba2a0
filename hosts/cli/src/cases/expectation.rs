//! What a case may expect of a report, key by key.

use serde_json::{Map, Value};

use super::differences::{Difference, list, matching, none_of, same, some_in_order, the_same_paths};

/// What stands behind a key of `expect`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Text,
    Flag,
    List,
    Object,
}

impl Form {
    /// The keys that `expect` may have, in the order in which they are compared.
    pub const KEYS: [&str; 14] = [
        "verdict",
        "draft",
        "soFar",
        "exchange",
        "findings",
        "notices",
        "missing",
        "checks",
        "limits",
        "totals",
        "rulebook",
        "noLimits",
        "noExchange",
        "absent",
    ];

    pub fn of(key: &str) -> Option<Form> {
        match key {
            "verdict" | "soFar" => Some(Form::Text),
            "draft" | "noExchange" => Some(Form::Flag),
            "exchange" | "totals" | "rulebook" => Some(Form::Object),
            _ => Form::KEYS.contains(&key).then_some(Form::List),
        }
    }

    pub fn fits(self, value: &Value) -> bool {
        match self {
            Form::Text => value.is_string(),
            Form::Flag => value.is_boolean(),
            Form::List => value.is_array(),
            Form::Object => value.is_object(),
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Form::Text => "a text",
            Form::Flag => "true or false",
            Form::List => "a list, [ … ]",
            Form::Object => "an object, { … }",
        }
    }
}

/// Whether every report would be as expected.
pub fn is_empty(expect: &Map<String, Value>) -> bool {
    expect.iter().all(|(key, value)| match key.as_str() {
        "checks" | "limits" | "noLimits" | "absent" => value.as_array().is_some_and(Vec::is_empty),
        "totals" | "rulebook" => value.as_object().is_some_and(Map::is_empty),
        "noExchange" => *value == Value::Bool(false),
        _ => false,
    })
}

/// Where the report is not as expected.
pub fn differences(report: &Value, expect: &Map<String, Value>) -> Vec<Difference> {
    let expected = Form::KEYS.into_iter().filter_map(|key| Some((key, expect.get(key)?)));
    expected.flat_map(|(key, expected)| of_key(report, key, expected)).collect()
}

fn of_key(report: &Value, key: &str, expected: &Value) -> Vec<Difference> {
    let (pointer, found) = (format!("/{key}"), report.get(key));
    match key {
        "verdict" | "draft" | "soFar" | "exchange" => same(&pointer, found, expected),
        "findings" | "notices" => list(&pointer, found, expected),
        "missing" => the_same_paths(&pointer, found, expected),
        "checks" => some_in_order(&pointer, found, expected, &["rule", "group"]),
        "limits" => some_in_order(&pointer, found, expected, &["path"]),
        "noLimits" => none_of("/limits", report.get("limits"), expected),
        "noExchange" if *expected == Value::Bool(true) => absent(report, &["exchange"]),
        "noExchange" => Vec::new(),
        "absent" => absent(report, &texts(expected)),
        _ => matching(&pointer, found, expected),
    }
}

fn absent(report: &Value, keys: &[&str]) -> Vec<Difference> {
    keys.iter().filter_map(|key| report.get(key).map(|found| Difference::extra(format!("/{key}"), found))).collect()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
