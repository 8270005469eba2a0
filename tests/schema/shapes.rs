//! The shape of an atom: what an editor offers beside a measure is what loading takes there.

use callcheck::{Rulebook, rulebook_schema};
use serde_json::{Value, json};

use crate::validator;

const KEYS: [&str; 9] = ["of", "where", "min", "max", "above", "below", "is", "in", "within"];

/// Each measure, and a value that its bounds may have.
fn measures() -> Vec<(Value, Value)> {
    let money = || json!("1");
    vec![
        (json!("grant"), money()),
        (json!("cost"), money()),
        (json!("contribution"), money()),
        (json!({ "cost": ["staff"] }), money()),
        (json!({ "contribution": { "not": ["own"] } }), money()),
        (json!("partners"), json!(1)),
        (json!("countries"), json!(1)),
        (json!("months"), json!(1)),
        (json!("start"), json!("2015-01-01")),
        (json!("end"), json!("2015-01-01")),
        (json!("submitted"), json!("2015-01-01T12:00Z")),
        (json!("country"), json!("DK")),
        (json!("region"), json!("DE-BB")),
        (json!("type"), json!("company")),
        (json!("size"), json!("sme")),
        (json!("role"), json!("lead")),
        (json!("labels"), json!("gold")),
        (json!("strand"), json!("small")),
        (json!({ "answer": "smes" }), json!(1)),
        (json!({ "answer": "turnover" }), money()),
        (json!({ "answer": "civil" }), json!(true)),
        (json!({ "answer": "field" }), json!("food")),
        (json!({ "answer": "goals" }), json!("jobs")),
    ]
}

fn rulebook(require: &Value) -> Value {
    let choices = json!({ "food": "Food", "jobs": "Jobs" });
    json!({
        "callcheck": 1, "id": "shapes", "version": "1.0.0", "title": "Shapes", "currency": "EUR",
        "types": { "company": "Company" }, "labels": { "gold": "Gold" }, "strands": { "small": "Small" },
        "costs": { "staff": "Staff" }, "contributions": { "own": "Own", "public": "Public" },
        "questions": {
            "smes": { "of": "partner", "kind": "count" }, "turnover": { "of": "partner", "kind": "money" },
            "civil": { "of": "partner", "kind": "boolean" },
            "field": { "of": "partner", "kind": "choice", "choices": choices },
            "goals": { "of": "partner", "kind": "choices", "choices": choices }
        },
        "sources": { "text": { "title": "Call text" } },
        "rules": [{ "id": "a", "title": "A", "each": "partner", "require": require, "source": { "ref": "text" } }]
    })
}

/// What stands behind a key beside the measure.
fn value_of(key: &str, bound: &Value) -> Value {
    match key {
        "of" => json!("proposal"),
        "where" => json!({ "funded": true }),
        "in" | "within" => json!([bound]),
        _ => bound.clone(),
    }
}

/// The measure with one bound that it takes, beside the key in question.
fn atom(measure: &Value, bound: &Value, key: &str) -> Value {
    let bounds = ["max", "in"].into_iter().map(|op| json!({ "measure": measure, op: value_of(op, bound) }));
    let loads = |atom: &Value| Rulebook::from_json(&rulebook(atom).to_string()).is_ok();
    let mut atom = bounds.into_iter().find(loads).unwrap_or_else(|| panic!("{measure} takes no bound"));
    atom.as_object_mut().expect("an object").insert(key.to_owned(), value_of(key, bound));
    atom
}

#[test]
fn beside_each_measure_the_schema_takes_what_loading_takes() {
    let validator = validator(&rulebook_schema());
    let mut taken = 0;
    for (measure, bound) in measures() {
        for key in KEYS {
            let rulebook = rulebook(&atom(&measure, &bound, key));
            let (loads, validates) =
                (Rulebook::from_json(&rulebook.to_string()).is_ok(), validator.is_valid(&rulebook));
            // Of an answer only the rulebook's questions tell what it is.
            let is_told_apart = measure.get("answer").is_none();
            assert!(
                loads == validates || (validates && !is_told_apart),
                "{measure} with {key}: loads {loads}, validates {validates}"
            );
            taken += usize::from(loads);
        }
    }
    assert!(taken > 100, "only {taken} keys are taken");
}

#[test]
fn a_row_takes_the_bounds_of_its_rules_measure() {
    let validator = validator(&rulebook_schema());
    for (measure, bound) in measures() {
        for key in KEYS {
            let mut rulebook = rulebook(&json!({ "measure": measure }));
            rulebook["rules"][0]["rows"] = json!([{ "country": "DK", key: value_of(key, &bound) }]);
            let (loads, validates) =
                (Rulebook::from_json(&rulebook.to_string()).is_ok(), validator.is_valid(&rulebook));
            let is_told_apart = measure.get("answer").is_none();
            assert!(
                loads == validates || (validates && !is_told_apart),
                "{measure} with {key}: loads {loads}, validates {validates}"
            );
        }
    }
}
