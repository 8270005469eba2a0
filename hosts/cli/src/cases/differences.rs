//! A report held against what is expected of it: value by value, each with its place in the report.

use serde_json::{Map, Value};

use crate::render::pointer;

/// A value that is not as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// RFC 6901 pointer into the report.
    pub pointer: String,
    /// What is expected there, as JSON; `None` where nothing is.
    pub expected: Option<String>,
    /// What stands there, as JSON; `None` where nothing does.
    pub found: Option<String>,
}

/// What there is to know of an entry of a report that nobody expected.
const TELLING: [&str; 9] = ["code", "id", "rule", "path", "group", "status", "reason", "min", "max"];

/// By what an entry of a list that has to be complete is known.
const NAMING: [&str; 5] = ["code", "id", "rule", "path", "group"];

impl Difference {
    fn new(pointer: &str, expected: Option<&Value>, found: Option<&Value>) -> Difference {
        let [expected, found] = [expected, found].map(|value| value.map(Value::to_string));
        Difference { pointer: pointer.to_owned(), expected, found }
    }

    /// Something that is there and should not be, in brief.
    pub fn extra(pointer: String, found: &Value) -> Difference {
        let brief = |fields: &Map<String, Value>| {
            let telling = fields.iter().filter(|(key, _)| TELLING.contains(&key.as_str()));
            Value::Object(telling.map(|(key, value)| (key.clone(), value.clone())).collect())
        };
        let brief = found.as_object().map(brief).filter(|brief| *brief != Value::Object(Map::new()));
        Difference { pointer, expected: None, found: Some(brief.as_ref().unwrap_or(found).to_string()) }
    }
}

/// Equal, all of it.
pub fn same(pointer: &str, found: Option<&Value>, expected: &Value) -> Vec<Difference> {
    let differs = found != Some(expected);
    differs.then(|| Difference::new(pointer, Some(expected), found)).into_iter().collect()
}

/// An object has each key of the expected one, a list as many items; all else is equal.
pub fn matching(pointer: &str, found: Option<&Value>, expected: &Value) -> Vec<Difference> {
    match (found, expected) {
        (Some(Value::Object(found)), Value::Object(expected)) => {
            expected.iter().flat_map(|(key, expected)| member(pointer, found, key, expected)).collect()
        }
        (Some(Value::Array(found)), Value::Array(expected)) if found.len() == expected.len() => {
            each_of(pointer, found, expected)
        }
        _ => same(pointer, found, expected),
    }
}

fn member(pointer: &str, found: &Map<String, Value>, key: &str, expected: &Value) -> Vec<Difference> {
    let below = pointer::below(pointer, key);
    match key {
        "absent" => {
            let keys = items(Some(expected)).iter().filter_map(Value::as_str);
            let there = keys.filter_map(|key| Some((key, found.get(key)?)));
            there.map(|(key, value)| Difference::extra(format!("{pointer}/{key}"), value)).collect()
        }
        "related" | "rules" if as_set(found.get(key)) == as_set(Some(expected)) => Vec::new(),
        "related" | "rules" => same(&below, found.get(key), expected),
        _ => matching(&below, found.get(key), expected),
    }
}

fn each_of(pointer: &str, found: &[Value], expected: &[Value]) -> Vec<Difference> {
    let pairs = found.iter().zip(expected).enumerate();
    pairs
        .flat_map(|(index, (found, expected))| matching(&format!("{pointer}/{index}"), Some(found), expected))
        .collect()
}

