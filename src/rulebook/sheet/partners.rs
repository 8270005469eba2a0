//! A filter in words: which partners.

use super::attribute;
use crate::rulebook::model::{Attribute, Clause, Each, FilterId, Model};

/// Partners of a kind: `funded partner from Denmark`, `funded partners from Denmark`.
pub(super) struct Partners {
    before: String,
    after: String,
}

impl Partners {
    pub(super) fn of(model: &Model, filter: Option<FilterId>) -> Partners {
        let clauses = filter.and_then(|filter| model.filters.get(filter)).map_or(&[][..], |filter| &filter.clauses);
        let before = clauses.iter().filter_map(adjective).map(|adjective| format!("{adjective} ")).collect();
        Partners { before, after: after(model, clauses) }
    }

    pub(super) fn one(&self) -> String {
        format!("{}partner{}", self.before, self.after)
    }

    pub(super) fn several(&self) -> String {
        format!("{}partners{}", self.before, self.after)
    }

    pub(super) fn one_with_article(&self) -> String {
        let article = if self.before.starts_with('u') { "an" } else { "a" };
        format!("{article} {}", self.one())
    }
}

fn adjective(clause: &Clause) -> Option<&'static str> {
    match clause {
        Clause::Funded(true) => Some("funded"),
        Clause::Funded(false) => Some("unfunded"),
        Clause::Contributing(true) => Some("contributing"),
        Clause::Contributing(false) => Some("non-contributing"),
        Clause::Attribute { .. } => None,
    }
}

/// What stands behind the noun, places first, in the order in which one reads it.
fn after(model: &Model, clauses: &[Clause]) -> String {
    let mut phrases: Vec<(u8, String)> = clauses.iter().filter_map(|clause| phrase(model, clause)).collect();
    phrases.sort_by_key(|(rank, _)| *rank);
    let mut text = String::new();
    let mut last = None;
    for (rank, phrase) in phrases {
        text.push_str(if last == Some(rank) { " and " } else { " " });
        text.push_str(&phrase);
        last = Some(rank);
    }
    text
}

fn phrase(model: &Model, clause: &Clause) -> Option<(u8, String)> {
    match clause {
        Clause::Attribute { attribute, choices, negated } => {
            Some((rank(*attribute), attribute::of_partners(model, *attribute, choices, *negated)))
        }
        Clause::Funded(_) | Clause::Contributing(_) => None,
    }
}

fn rank(attribute: Attribute) -> u8 {
    match attribute {
        Attribute::Country | Attribute::Region => 0,
        Attribute::Type => 1,
        Attribute::Size => 2,
        Attribute::Role => 3,
        Attribute::Labels => 4,
        Attribute::Answer(_) | Attribute::OwnAnswer(_) | Attribute::Strand => 5,
    }
}

/// Whom a rule speaks of; `None` where it is all partners together.
pub(super) fn applies_to(model: &Model, each: Each, filter: Option<FilterId>) -> Option<String> {
    let partners = Partners::of(model, filter);
    match (each, filter) {
        (Each::Proposal, None) => None,
        (Each::Proposal, Some(_)) => Some(format!("{}, together", capitalised(&partners.several()))),
        (Each::Country, None) => Some("Each country: its partners".to_owned()),
        (Each::Country, Some(_)) => Some(format!("Each country: {}", partners.several())),
        (Each::Partner, _) => Some(format!("Each {}", partners.one())),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), characters.as_str()))
}
