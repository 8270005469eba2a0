//! What is summed or counted, in words.

use serde_json::Value;

use super::set::{Reach, Scope};
use super::{attribute, both};
use crate::rulebook::model::{Kind, Measured, Model, Names, QuestionKind, Set};

/// How a quantity is named as a whole, and where some of its keys are summed: one, several.
struct KeyNouns {
    whole: &'static str,
    one: &'static str,
    several: &'static str,
}

const COSTS: KeyNouns = KeyNouns { whole: "cost", one: "cost", several: "costs" };
const CONTRIBUTIONS: KeyNouns = KeyNouns { whole: "contributions", one: "contribution", several: "contributions" };

impl Scope<'_> {
    /// As it begins a sentence: `grant`, `costs “Staff” and “Travel” of all partners`.
    pub(super) fn measured(&self, measured: &Measured, written: Option<&Value>) -> String {
        format!("{}{}", self.noun(measured, written), self.whose(measured))
    }

    /// Within a sentence: `the grant`; what is quoted needs no article.
    pub(super) fn the_measured(&self, measured: &Measured) -> String {
        let noun = self.measured(measured, None);
        if noun.starts_with('“') { noun } else { format!("the {noun}") }
    }

    /// For each counted: `for each funded partner`.
    pub(super) fn for_each(&self, measured: &Measured) -> String {
        match measured {
            Measured::Partners { set } => self.for_each_partner(set),
            Measured::Answer { question, .. } | Measured::OwnAnswer { question } => {
                format!("for each of {}{}", attribute::label(self.model, *question), self.whose(measured))
            }
            Measured::Money { .. } => format!("times {}", self.the_measured(measured)),
        }
    }

    fn for_each_partner(&self, set: &Set) -> String {
        let partners = self.partners(set);
        match self.reach(set) {
            Reach::Them if set.filter.is_none() => "for each of them".to_owned(),
            Reach::Partner if set.filter.is_none() => "for the partner".to_owned(),
            Reach::Partner => format!("if the partner is {}", partners.one_with_article()),
            _ => format!("for each {}{}", partners.one(), self.place(set)),
        }
    }

    fn noun(&self, measured: &Measured, written: Option<&Value>) -> String {
        let vocabulary = &self.model.vocabulary;
        match measured {
            Measured::Money { kind: Kind::Grant, .. } => "grant".to_owned(),
            Measured::Money { kind: Kind::Cost, keys, .. } => {
                keyed(&COSTS, &vocabulary.costs, keys, is_exclusion(written, "cost"))
            }
            Measured::Money { kind: Kind::Contribution, keys, .. } => {
                keyed(&CONTRIBUTIONS, &vocabulary.contributions, keys, is_exclusion(written, "contribution"))
            }
            Measured::Partners { set } => format!("number of {}{}", self.partners(set).several(), self.place(set)),
            Measured::Answer { question, set } if self.reach(set) != Reach::Partner => {
                format!("total of {}", attribute::label(self.model, *question))
            }
            Measured::Answer { question, .. } | Measured::OwnAnswer { question } => {
                attribute::label(self.model, *question)
            }
        }
    }

    /// Partners that are counted already say who they are.
    fn whose(&self, measured: &Measured) -> String {
        match measured {
            Measured::Money { set, .. } | Measured::Answer { set, .. } => self.owner(set),
            Measured::Partners { .. } | Measured::OwnAnswer { .. } => String::new(),
        }
    }
}

/// Whether the rulebook names the keys that are left out.
fn is_exclusion(written: Option<&Value>, kind: &str) -> bool {
    written.and_then(|measure| measure.get(kind)).is_some_and(|keys| keys.get("not").is_some())
}

fn keyed(nouns: &KeyNouns, names: &Names, keys: &[usize], is_exclusion: bool) -> String {
    let left_out: Vec<usize> = (0..names.len()).filter(|key| !keys.contains(key)).collect();
    // A term does not keep how it was written: the much shorter list tells it.
    let is_shorter = left_out.len().saturating_mul(2) < keys.len();
    match (left_out.as_slice(), keys) {
        ([], _) => nouns.whole.to_owned(),
        (left_out, _) if is_exclusion || is_shorter => {
            format!("{} other than {}", nouns.several, both(&titles(names, left_out)))
        }
        (_, [key]) => format!("{} {}", nouns.one, attribute::title(names, *key)),
        _ => format!("{} {}", nouns.several, both(&titles(names, keys))),
    }
}

fn titles(names: &Names, keys: &[usize]) -> Vec<String> {
    keys.iter().map(|key| attribute::title(names, *key)).collect()
}

/// Whether it counts, so that an amount beside it is so much for each.
pub(super) fn is_count(model: &Model, measured: &Measured) -> bool {
    match measured {
        Measured::Partners { .. } => true,
        Measured::Money { .. } => false,
        Measured::Answer { question, .. } | Measured::OwnAnswer { question } => model
            .vocabulary
            .questions
            .get(*question)
            .is_some_and(|question| matches!(question.kind, QuestionKind::Count)),
    }
}
