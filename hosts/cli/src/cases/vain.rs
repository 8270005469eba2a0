//! What a case expects in vain: what every report would be like, most of it because it is misspelt.

use serde_json::{Map, Value};

use super::misspelt::nearest;
use crate::render::pointer::{below, steps};

/// Every key that an object of a report may have, at any depth.
const KEYS: &str = "\
    verdict draft soFar rulebook findings missing checks limits notices exchange totals id version digest code severity \
    rule path related group params message source alternatives country partner measure found min max above below is in \
    within by days currency open title url kind date at says reason rules status minRule maxRule amount base from grant \
    cost contribution complete countries partners";

/// A place in an expectation that expects nothing, and why.
pub struct Vain {
    /// RFC 6901 pointer into the expectation.
    pub pointer: String,
    /// What is wrong with it, as a sentence.
    pub message: String,
}

impl Vain {
    fn new(pointer: String, message: impl Into<String>) -> Vain {
        Vain { pointer, message: message.into() }
    }
}

/// Every such place.
pub fn all(expect: &Map<String, Value>, rulebook: &Value) -> Vec<Vain> {
    let mut vain = Vec::new();
    for (key, value) in expect {
        of_absent(&format!("/{key}"), key, value, &mut vain);
    }
    for (key, name) in [("checks", "rule"), ("limits", "path")] {
        let empty = entries(expect, key).filter(|(_, entry)| *entry == &Value::Object(Map::new()));
        vain.extend(
            empty.map(|(pointer, _)| Vain::new(pointer, format!("Every entry is like this: say its `{name}`."))),
        );
    }
    let unlimited = entries(expect, "noLimits")
        .filter(|(_, path)| !path.as_str().is_some_and(|path| may_have_limit(path, rulebook)));
    vain.extend(unlimited.map(|(pointer, path)| Vain::new(pointer, no_limit(path))));
    vain
}

/// The items of a list that the expectation has, each with its pointer.
fn entries<'e>(expect: &'e Map<String, Value>, key: &'e str) -> impl Iterator<Item = (String, &'e Value)> {
    let list = expect.get(key).and_then(Value::as_array).into_iter().flatten();
    list.enumerate().map(move |(index, entry)| (format!("/{key}/{index}"), entry))
}

/// Keys that are said to be absent and that no report has anyway.
fn of_absent(pointer: &str, key: &str, value: &Value, vain: &mut Vec<Vain>) {
    match value {
        Value::Array(keys) if key == "absent" => {
            let named = keys.iter().enumerate().map(|(index, key)| (format!("{pointer}/{index}"), key));
            vain.extend(named.filter_map(|(pointer, key)| Some(Vain::new(pointer, unknown(key)?))));
        }
        _ if key == "absent" => vain.push(Vain::new(pointer.to_owned(), "`absent` is a list, [ … ].")),
        Value::Array(items) => {
            let numbered = items.iter().enumerate();
            numbered.for_each(|(index, item)| of_absent(&format!("{pointer}/{index}"), "", item, vain));
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| of_absent(&below(pointer, key), key, value, vain));
        }
        _ => {}
    }
}

fn unknown(key: &Value) -> Option<String> {
    let Some(key) = key.as_str() else { return Some("A key of the report, a text, stands here.".to_owned()) };
    let keys: Vec<&str> = KEYS.split(' ').collect();
    let hint = nearest(key, &keys).map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    let end = if hint.is_empty() { "." } else { "" };
    (!keys.contains(&key)).then(|| format!("No report has a key `{key}`{hint}{end}"))
}

/// Whether reports by this rulebook may have a limit at this path.
fn may_have_limit(path: &str, rulebook: &Value) -> bool {
    let steps: Vec<String> = steps(path).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    match steps.as_slice() {
        ["months" | "start" | "end" | "submitted"] => true,
        ["partners", index, "submitted"] => index.parse::<usize>().is_ok(),
        ["partners", index, amount @ ..] if index.parse::<usize>().is_ok() => is_amount(amount, rulebook),
        amount => is_amount(amount, rulebook),
    }
}

fn is_amount(steps: &[&str], rulebook: &Value) -> bool {
    match steps {
        ["grant"] => true,
        [table @ ("costs" | "contributions"), key] => rulebook.get(table).is_some_and(|table| table.get(key).is_some()),
        _ => false,
    }
}

fn no_limit(path: &Value) -> String {
    format!("No report has a limit at {path}; there may be one at \"/months\", \"/end\" or \"/partners/0/grant\".")
}
