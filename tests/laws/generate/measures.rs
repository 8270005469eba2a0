//! What is measured: money and counts.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::draw::Draw;
use super::vocabulary::Vocabulary;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Money,
    Count,
}

#[derive(Clone)]
pub struct Measure {
    /// As the rulebook writes it.
    pub written: Value,
    /// The same for two that measure the same, however they are written.
    pub meaning: String,
    /// Whether it is taken over partners: not so an answer of the proposal's own.
    pub is_over_partners: bool,
}

pub fn measure(draw: &mut Draw, vocabulary: &Vocabulary, unit: Unit) -> Measure {
    match unit {
        Unit::Money => money(draw, vocabulary),
        Unit::Count => count(draw, vocabulary),
    }
}

fn money(draw: &mut Draw, vocabulary: &Vocabulary) -> Measure {
    let mut kinds = vec!["grant", "grant", "answer"];
    let tables = [("cost", &vocabulary.costs), ("contribution", &vocabulary.contributions)];
    kinds.extend(tables.iter().filter(|(_, keys)| !keys.is_empty()).flat_map(|(kind, _)| [*kind, kind]));
    match draw.pick(&kinds) {
        "grant" => Measure { written: json!("grant"), meaning: "grant".to_owned(), is_over_partners: true },
        "answer" => answer(draw, vocabulary, "money").unwrap_or_else(|| money(draw, vocabulary)),
        "cost" => keyed(draw, "cost", &vocabulary.costs),
        _ => keyed(draw, "contribution", &vocabulary.contributions),
    }
}

fn count(draw: &mut Draw, vocabulary: &Vocabulary) -> Measure {
    let partners = Measure { written: json!("partners"), meaning: "partners".to_owned(), is_over_partners: true };
    if draw.chance(50) { partners } else { answer(draw, vocabulary, "count").unwrap_or(partners) }
}

/// All keys, these keys, or all but these.
fn keyed(draw: &mut Draw, kind: &str, all: &[String]) -> Measure {
    let named = draw.some(all, 1, 2);
    let (written, keys): (Value, BTreeSet<&String>) = match draw.below(3) {
        0 => (json!({ kind: named }), named.iter().collect()),
        1 if named.len() < all.len() => {
            (json!({ kind: { "not": named } }), all.iter().filter(|key| !named.contains(key)).collect())
        }
        _ => (json!(kind), all.iter().collect()),
    };
    Measure { written, meaning: format!("{kind} {keys:?}"), is_over_partners: true }
}

fn answer(draw: &mut Draw, vocabulary: &Vocabulary, kind: &str) -> Option<Measure> {
    let questions: Vec<_> = vocabulary.questions.iter().filter(|question| question.kind == kind).cloned().collect();
    if questions.is_empty() {
        return None;
    }
    let question = draw.pick(&questions);
    Some(Measure {
        written: json!({ "answer": question.name }),
        meaning: format!("answer {}", question.name),
        is_over_partners: question.of == "partner",
    })
}
