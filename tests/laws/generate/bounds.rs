//! Numeric bounds: constants, terms, amounts for each counted, and sums of these.

use serde_json::{Map, Value, json};

use super::draw::Draw;
use super::measures::{Measure, Unit, measure};
use super::money;
use super::rules::Scope;
use super::sets::{SetOf, is_same};

const RATES: [&str; 11] = ["0.5", "50%", "1/3", "0.7", "85%", "12.5%", "1", "-1", "-50%", "2/3", "100%"];

/// The measure that is bounded, since no bound may be the same measure over the same set.
#[derive(Clone, Copy)]
pub struct Bounded<'a> {
    pub unit: Unit,
    pub measure: &'a Measure,
    pub set: &'a SetOf,
}

/// Adds one bound, or two that leave room between them.
pub fn add_bounds(draw: &mut Draw, scope: &Scope<'_>, of: Bounded<'_>, atom: &mut Map<String, Value>) {
    let single: &[&str] = &["min", "max", "max", "above", "below", "is"];
    let choice = if scope.language.is_one_bound() { 0 } else { draw.below(8) };
    let mut add = |name: &str, bound: Value| atom.insert(name.to_owned(), bound);
    match choice {
        5 => {
            let (min, max) = in_order(draw, scope, of.unit);
            add("min", min);
            add("max", max);
        }
        6 => {
            let count = draw.between(1, 3);
            add("in", (0..count).map(|_| constant(draw, scope, of.unit)).collect());
        }
        7 => {
            for name in draw.some(&["min", "above", "below", "is"], 2, 3) {
                add(name, bound(draw, scope, of));
            }
            add("in", json!([constant(draw, scope, of.unit)]));
        }
        _ => {
            let name = draw.pick(single);
            add(name, bound(draw, scope, of));
        }
    }
}

pub fn bound(draw: &mut Draw, scope: &Scope<'_>, of: Bounded<'_>) -> Value {
    match draw.below(10) {
        0..6 => constant(draw, scope, of.unit),
        6..9 => term(draw, scope, of),
        _ => json!({ "sum": sum(draw, scope, of) }),
    }
}

fn sum(draw: &mut Draw, scope: &Scope<'_>, of: Bounded<'_>) -> Vec<Value> {
    let count = draw.between(1, 3);
    (0..count).map(|_| if draw.chance(40) { constant(draw, scope, of.unit) } else { term(draw, scope, of) }).collect()
}

pub fn constant(draw: &mut Draw, scope: &Scope<'_>, unit: Unit) -> Value {
    match unit {
        Unit::Count => count(draw),
        Unit::Money if scope.carries_currency => {
            let amount = money::amount_text(draw, scope.currency);
            Value::from(format!("{} {amount}", scope.currency))
        }
        Unit::Money => money::amount(draw, scope.currency),
    }
}

pub fn count(draw: &mut Draw) -> Value {
    draw.pick(&[json!(0), json!(1), json!(1), json!(2), json!(2), json!(3), json!(4), json!(2.0)])
}

fn in_order(draw: &mut Draw, scope: &Scope<'_>, unit: Unit) -> (Value, Value) {
    if unit == Unit::Count {
        let (least, more) = (draw.below(3), draw.below(3));
        return (json!(least), json!(least + more));
    }
    let (min, max) = money::amounts_in_order(draw);
    let carried = |amount: &str| json!(format!("{} {amount}", scope.currency));
    if scope.carries_currency { (carried(min), carried(max)) } else { (json!(min), json!(max)) }
}

/// A share of another measure or set, or so much for each counted.
fn term(draw: &mut Draw, scope: &Scope<'_>, of: Bounded<'_>) -> Value {
    let is_amount = of.unit == Unit::Money && draw.chance(25);
    let unit = if is_amount { Unit::Count } else { of.unit };
    let measure = measure(draw, scope.vocabulary, unit);
    let set = SetOf::draw(draw, scope, &measure);
    // What is the same set in a condition is settled only by the rows.
    let is_unsettled = scope.is_condition && scope.has_rows;
    if is_unsettled || is_same(scope, (&measure, &set), (of.measure, of.set)) {
        return constant(draw, scope, of.unit);
    }
    let mut term = Map::new();
    if is_amount {
        term.insert("amount".to_owned(), constant(draw, scope, Unit::Money));
    } else if draw.chance(80) {
        term.insert("rate".to_owned(), rate(draw));
    }
    term.insert("measure".to_owned(), measure.written);
    set.write(&mut term);
    Value::Object(term)
}

fn rate(draw: &mut Draw) -> Value {
    if draw.chance(20) {
        draw.pick(&[json!(1), json!(2), json!(0.5), json!(-0.5), json!(0)])
    } else {
        json!(draw.pick(&RATES))
    }
}
