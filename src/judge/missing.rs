//! What the open instances of a rule wait for.

use std::sync::Arc;

use super::atom::{Measured, PreparedAtom, PreparedBound, PreparedSum};
use super::countries::CountryTally;
use super::filter::Gaps;
use super::form::{Entry, Form};
use super::instance::{Grouping, Instance, Standing};
use super::place::{Gap, Part, Place};
use super::test::PreparedTest;
use super::truth::Truth;
use super::watched::Watched;
use super::world::World;
use crate::report::{Missing, Reason};
use crate::rulebook::model::{DateField, Each, Of, Op, Set};
use crate::value::{Currency, Moment, sort};

/// What is missing, and which rule waits for it; none for what is missing whatever the rules.
#[derive(Default)]
pub(crate) struct Waiting(Vec<(Gap, Option<Arc<str>>)>);

impl Waiting {
    pub(crate) fn add(&mut self, gap: Gap, rule: Option<&Arc<str>>) {
        self.0.push((gap, rule.cloned()));
    }

    /// Every place once, with the first reason why it is missing and the rules that wait for it.
    pub(crate) fn into_report(self, world: &World<'_>) -> Vec<Missing> {
        let Waiting(mut gaps) = self;
        sort(&mut gaps, &|(a, _), (b, _)| a.place.cmp(&b.place));
        let mut missing: Vec<(Place, Missing)> = Vec::new();
        for (Gap { place, reason }, rule) in gaps {
            if missing.last().is_none_or(|(last, _)| *last != place) {
                missing.push((place, Missing { path: place.pointer(world.model), reason, rules: Vec::new() }));
            }
            if let Some((_, Missing { rules, .. })) = missing.last_mut()
                && rules.last() != rule.as_ref()
            {
                rules.extend(rule);
            }
        }
        missing.into_iter().map(|(_, missing)| missing).collect()
    }
}

impl World<'_> {
    /// The list of partners, where nobody knows it.
    pub(crate) fn list_gap(&self) -> Option<Gap> {
        if self.reading.partners.given().is_some() {
            return None;
        }
        if !self.reading.is_object {
            return Some(Gap::new(Place::Whole, Reason::Invalid));
        }
        let reason = if self.reading.partners.is_written() { Reason::Invalid } else { Reason::NotGiven };
        Some(Gap::new(Place::Partners, reason))
    }

    /// What lies in something unreadable is missing at the place of that.
    pub(crate) fn readable_place(&self, gap: Gap) -> Gap {
        if self.reading.is_object { gap } else { Gap::new(Place::Whole, Reason::Invalid) }
    }
}

/// A test of a rule together with the instances that wait for its unknown parts.
pub(crate) fn gaps_of(test: &PreparedTest<'_>, instances: &[Instance]) -> Gaps {
    let unknown: Vec<Instance> =
        instances.iter().filter(|instance| test.truth(instance) == Truth::Unknown).copied().collect();
    if unknown.is_empty() {
        return Gaps::new();
    }
    match test {
        PreparedTest::All(tests) => tests.iter().flat_map(|test| gaps_of(test, &unknown)).collect(),
        PreparedTest::Any(members) => members.iter().flat_map(|member| gaps_of(&member.test, &unknown)).collect(),
        PreparedTest::Not(test) => gaps_of(test, &unknown),
        PreparedTest::Atom(atom) => atom.gaps(&unknown),
    }
}

impl PreparedAtom<'_> {
    fn gaps(&self, instances: &[Instance]) -> Gaps {
        match &self.measured {
            Measured::Sum(sum) => sum
                .bounds
                .iter()
                .enumerate()
                .flat_map(|(index, bound)| self.sum_gaps(bound, &self.open_bound(instances, index), sum))
                .collect(),
            Measured::Countries { tally, .. } => country_gaps(tally, &Watched::of(instances)),
            Measured::Months { .. } => self.world.duration_or_gaps().err().unwrap_or_default(),
            Measured::Date { field, bounds } => {
                instances.iter().flat_map(|instance| self.date_gaps(*field, bounds, instance)).collect()
            }
            Measured::Attribute { attribute, bounds } => {
                let mut gaps = Gaps::new();
                for instance in instances {
                    for bound in *bounds {
                        self.keeps_attribute(*attribute, bound, instance, &mut gaps);
                    }
                }
                gaps
            }
        }
    }

    /// The instances for which that bound is unknown.
    fn open_bound(&self, instances: &[Instance], index: usize) -> Vec<Instance> {
        let is_open =
            |instance: &&Instance| self.bound(index, instance).is_some_and(|(_, truth)| truth == Truth::Unknown);
        instances.iter().filter(is_open).copied().collect()
    }

    fn sum_gaps(&self, bound: &PreparedBound<'_>, instances: &[Instance], sum: &PreparedSum<'_>) -> Gaps {
        let form = bound.difference().unwrap_or(sum.measure);
        if !sum.sum.in_own_currency {
            return form_gaps(form, instances);
        }
        // Once for each currency, not for each partner: every time all partners are looked at.
        let mut by_currency: Vec<(Currency, Vec<Instance>)> = Vec::new();
        for instance in instances {
            let currency = sum.currency(instance);
            match by_currency.iter_mut().find(|(known, _)| *known == currency) {
                Some((_, instances)) => instances.push(*instance),
                None => by_currency.push((currency, vec![*instance])),
            }
        }
        by_currency
            .into_iter()
            .flat_map(|(currency, instances)| form_gaps(Form { currency, ..form }, &instances))
            .collect()
    }

    fn date_gaps(&self, field: DateField, bounds: &[(Op, Moment)], instance: &Instance) -> Gaps {
        let found = match field {
            DateField::Submitted => self.world.submitted(self.who_is_asked(instance)).map(|_| Part::Submitted),
            DateField::Start => self.world.date(false).map(|_| Part::Start),
            DateField::End => self.world.date(true).map(|_| Part::End),
        };
        match found {
            Err(gap) => vec![gap],
            // It is known and yet does not tell: a day against a moment of it.
            Ok(part) if !bounds.is_empty() => {
                vec![Gap::new(Place::of(self.who_is_asked(instance), part), Reason::TooCoarse)]
            }
            Ok(_) => Gaps::new(),
        }
    }
}

