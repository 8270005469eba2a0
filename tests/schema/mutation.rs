//! A value with one change: something replaced, left out, or added.

use serde_json::{Value, json};

/// What may stand anywhere, right or wrong.
fn replacements() -> [Value; 15] {
    [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("x"),
        json!("50%"),
        json!("EUR 1"),
        json!("DK"),
        json!("2015-01-01"),
        json!([]),
        json!(["x"]),
        json!({}),
        json!({ "not": "DK" }),
    ]
}

/// Every value that one change makes of it.
pub fn of(value: &Value) -> Vec<Value> {
    let mut pointers = Vec::new();
    collect_pointers(value, String::new(), &mut pointers);
    pointers.iter().flat_map(|pointer| changes_at(value, pointer)).collect()
}

fn collect_pointers(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                collect_pointers(member, format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), pointers);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_pointers(item, format!("{pointer}/{index}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}

fn changes_at(value: &Value, pointer: &str) -> Vec<Value> {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut value = value.clone();
        change(value.pointer_mut(pointer).expect("a pointer into the value"));
        value
    };
    let mut changes: Vec<Value> =
        replacements().iter().map(|replacement| changed(&|place| *place = replacement.clone())).collect();
    if let Some(members) = value.pointer(pointer).and_then(Value::as_object) {
        changes.extend(
            members
                .keys()
                .map(|key| changed(&|place| drop(place.as_object_mut().and_then(|members| members.remove(key))))),
        );
        changes.extend(
            ["title", "of", "min", "in", "within", "sum", "x"].map(|key| changed(&|place| place[key] = json!("x"))),
        );
    }
    changes
}
