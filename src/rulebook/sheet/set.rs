//! Whose partners a test measures, in words.

use super::partners::Partners;
use crate::rulebook::model::{Each, FilterId, Model, Notice, Of, Set};
use crate::value::Currency;

/// What the tests of one rule or notice are told against.
#[derive(Clone, Copy)]
pub(super) struct Scope<'m> {
    pub(super) model: &'m Model,
    pub(super) each: Each,
    /// The partners that the rule speaks of.
    pub(super) group: Option<FilterId>,
    pub(super) inside: Inside,
    pub(super) currency: Currency,
    /// Whether what is told stands beside a part of the partners, so that all of them have to be named.
    pub(super) beside_a_part: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    When,
    Require,
}

/// Whose partners, as a reader of the rule would call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Everybody, and the rule speaks of nobody else.
    Everybody,
    /// Those whom the rule speaks of.
    Them,
    /// The one partner that the rule speaks of.
    Partner,
    /// All of the group's country.
    Country,
    /// Everybody, while the rule speaks of some.
    Proposal,
}

impl<'m> Scope<'m> {
    pub(super) fn of_notice(model: &'m Model, notice: &Notice) -> Scope<'m> {
        Scope {
            model,
            each: Each::Proposal,
            group: None,
            inside: Inside::When,
            currency: notice.currency,
            beside_a_part: false,
        }
    }

    pub(super) fn reach(&self, set: &Set) -> Reach {
        let speaks_of_all = self.each == Each::Proposal && self.group.is_none();
        match (set.of, self.each) {
            (Of::Group | Of::Proposal, _) if speaks_of_all => Reach::Everybody,
            (Of::Group, Each::Partner) => Reach::Partner,
            (Of::Group, _) => Reach::Them,
            (Of::Country, _) => Reach::Country,
            (Of::Proposal, _) => Reach::Proposal,
        }
    }

    pub(super) fn partners(&self, set: &Set) -> Partners {
        Partners::of(self.model, set.filter)
    }

    fn in_the_country(&self) -> &'static str {
        if self.each == Each::Partner { " in its country" } else { " in the country" }
    }

    /// Behind a quantity: ` of all funded partners`; nothing where it is clear whose.
    pub(super) fn owner(&self, set: &Set) -> String {
        let partners = self.partners(set);
        let whole = set.filter.is_none();
        match self.reach(set) {
            Reach::Them if whole && self.beside_a_part => " of all of them".to_owned(),
            Reach::Everybody if whole && !self.beside_a_part => String::new(),
            Reach::Them | Reach::Partner if whole => String::new(),
            Reach::Everybody | Reach::Proposal => format!(" of all {}", partners.several()),
            Reach::Them => format!(" of the {} among them", partners.several()),
            Reach::Partner => format!(" (only if it is {})", partners.one_with_article()),
            Reach::Country => format!(" of all {}{}", partners.several(), self.in_the_country()),
        }
    }

    /// Behind partners that are counted: where they are counted.
    pub(super) fn place(&self, set: &Set) -> &'static str {
        match self.reach(set) {
            // What a condition counts is everybody unless it says otherwise.
            Reach::Them if set.filter.is_some() || self.inside == Inside::When => " among them",
            Reach::Country => self.in_the_country(),
            Reach::Proposal if self.inside == Inside::Require => " in the proposal",
            _ => "",
        }
    }
}
