//! Tests: atoms and what joins them.

use serde_json::{Value, json};

use super::atoms::atom;
use super::draw::Draw;
use super::filters::filter;
use super::rules::Scope;

/// A test that is at most so deep.
pub fn test(draw: &mut Draw, scope: &Scope<'_>, depth: usize) -> Value {
    if depth == 0 || scope.language.is_one_bound() && !scope.is_condition {
        return atom(draw, scope);
    }
    match draw.below(16) {
        0 | 1 => json!({ "all": tests(draw, scope, depth) }),
        2 | 3 => {
            json!({ "any": tests(draw, scope, depth).into_iter().map(|test| titled(draw, test)).collect::<Vec<_>>() })
        }
        4 => json!({ "not": test(draw, scope, depth - 1) }),
        5 => json!({ "exists": filter(draw, scope) }),
        6 => json!({ "none": filter(draw, scope) }),
        _ => atom(draw, scope),
    }
}

fn tests(draw: &mut Draw, scope: &Scope<'_>, depth: usize) -> Vec<Value> {
    let count = draw.between(1, 3);
    (0..count).map(|_| test(draw, scope, depth - 1)).collect()
}

fn titled(draw: &mut Draw, mut test: Value) -> Value {
    if draw.chance(30) {
        test["title"] = "One way".into();
    }
    test
}