/// The unknown memberships of a form and its unknown values of net factor other than 0.
fn form_gaps(form: Form<'_>, instances: &[Instance]) -> Gaps {
    let mut gaps = Gaps::new();
    if instances.is_empty() {
        return gaps;
    }
    let watched = Watched::of(instances);
    let sets: Vec<&Set> = form
        .linear
        .sides
        .iter()
        .filter(|side| form.world.total_of(&side.measured).is_none())
        .filter_map(|side| side.measured.set())
        .collect();
    member_gaps(form.world, form.grouping, &sets, &watched, &mut gaps);
    for partner in form.world.indices() {
        for standing in watched.standings(form.world, partner) {
            value_gaps(&form, form.entries(partner, standing), &mut gaps);
        }
    }
    value_gaps(&form, form.own_entries(), &mut gaps);
    if form.hangs_on_additions() {
        gaps.extend(form.world.list_gap());
    }
    gaps
}

fn value_gaps(form: &Form<'_>, entries: impl IntoIterator<Item = Entry>, gaps: &mut Gaps) {
    for entry in entries {
        if !entry.net.is_zero()
            && let Err(gap) = form.world.value(entry.who, entry.quantity, form.currency)
        {
            gaps.push(gap);
        }
    }
}

/// The unknown memberships of a set, and the unknown countries of its members.
fn country_gaps(tally: &CountryTally<'_>, watched: &Watched) -> Gaps {
    let mut gaps = Gaps::new();
    let world = tally.world;
    member_gaps(world, tally.grouping, &[tally.set], watched, &mut gaps);
    for partner in world.indices().filter(|partner| world.country(*partner).is_none()) {
        let standings = watched.standings(world, partner);
        if standings
            .into_iter()
            .any(|standing| tally.grouping.measures(world, tally.set, partner, standing) != Truth::False)
        {
            gaps.push(world.country_gap(partner));
        }
    }
    if tally.grouping.takes_additions(world, tally.set) != Truth::False {
        gaps.extend(world.list_gap());
    }
    gaps
}

/// What leaves partners maybe in a set: their filters, their country, or that of the instance.
fn member_gaps(world: &World<'_>, grouping: Grouping, sets: &[&Set], watched: &Watched, gaps: &mut Gaps) {
    let mut adrift = Vec::new();
    for partner in world.indices() {
        for standing in watched.standings(world, partner) {
            for set in sets.iter().filter(|set| grouping.measures(world, set, partner, standing) == Truth::Unknown) {
                world.filter_gaps(partner, set.filter, gaps);
                if set.of == Of::Group && standing != Standing::Own {
                    world.filter_gaps(partner, grouping.filter, gaps);
                }
                if grouping.narrows_to_country(set) && standing == Standing::Maybe {
                    adrift.push(partner);
                    if world.country(partner).is_none() {
                        gaps.push(world.country_gap(partner));
                    }
                }
            }
        }
    }
    gaps.extend(watched.adrift_seen_by(&adrift).map(|own| world.country_gap(own)));
}

/// What leaves an unsure instance unsure: whether its partner belongs to the rule, and of which country he is.
pub(crate) fn unsure_gaps(world: &World<'_>, grouping: Grouping, instance: &Instance) -> Gaps {
    let mut gaps = Gaps::new();
    if let Some(own) = instance.own.filter(|_| !instance.is_sure) {
        world.filter_gaps(own, grouping.filter, &mut gaps);
        if grouping.each == Each::Country && world.country(own).is_none() {
            gaps.push(world.country_gap(own));
        }
    }
    gaps
}
