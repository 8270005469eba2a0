//! Reducing a case that breaks a law, so that it can be read.

use serde_json::Value;

use crate::case::{Case, Loaded};

/// The case without any part that it does not need to break the law.
pub fn reduced(case: Case, broken: &impl Fn(&Loaded<'_>) -> Option<String>) -> Case {
    let is_broken = |case: &Case| case.load().is_some_and(|loaded| broken(&loaded).is_some());
    let mut case = case;
    while let Some(smaller) = smaller(&case).find(is_broken) {
        case = smaller;
    }
    case
}

/// The case without one of its parts, the large ones first.
fn smaller(case: &Case) -> impl Iterator<Item = Case> + use<> {
    let case = case.clone();
    let documents: [fn(&mut Case) -> &mut Value; 3] =
        [|case| &mut case.rulebook, |case| &mut case.proposal, |case| &mut case.options];
    let places = documents.map(|document| (document, parts(document(&mut case.clone()))));
    places.into_iter().flat_map(|(document, parts)| parts.into_iter().map(move |part| (document, part))).map(
        move |(document, part)| {
            let mut smaller = case.clone();
            remove(document(&mut smaller), &part);
            smaller
        },
    )
}

/// The pointers of all parts, each before its own parts.
pub fn parts(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut level = vec![(String::new(), document)];
    while !level.is_empty() {
        let below: Vec<(String, &Value)> = level.iter().flat_map(|(pointer, value)| children(pointer, value)).collect();
        found.extend(below.iter().map(|(pointer, _)| pointer.clone()));
        level = below;
    }
    found
}

fn children<'a>(pointer: &str, value: &'a Value) -> Vec<(String, &'a Value)> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), value))
            .collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (format!("{pointer}/{index}"), value)).collect()
        }
        _ => Vec::new(),
    }
}

fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, last)) = pointer.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.remove(&last.replace("~1", "/").replace("~0", "~"));
        }
        Some(Value::Array(items)) => {
            items.remove(last.parse().expect("an index"));
        }
        _ => {}
    }
}
