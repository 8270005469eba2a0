//! Whether a table of rates was used: what the report's `exchange` tells.

use super::atom::{Measured, PreparedAtom, PreparedBound, PreparedSum};
use super::consistency::quantities;
use super::form::Form;
use super::instance::Instance;
use super::test::PreparedTest;
use super::watched::Watched;
use super::world::World;
use crate::rulebook::model::Kind;

/// Whether the totals convert an amount: a given one, or one of a partner that they sum.
pub(crate) fn totals_convert(world: &World<'_>) -> bool {
    if !world.may_convert(world.model.currency) {
        return false;
    }
    let kinds = [Kind::Grant, Kind::Cost, Kind::Contribution];
    kinds.into_iter().any(|kind| {
        let is_given = world.has_total(kind);
        // A partner of a known country is summed for his country in any case.
        let summed = world.indices().filter(|partner| !is_given || world.country(*partner).is_some()).map(Some);
        let converts =
            |who| quantities(world, kind).any(|quantity| world.is_converted(who, quantity, world.model.currency));
        summed.chain(is_given.then_some(None)).any(converts)
    })
}

impl PreparedTest<'_> {
    /// Whether an atom of the test converts an amount for one of the instances.
    pub(crate) fn converts(&self, instances: &[Instance]) -> bool {
        match self {
            PreparedTest::All(tests) => tests.iter().any(|test| test.converts(instances)),
            PreparedTest::Any(members) => members.iter().any(|member| member.test.converts(instances)),
            PreparedTest::Not(test) => test.converts(instances),
            PreparedTest::Atom(atom) => atom.converts(instances),
        }
    }
}

impl PreparedAtom<'_> {
    fn converts(&self, instances: &[Instance]) -> bool {
        match &self.measured {
            Measured::Sum(sum) => sum.forms().into_iter().any(|form| sum.form_converts(form, instances)),
            _ => false,
        }
    }
}

impl<'a> PreparedSum<'a> {
    fn forms(&self) -> Vec<Form<'a>> {
        let differences = self.bounds.iter().filter_map(PreparedBound::difference);
        std::iter::once(self.measure).chain(differences).collect()
    }

    fn form_converts(&self, form: Form<'a>, instances: &[Instance]) -> bool {
        if instances.is_empty() || !instances.iter().any(|instance| form.world.may_convert(self.currency(instance))) {
            return false;
        }
        if self.sum.in_own_currency {
            return instances.iter().any(|instance| {
                let form = Form { currency: self.currency(instance), ..form };
                instance.own.is_some_and(|own| form.converts(own, instance.standing(form.world, own)))
            });
        }
        let watched = Watched::of(instances);
        let of_partners = form
            .world
            .indices()
            .any(|partner| watched.standings(form.world, partner).any(|standing| form.converts(partner, standing)));
        of_partners
            || form.own_entries().iter().any(|entry| form.world.is_converted(entry.who, entry.quantity, form.currency))
    }
}
