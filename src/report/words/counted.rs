//! Whose values a finding speaks of: one partner's, or those of the partners that a measure counts.

use super::Subject;
use crate::report::Group;
use crate::rulebook::model::{
    Atom, AtomKind, Attribute, Choices, Clause, Each, FilterId, Kind, Measured, Model, Of, Rule, Set,
};
use crate::value::{Area, Country};

/// Whose values are counted.
pub(super) struct Counted {
    /// As the subject of a sentence.
    pub(super) who: String,
    pub(super) is_plural: bool,
    /// The country that all of them are from.
    pub(super) from: Option<Country>,
    /// Whether more is asked of them than where they are from.
    pub(super) narrows: bool,
    /// Whether it is all that the rule speaks of, in a rule that has no groups.
    pub(super) is_everyone: bool,
}

impl Counted {
    pub(super) fn of(model: &Model, rule: &Rule, subject: &Subject<'_>, atom: Option<&Atom>) -> Counted {
        let Some((set, is_grant)) = atom.and_then(counted_set) else { return Counted::subject(subject) };
        let of_group = set.of == Of::Group;
        if of_group && rule.each == Each::Partner {
            return Counted::subject(subject);
        }
        let filters = [set.filter, rule.filter.filter(|_| of_group)];
        let clauses = filters.into_iter().flat_map(|filter| clauses_of(model, filter));
        // Who requests nothing adds nothing to what is requested.
        let clauses: Vec<&Clause> = clauses.filter(|clause| !(is_grant && **clause == Clause::Funded(true))).collect();
        let country = match (set.of, rule.each, subject.group) {
            (Of::Proposal, ..) | (Of::Group, Each::Proposal, _) => None,
            (_, _, Some(Group::Country(country))) => Some(country),
            _ => subject.country,
        };
        let (country, narrows) = match (country, clauses.as_slice()) {
            (Some(country), clauses) => (Some(country), clauses.iter().any(|clause| areas_of(clause).is_none())),
            (None, [clause]) => match areas_of(clause) {
                Some([Area::Country(country)]) => (Some(*country), false),
                _ => (None, true),
            },
            (None, clauses) => (None, !clauses.is_empty()),
        };
        let who = country.map_or_else(|| "The partners".to_owned(), from);
        let who = if narrows { format!("{who} that count here") } else { who };
        Counted { who, is_plural: true, from: country, narrows, is_everyone: rule.each == Each::Proposal && of_group }
    }

    /// What the finding is of.
    fn subject(subject: &Subject<'_>) -> Counted {
        Counted {
            who: subject.says(),
            is_plural: !matches!(subject.group, Some(Group::Partner(_))),
            from: None,
            narrows: false,
            is_everyone: subject.group.is_none(),
        }
    }
}

pub(super) fn from(country: Country) -> String {
    format!("The partners from {}", country.name())
}

/// The partners that an atom counts, and whether it sums what they request.
fn counted_set(atom: &Atom) -> Option<(&Set, bool)> {
    match &atom.kind {
        AtomKind::Countries { set, .. } => Some((set, false)),
        AtomKind::Sum(sum) => {
            let measured = &sum.measure.sides.first()?.measured;
            Some((measured.set()?, matches!(measured, Measured::Money { kind: Kind::Grant, .. })))
        }
        _ => None,
    }
}

fn clauses_of(model: &Model, filter: Option<FilterId>) -> impl Iterator<Item = &Clause> {
    filter.and_then(|filter| model.filters.get(filter)).into_iter().flat_map(|filter| &filter.clauses)
}

/// Where the partners are from, of a clause that asks for that.
fn areas_of(clause: &Clause) -> Option<&[Area]> {
    match clause {
        Clause::Attribute { attribute: Attribute::Country, choices: Choices::Areas(areas), negated: false } => {
            Some(areas)
        }
        _ => None,
    }
}
