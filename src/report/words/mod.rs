//! The sentences of a report, all in one place: found, allowed, what to do.

mod alternatives;
mod attribute;
mod bound;
mod counted;
mod parts;
mod quantity;
mod sum;
mod time;
mod unreadable;

pub(crate) use self::unreadable::irregularity;

use self::alternatives::not_satisfied;
use self::attribute::{answer, attribute};
use self::bound::Bound;
use self::counted::Counted;
use self::quantity::Quantity;
use self::sum::{countries, keys, partners, sum};
use self::time::{day, duration};
use super::{Alternative, Code, Group, Numbers};
use crate::rulebook::model::{Atom, Model, Rule};
use crate::value::Country;

/// Whom a finding speaks of.
pub(crate) struct Subject<'a> {
    pub(crate) group: Option<Group>,
    /// The partner's name, where the finding is of one partner and he gives it.
    pub(crate) name: Option<&'a str>,
    /// The partner's country, where the finding is of one partner.
    pub(crate) country: Option<Country>,
}

/// What a rule's finding is made of.
pub(crate) struct Told<'a> {
    /// What failed; none of a test that is more than one atom.
    pub(crate) atom: Option<&'a Atom>,
    pub(crate) code: Code,
    pub(crate) params: &'a Numbers,
    pub(crate) alternatives: Option<&'a [Alternative]>,
}

pub(crate) fn failure(model: &Model, rule: &Rule, subject: &Subject<'_>, told: &Told<'_>) -> String {
    if told.code == Code::NotSatisfied {
        return not_satisfied(rule, subject, told.alternatives);
    }
    let quantity = Quantity::of(told.params.measure.as_deref());
    let bound = Bound::of(told.params);
    let whose = Counted::of(model, rule, subject, told.atom);
    let vocabulary = &model.vocabulary;
    let with_keys = |verbs: [&str; 2], names| verbs.map(|verb| format!("{verb}{} of", keys(told.params, names)));
    match quantity {
        Quantity::Grant => sum(&whose, rule, told, ["requests", "request"].map(str::to_owned), bound),
        Quantity::Cost => sum(&whose, rule, told, with_keys(["has costs", "have costs"], &vocabulary.costs), bound),
        Quantity::Contribution => {
            let verbs = with_keys(["brings contributions", "bring contributions"], &vocabulary.contributions);
            sum(&whose, rule, told, verbs, bound)
        }
        Quantity::Partners => partners(&whose, rule, told, bound),
        Quantity::Countries => countries(&whose, rule, told, bound),
        Quantity::Months => duration(rule, told, bound),
        Quantity::Date(field) => day(subject, told, field, bound, rule),
        Quantity::Answer(name) => answer(model, &whose, rule, told, name, bound),
        Quantity::Attribute(name) => attribute(model, subject, rule, told, name, bound),
    }
}

impl Subject<'_> {
    fn says(&self) -> String {
        match (self.group, self.name) {
            (Some(Group::Partner(_)), Some(name)) => name.to_owned(),
            (Some(Group::Partner(index)), None) => format!("Partner {}", index.saturating_add(1)),
            (Some(Group::Country(country)), _) => counted::from(country),
            (None, _) => "The partners".to_owned(),
        }
    }
}
