//! Rows: one rule for each line of a table.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::bounds::{Bounded, bound};
use super::cite;
use super::draw::Draw;
use super::filters::filled_filter;
use super::measures::{Unit, measure};
use super::rules::{Scope, add_strand};
use super::sets::SetOf;

/// The keys by whose values a row is named.
const NAMING: [&str; 6] = ["country", "region", "type", "size", "role", "strand"];

pub fn add_rows(draw: &mut Draw, scope: &Scope<'_>, rule: &mut Value) {
    let unit = draw.pick(&[Unit::Money, Unit::Money, Unit::Count]);
    let measure = measure(draw, scope.vocabulary, unit);
    let set = SetOf::draw(draw, scope, &measure);
    let mut require = Map::from_iter([("measure".to_owned(), measure.written.clone())]);
    set.write(&mut require);
    if unit == Unit::Count && draw.chance(30) {
        require.insert("min".to_owned(), json!(0));
    }
    rule["require"] = Value::Object(require);
    let mut names = BTreeSet::new();
    let count = draw.between(1, 3);
    let rows =
        (0..count).map(|number| row(draw, scope, Bounded { unit, measure: &measure, set: &set }, number, &mut names));
    rule["rows"] = rows.collect();
}

fn row(draw: &mut Draw, scope: &Scope<'_>, of: Bounded<'_>, number: usize, names: &mut BTreeSet<String>) -> Value {
    let mut row = if draw.chance(80) { filled_filter(draw, scope) } else { json!({}) };
    let scope = Scope { filters: [scope.filters.clone(), vec![row.clone()]].concat(), ..scope.clone() };
    add_strand(draw, scope.vocabulary, &mut row, 30);
    match own_name(&row) {
        Some(name) if draw.chance(60) && names.insert(name.clone()) => {}
        _ => row["id"] = format!("row-{number}").into(),
    }
    row[draw.pick(&["max", "max", "below", "above", "is"])] = bound(draw, &scope, of);
    if draw.chance(15) {
        row["severity"] = draw.pick(&["error", "advice"]).into();
    }
    if draw.chance(15) {
        row["title"] = "Row".into();
        row["source"] = cite("booklet");
    }
    row
}

/// What the row is called by its values; `None` where these do not name it.
fn own_name(row: &Value) -> Option<String> {
    let row = row.as_object()?;
    if row.is_empty() || row.keys().any(|key| !NAMING.contains(&key.as_str())) {
        return None;
    }
    let mut names = Vec::new();
    for value in NAMING.iter().filter_map(|key| row.get(*key)) {
        match value {
            Value::Array(items) => names.extend(items.iter().map(|item| item.as_str())),
            value => names.push(value.as_str()),
        }
    }
    Some(names.into_iter().collect::<Option<Vec<&str>>>()?.join("+"))
}
