//! Filters: which partners are meant.

use serde_json::{Map, Value, json};

use super::draw::Draw;
use super::rules::Scope;
use super::vocabulary::{COUNTRIES, ROLES, SIZES, Vocabulary};

/// A filter of one condition or two, rarely of none.
pub fn filter(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    if draw.chance(6) { draw.pick(&[json!({}), json!({ "answers": {} })]) } else { filled_filter(draw, scope) }
}

/// One that has a condition.
pub fn filled_filter(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    let count = if draw.chance(25) { 2 } else { 1 };
    let keys = draw.some(&keys(scope), count, count);
    let conditions = keys.into_iter().map(|key| (key.to_owned(), condition(draw, scope.vocabulary, key)));
    Value::Object(conditions.collect::<Map<String, Value>>())
}

fn keys(scope: &Scope<'_>) -> Vec<&'static str> {
    let vocabulary = scope.vocabulary;
    let keys = [
        ("country", true),
        ("size", true),
        ("role", true),
        ("region", !vocabulary.regions.is_empty()),
        ("type", !vocabulary.types.is_empty()),
        ("labels", !vocabulary.labels.is_empty()),
        ("answers", !filterable(vocabulary).is_empty()),
        // Who is funded hangs on the very amounts whose limits are asked for.
        ("funded", !scope.language.is_steady()),
        ("contributing", !scope.language.is_steady()),
    ];
    keys.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key).collect()
}

fn filterable(vocabulary: &Vocabulary) -> Vec<super::vocabulary::Question> {
    vocabulary.questions("partner", &["boolean", "choice"])
}

fn condition(draw: &mut Draw, vocabulary: &Vocabulary, key: &str) -> Value {
    match key {
        "funded" | "contributing" => Value::Bool(draw.chance(60)),
        "answers" => {
            let questions = draw.some(&filterable(vocabulary), 1, 2);
            let answers =
                questions.into_iter().map(|question| (question.name.clone(), values(draw, &question.values())));
            Value::Object(answers.collect())
        }
        _ => values(draw, &attribute_values(vocabulary, key)),
    }
}

/// A value, a list, or what must not be.
fn values(draw: &mut Draw, all: &[Value]) -> Value {
    let value = if draw.chance(60) { draw.pick(all) } else { Value::Array(draw.some(all, 1, 2)) };
    if draw.chance(25) { json!({ "not": value }) } else { value }
}

/// What an attribute of a partner may be asked for.
pub fn attribute_values(vocabulary: &Vocabulary, key: &str) -> Vec<Value> {
    let words = |words: &[&str]| words.iter().map(|word| Value::from(*word)).collect::<Vec<_>>();
    let names = |names: &[String]| names.iter().map(|name| Value::from(name.as_str())).collect::<Vec<_>>();
    match key {
        "country" => [words(&COUNTRIES), words(&vocabulary.regions), names(&vocabulary.groups)].concat(),
        "region" => words(&vocabulary.regions),
        "type" => names(&vocabulary.types),
        "labels" => names(&vocabulary.labels),
        "size" => [words(&SIZES), words(&["sme"])].concat(),
        _ => words(&ROLES),
    }
}
