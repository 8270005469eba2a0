//! What reading a rulebook has learnt so far: its names, what uses them, and the problems.

use super::at::{At, Problems};
use super::words::{CURRENCY, MOST, currency_meant, did_you_mean, found, listed, nearest, unknown_beside};
use crate::rulebook::model::{Filter, FilterId, Names, Vocabulary};
use crate::rulebook::source::Source;
use crate::value::{Area, Currency};

/// Before the names of a table.
pub(super) const LISTED: &str = "the rulebook lists";

pub(super) struct Context<'t> {
    pub(super) problems: Problems<'t>,
    pub(super) currency: Currency,
    pub(super) vocabulary: Vocabulary,
    /// In the order of their names, as the sources are.
    pub(super) groups: Vec<(String, Vec<Area>)>,
    pub(super) sources: Vec<(String, Source)>,
    pub(super) filters: Vec<Filter>,
    /// Questions of which it is not known what they ask.
    pub(super) unsound_questions: Vec<String>,
    pub(super) uses: Uses<'t>,
}

/// What advice is given by.
#[derive(Default)]
pub(super) struct Uses<'t> {
    /// In the order of their names, as the sources are.
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
    /// A name that is none of those that may stand there, of which there may be many.
    pub(super) fn unknown(&self, what: &str, name: &str, names: &[&str], there_are: &str) -> String {
        let meant = if self.problems.are_few() { nearest(name, names) } else { None };
        unknown_beside(meant, what, name, names, there_are)
    }

    /// How many names there is use for: all to find what was meant, else those that are listed and one that tells of more.
    pub(super) fn most(&self) -> usize {
        if self.problems.are_few() { usize::MAX } else { MOST.saturating_add(1) }
    }

    /// Fields that the format does not know.
    pub(super) fn only(&mut self, at: &At<'t>, known: &[&str]) {
        for member in at.members().unwrap_or_default() {
            if !known.contains(&member.key.as_str()) {
                let message = self.unknown("field", &member.key, known, "known here:");
                self.problems.at_key(at, member, message);
            }
        }
    }

    /// What stands there is none of what may.
    pub(super) fn is_no(&mut self, at: &At<'t>, what: &str, right: &str) {
        self.problems.at(at, format!("{} is no {what}: {right}", self.found(at)));
    }

    /// What stands there.
    pub(super) fn found(&self, at: &At<'t>) -> String {
        found(at, self.problems.text())
    }

    /// An object, or a problem.
    pub(super) fn object(&mut self, at: &At<'t>, what: &str) -> bool {
        let is_object = at.members().is_some();
        if !is_object {
            self.is_no(at, what, "write an object, { … }");
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
            self.is_no(at, what, "write a text that is not empty");
        }
        text
    }

    pub(super) fn plain_text(&mut self, at: &At<'t>, what: &str) -> Option<&'t str> {
        let text = at.text();
        if text.is_none() {
            self.is_no(at, what, "write a text");
        }
        text
    }

    pub(super) fn optional_text(&mut self, at: &At<'t>, key: &str) -> Option<&'t str> {
        let member = at.get(key)?;
        self.plain_text(&member, &format!("value of `{key}`"))
    }

    /// A list with something in it.
    pub(super) fn filled_list(&mut self, at: &At<'t>, what: &str) -> Option<Vec<At<'t>>> {
        let items = at.items().filter(|items| !items.is_empty());
        if items.is_none() {
            self.is_no(at, &format!("list of {what}"), "write a list with at least one, [ … ]");
        }
        items
    }

    /// One of a fixed list of words.
    pub(super) fn word(&mut self, at: &At<'t>, what: &str, words: &[&str]) -> Option<usize> {
        let found = at.text().and_then(|text| words.iter().position(|word| *word == text));
        if found.is_none() {
            let hint = did_you_mean(at.text().and_then(|text| nearest(text, words)));
            self.is_no(at, what, &format!("write {}{hint}", listed(words, "or")));
        }
        found
    }

    /// A name that one of the rulebook's tables lists.
    pub(super) fn name(&mut self, at: &At<'t>, what: &str, table: Table) -> Option<usize> {
        let Some(text) = at.text() else {
            self.is_no(at, what, "write the name of one that the rulebook lists");
            return None;
        };
        let names = table.of(&self.vocabulary);
        let found = names.find(text);
        if found.is_none() {
            let names: Vec<&str> = names.names().take(self.most()).collect();
            let message = self.unknown(what, text, &names, LISTED);
            self.problems.at(at, message);
        }
        found
    }

    pub(super) fn currency_code(&mut self, at: &At<'t>) -> Option<Currency> {
        let currency = at.text().and_then(Currency::from_code);
        if currency.is_none() {
            let hint = did_you_mean(at.text().and_then(currency_meant));
            self.is_no(at, "currency", &format!("{CURRENCY}{hint}"));
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

/// What stands under a name in a table that is in the order of its names.
pub(super) fn find<'c, T>(table: &'c [(String, T)], name: &str) -> Option<&'c T> {
    let place = table.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
    table.get(place).map(|(_, entry)| entry)
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
    pub(super) fn of(self, vocabulary: &Vocabulary) -> &Names {
        match self {
            Table::Types => &vocabulary.types,
            Table::Labels => &vocabulary.labels,
            Table::Costs => &vocabulary.costs,
            Table::Contributions => &vocabulary.contributions,
            Table::Strands => &vocabulary.strands,
        }
    }
}