fn items(list: Option<&Value>) -> &[Value] {
    list.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// `None` where there is no list.
fn as_set(list: Option<&Value>) -> Option<Vec<String>> {
    let mut items: Vec<String> = list?.as_array()?.iter().map(Value::to_string).collect();
    items.sort();
    Some(items)
}

/// As many, in this order.
pub fn list(pointer: &str, found: Option<&Value>, expected: &Value) -> Vec<Difference> {
    let (found, expected) = (items(found), items(Some(expected)));
    if found.len() == expected.len() {
        return each_of(pointer, found, expected);
    }
    let mut differences = Vec::new();
    let mut rest = found.iter().enumerate().peekable();
    for expected in expected {
        let fits = |(_, found): &(usize, &Value)| matching("", Some(found), expected).is_empty();
        let is_meant = |(_, found): &(usize, &Value)| is_meant(found, expected, &NAMING);
        let Some((index, here)) = rest.clone().find(fits).or_else(|| rest.clone().find(is_meant)) else {
            differences.push(Difference::new(pointer, Some(expected), None));
            continue;
        };
        differences.extend(extras(pointer, rest.by_ref().take_while(|(extra, _)| *extra < index)));
        differences.extend(matching(&format!("{pointer}/{index}"), Some(here), expected));
    }
    differences.extend(extras(pointer, rest));
    differences
}

fn extras<'v>(pointer: &str, found: impl Iterator<Item = (usize, &'v Value)>) -> Vec<Difference> {
    found.map(|(index, found)| Difference::extra(format!("{pointer}/{index}"), found)).collect()
}

/// Exactly the entries of these paths, in any order.
pub fn the_same_paths(pointer: &str, found: Option<&Value>, expected: &Value) -> Vec<Difference> {
    let (found, expected) = (items(found), items(Some(expected)));
    let of = |entries: &[Value], path: &Value| entries.iter().position(|entry| entry.get("path") == Some(path));
    let mut differences = Vec::new();
    for entry in expected {
        match entry.get("path").and_then(|path| of(found, path)) {
            Some(index) => differences.extend(matching(&format!("{pointer}/{index}"), found.get(index), entry)),
            None => differences.push(Difference::new(pointer, Some(entry), None)),
        }
    }
    let unexpected = found.iter().enumerate().filter(|(_, entry)| of(expected, &entry["path"]).is_none());
    differences.extend(extras(pointer, unexpected));
    differences
}

/// Each of these, in this order, beside whatever else; `naming` are the fields by which an entry is known.
pub fn some_in_order(pointer: &str, found: Option<&Value>, expected: &Value, naming: &[&str]) -> Vec<Difference> {
    let found = items(found);
    let (mut next, mut differences) = (0, Vec::new());
    for expected in items(Some(expected)) {
        let fits = |index: &usize| matching("", found.get(*index), expected).is_empty();
        match (next..found.len()).find(fits) {
            Some(index) => next = index + 1,
            None => differences.extend(nearest(pointer, found, expected, naming)),
        }
    }
    differences
}

/// How the entry that is meant differs, be it by its place alone.
fn nearest(pointer: &str, found: &[Value], expected: &Value, naming: &[&str]) -> Vec<Difference> {
    let Some(index) = found.iter().position(|found| is_meant(found, expected, naming)) else {
        return vec![Difference::new(pointer, Some(expected), None)];
    };
    let differences = matching(&format!("{pointer}/{index}"), found.get(index), expected);
    match differences.is_empty() {
        true => vec![Difference {
            found: Some("earlier in the list".into()),
            ..Difference::new(pointer, Some(expected), None)
        }],
        false => differences,
    }
}

/// Whether the entries have the same names, as far as the expected one is named.
fn is_meant(found: &Value, expected: &Value, naming: &[&str]) -> bool {
    let mut named = naming.iter().filter_map(|key| Some((key, expected.get(key)?))).peekable();
    named.peek().is_some() && named.all(|(key, name)| found.get(key) == Some(name))
}

/// No entry of these paths.
pub fn none_of(pointer: &str, found: Option<&Value>, paths: &Value) -> Vec<Difference> {
    let paths = items(Some(paths));
    let there = items(found).iter().enumerate().filter(|(_, entry)| paths.contains(&entry["path"]));
    extras(pointer, there)
}
