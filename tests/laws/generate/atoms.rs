//! Atoms: one measure and its bounds.

use serde_json::{Map, Value, json};

use super::bounds::{Bounded, add_bounds, count};
use super::dates::moments_in_order;
use super::draw::Draw;
use super::filters::attribute_values;
use super::measures::{Measure, Unit, measure};
use super::rules::{Each, Scope};
use super::sets::SetOf;

/// Any atom that may stand there.
pub fn atom(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    // A condition that reads what a field may take would change with it.
    if scope.is_condition && scope.language.is_steady() {
        return named_atom(draw, scope);
    }
    match draw.below(12) {
        0..5 => sum_atom(draw, scope, Unit::Money),
        5..7 => sum_atom(draw, scope, Unit::Count),
        7 if !scope.language.is_one_bound() => countries_atom(draw, scope),
        8 => months_atom(draw, scope),
        9 => date_atom(draw, scope),
        10..12 if !scope.language.is_one_bound() => named_atom(draw, scope),
        _ => sum_atom(draw, scope, Unit::Money),
    }
}

fn object(measure: &Value) -> Map<String, Value> {
    Map::from_iter([("measure".to_owned(), measure.clone())])
}

fn sum_atom(draw: &mut Draw, scope: &Scope<'_>, unit: Unit) -> Value {
    let measure = measure(draw, scope.vocabulary, unit);
    let set = SetOf::draw(draw, scope, &measure);
    let mut atom = object(&measure.written);
    set.write(&mut atom);
    add_bounds(draw, scope, Bounded { unit, measure: &measure, set: &set }, &mut atom);
    Value::Object(atom)
}

fn countries_atom(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    let countries = Measure { written: json!("countries"), meaning: String::new(), is_over_partners: true };
    let mut atom = object(&countries.written);
    SetOf::draw(draw, scope, &countries).write(&mut atom);
    add_constants(draw, scope, &mut atom, &[0, 1, 1, 2, 3]);
    Value::Object(atom)
}

pub fn months_atom(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    let mut atom = object(&json!("months"));
    add_constants(draw, scope, &mut atom, &[0, 1, 2, 6, 6, 12, 12, 18, 24]);
    Value::Object(atom)
}

/// Bounds that are one constant each.
fn add_constants(draw: &mut Draw, scope: &Scope<'_>, atom: &mut Map<String, Value>, constants: &[u64]) {
    if draw.chance(25) && !scope.language.is_one_bound() {
        let mut pair = [draw.pick(constants), draw.pick(constants)];
        pair.sort_unstable();
        atom.insert("min".to_owned(), pair[0].into());
        atom.insert("max".to_owned(), pair[1].into());
    } else if draw.chance(10) && !scope.language.is_one_bound() {
        atom.insert("in".to_owned(), json!([draw.pick(constants), count(draw)]));
    } else {
        atom.insert(draw.pick(&["min", "max", "max", "above", "below", "is"]).to_owned(), draw.pick(constants).into());
    }
}

fn date_atom(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    let measure = draw.pick(&["start", "end", "submitted", "submitted"]);
    // An instant is no limit that a day could be held to.
    let instants = measure == "submitted" && !scope.language.is_one_bound() && draw.chance(40);
    let (earlier, later) = moments_in_order(draw, instants);
    let mut atom = object(&json!(measure));
    let bounds: &[(&str, &str)] = match draw.below(4) {
        0 => &[(draw.pick(&["min", "above"]), earlier)],
        1 => &[(draw.pick(&["max", "below"]), later)],
        2 if !scope.language.is_one_bound() => &[("min", earlier), ("max", later)],
        _ => &[("max", later)],
    };
    atom.extend(bounds.iter().map(|(name, moment)| ((*name).to_owned(), json!(moment))));
    Value::Object(atom)
}

/// What is one of a list of names: an attribute of the partner, an answer, the strand.
fn named_atom(draw: &mut Draw, scope: &Scope<'_>) -> Value {
    let (measure, values, is_plural) = draw.pick(&named_measures(scope));
    let bound = match (is_plural, draw.below(2)) {
        (false, 0) => "is",
        (true, 0) => "within",
        _ => "in",
    };
    let value = if bound == "is" { draw.pick(&values) } else { Value::Array(draw.some(&values, 1, 3)) };
    json!({ "measure": measure, bound: value })
}

/// Each with its values, and whether it may have several of them.
fn named_measures(scope: &Scope<'_>) -> Vec<(Value, Vec<Value>, bool)> {
    let vocabulary = scope.vocabulary;
    let strands: Vec<Value> = vocabulary.strands.iter().map(|name| json!(name)).collect();
    let mut found = vec![(json!("strand"), strands, false)];
    let mut questions = vocabulary.questions("proposal", &["boolean", "choice", "choices"]);
    if scope.each == Each::Partner {
        questions.extend(vocabulary.questions("partner", &["boolean", "choice", "choices"]));
        for key in ["country", "region", "type", "size", "role", "labels"] {
            found.push((json!(key), attribute_values(vocabulary, key), key == "labels"));
        }
    }
    for question in questions {
        found.push((json!({ "answer": question.name }), question.values(), question.kind == "choices"));
    }
    found.retain(|(_, values, _)| !values.is_empty());
    if found.is_empty() {
        // Nothing is listed that could be named: a count that always stands.
        return vec![(json!("partners"), vec![json!(1), json!(2)], false)];
    }
    found
}
