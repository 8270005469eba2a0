//! What reading a rulebook has learnt so far: its names, what uses them, and the problems.

use std::collections::BTreeMap;

use super::at::{At, Problems};
use crate::rulebook::model::{Filter, FilterId, Vocabulary};
use crate::rulebook::source::Source;
use crate::rulebook::tree::Member;
use crate::value::{Area, Currency};

pub(super) struct Context<'t> {
    pub(super) problems: Problems<'t>,
    pub(super) currency: Currency,
    pub(super) vocabulary: Vocabulary,
    pub(super) groups: BTreeMap<String, Vec<Area>>,
    pub(super) sources: BTreeMap<String, Source>,
    pub(super) filters: Vec<Filter>,
    /// Questions of which it is not known what they ask.
    pub(super) unsound_questions: Vec<String>,
    pub(super) uses: Uses<'t>,
}

/// What advice is given by.
#[derive(Default)]
pub(super) struct Uses<'t> {
    pub(super) groups: Vec<String>,
    pub(super) question_names: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) mentions_role: bool,
    pub(super) requires_strand: bool,
    /// Each `min` or `exists` of `partners` or `countries`.
    pub(super) head_counts: Vec<At<'t>>,
    /// Each region code.
    pub(super) regions: Vec<(At<'t>, bool)>,
    /// Each id of a rule, row or notice, and where a second one is told.
    pub(super) ids: Vec<(String, At<'t>)>,
}

impl<'t> Context<'t> {
    /// Fields that the format does not know.
    pub(super) fn only(&mut self, at: &At<'t>, known: &[&str]) {
        for member in at.members().unwrap_or_default() {
            if !known.contains(&member.key.as_str()) {
                self.unknown_field(at, member, known);
            }
        }
    }

    pub(super) fn unknown_field(&mut self, at: &At<'t>, member: &Member, known: &[&str]) {
        let message = format!("unknown field {:?}{}", member.key, instead(&member.key, known.iter().copied()));
        self.problems.at_key(at, member, message);
    }

    /// An object, or a problem.
    pub(super) fn object(&mut self, at: &At<'t>, what: &str) -> bool {
        let is_object = at.members().is_some();
        if !is_object {
            self.problems.at(at, format!("{what} is an object"));
        }
        is_object
    }

    /// A member that must be there.
    pub(super) fn required(&mut self, at: &At<'t>, key: &str, what: &str) -> Option<At<'t>> {
        let member = at.get(key);
        if member.is_none() {
            self.problems.at(at, format!("{what} needs `{key}`"));
        }
        member
    }

    /// A text that is not empty.
    pub(super) fn filled_text(&mut self, at: &At<'t>, what: &str) -> Option<&'t str> {
        let text = at.text().filter(|text| !text.is_empty());
        if text.is_none() {
            self.problems.at(at, format!("{what} is a text that is not empty"));
        }
        text
    }

    pub(super) fn plain_text(&mut self, at: &At<'t>, what: &str) -> Option<&'t str> {
        let text = at.text();
        if text.is_none() {
            self.problems.at(at, format!("{what} is a text"));
        }
        text
    }

    /// One of a fixed list of words.
    pub(super) fn word(&mut self, at: &At<'t>, what: &str, words: &[&str]) -> Option<usize> {
        let found = at.text().and_then(|text| words.iter().position(|word| *word == text));
        if found.is_none() {
            let hint = at.text().map_or_else(String::new, |text| instead(text, words.iter().copied()));
            self.problems.at(at, format!("{what} is one of {}{hint}", listed(words)));
        }
        found
    }

    /// A name that one of the rulebook's tables lists.
    pub(super) fn name(&mut self, at: &At<'t>, what: &str, table: Table) -> Option<usize> {
        let Some(text) = at.text() else {
            self.problems.at(at, format!("a {what} is a text"));
            return None;
        };
        let names = table.of(&self.vocabulary);
        let found = names.find(text);
        if found.is_none() {
            let message = format!("unknown {what} {text:?}{}", instead(text, names.names()));
            self.problems.at(at, message);
        }
        found
    }

    pub(super) fn currency_code(&mut self, at: &At<'t>) -> Option<Currency> {
        let currency = at.text().and_then(Currency::from_code);
        if currency.is_none() {
            self.problems.at(at, "a currency is the ISO 4217 code of one that has a minor unit, such as \"EUR\"");
        }
        currency
    }

    /// The same filter has one place, so that it is judged once.
    pub(super) fn intern(&mut self, filter: Filter) -> Option<FilterId> {
        if filter.clauses.is_empty() {
            return None;
        }
        let known = self.filters.iter().position(|other| *other == filter);
        Some(known.unwrap_or_else(|| {
            self.filters.push(filter);
            self.filters.len().saturating_sub(1)
        }))
    }
}

/// The tables of names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    Types,
    Labels,
    Costs,
    Contributions,
    Strands,
}

impl Table {
    pub(super) fn of(self, vocabulary: &Vocabulary) -> &crate::rulebook::model::Names {
        match self {
            Table::Types => &vocabulary.types,
            Table::Labels => &vocabulary.labels,
            Table::Costs => &vocabulary.costs,
            Table::Contributions => &vocabulary.contributions,
            Table::Strands => &vocabulary.strands,
        }
    }
}

/// `"error" or "advice"`, `"a", "b" or "c"`.
pub(super) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "none".to_owned(),
    }
}

/// A name that was probably meant.
pub(super) fn instead<'n>(found: &str, names: impl Iterator<Item = &'n str>) -> String {
    let nearest =
        names.map(|name| (strsim::damerau_levenshtein(found, name), name)).min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, name)) if distance <= 2.max(name.len().div_euclid(3)) && distance < name.len() => {
            format!("; did you mean {name:?}?")
        }
        _ => String::new(),
    }
}
