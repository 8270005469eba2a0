//! Whose partners are measured, and when two sets are the same whatever they are called.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::draw::Draw;
use super::filters::filter;
use super::measures::Measure;
use super::rules::{Each, Scope};

/// An atom's or term's `of` and `where`, each maybe not there.
#[derive(Clone, Default)]
pub struct SetOf {
    of: Option<&'static str>,
    filter: Option<Value>,
}

impl SetOf {
    pub fn draw(draw: &mut Draw, scope: &Scope<'_>, measure: &Measure) -> SetOf {
        let mut set = SetOf::default();
        if !measure.is_over_partners {
            return set;
        }
        if draw.chance(40) {
            let reaches: &[&str] = match scope.each {
                Each::Proposal => &["group", "proposal"],
                Each::Country | Each::Partner => &["group", "country", "proposal"],
            };
            set.of = Some(draw.pick(reaches));
        }
        if draw.chance(30) {
            set.filter = Some(filter(draw, scope));
        }
        set
    }

    pub fn write(&self, place: &mut Map<String, Value>) {
        if let Some(of) = self.of {
            place.insert("of".to_owned(), of.into());
        }
        if let Some(filter) = &self.filter {
            place.insert("where".to_owned(), filter.clone());
        }
    }

    /// The same for two sets that are surely the same partners.
    fn meaning(&self, scope: &Scope<'_>) -> (&'static str, BTreeSet<String>) {
        let of = self.of.unwrap_or(if scope.is_condition { "proposal" } else { "group" });
        let reach = match (of, scope.each) {
            ("proposal", _) | ("group", Each::Proposal) => "all",
            ("group", Each::Partner) => "own",
            _ => "country",
        };
        let of_group = scope.filters.iter().filter(|_| of == "group");
        (reach, self.filter.iter().chain(of_group).flat_map(conditions).collect())
    }
}

/// A measure over the same set as another is no share of it, and no rulebook may compare the two.
pub fn is_same(scope: &Scope<'_>, a: (&Measure, &SetOf), b: (&Measure, &SetOf)) -> bool {
    let is_same_set = || !a.0.is_over_partners || a.1.meaning(scope) == b.1.meaning(scope);
    a.0.meaning == b.0.meaning && is_same_set()
}

fn conditions(filter: &Value) -> Vec<String> {
    let entries = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (key, value) in entries(filter) {
        if key == "answers" {
            found.extend(entries(&value).iter().map(|(name, value)| format!("answers/{name} {value}")));
        } else {
            found.push(format!("{key} {value}"));
        }
    }
    found
}
