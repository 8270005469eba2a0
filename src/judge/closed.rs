//! The same proposal as a closed one: what a draft's `soFar` tells.

use super::consistency::irregularities;
use super::instance::{Grouping, Instance};
use super::status::{PreparedRule, Tendency};
use super::world::World;
use crate::proposal::Reading;
use crate::report::{Group, Status, Verdict};
use crate::rulebook::model::{Model, Rule};
use crate::value::{Country, Rates};

pub(crate) struct Closed {
    pub(crate) verdict: Verdict,
    statuses: Vec<ByGroup>,
}

impl Closed {
    pub(crate) fn new(model: &Model, reading: &Reading, rates: Option<&Rates>) -> Closed {
        let world = World::new(model, reading, false, rates);
        let mut tendency = Tendency::default();
        if !irregularities(&world).is_empty() || world.list_gap().is_some() {
            tendency.add_flaw();
        }
        let statuses = model.rules.iter().map(|rule| judge_rule(rule, &world, &mut tendency)).collect();
        Closed { verdict: tendency.verdict(), statuses }
    }

    /// An instance's truth there; `None` where it is unknown there, too, or does not stand.
    pub(crate) fn truth(&self, rule: usize, instance: &Instance) -> Option<bool> {
        match self.statuses.get(rule)?.get(instance.group)? {
            Status::Fail => Some(false),
            Status::Pass | Status::Skipped => Some(true),
            Status::Open => None,
        }
    }
}

fn judge_rule(rule: &Rule, world: &World<'_>, tendency: &mut Tendency) -> ByGroup {
    let instances = Grouping::of(rule).instances(world);
    let statuses = PreparedRule::new(rule, world, &instances).statuses(&instances);
    tendency.add(rule.severity, &statuses);
    let mut by_group = ByGroup::default();
    for (instance, status) in instances.iter().zip(statuses) {
        by_group.put(instance.group, status);
    }
    by_group
}

/// How the instances of one rule stand, by their groups.
#[derive(Default)]
struct ByGroup {
    whole: Option<Status>,
    countries: Vec<(Country, Status)>,
    /// In the order of the partners.
    partners: Vec<(usize, Status)>,
}

impl ByGroup {
    fn put(&mut self, group: Option<Group>, status: Status) {
        match group {
            None => self.whole = Some(status),
            Some(Group::Country(country)) => self.countries.push((country, status)),
            Some(Group::Partner(partner)) => self.partners.push((partner, status)),
        }
    }

    fn get(&self, group: Option<Group>) -> Option<Status> {
        match group {
            None => self.whole,
            Some(Group::Country(country)) => {
                self.countries.iter().find(|(known, _)| *known == country).map(|(_, status)| *status)
            }
            Some(Group::Partner(partner)) => {
                let found = self.partners.binary_search_by_key(&partner, |(known, _)| *known).ok()?;
                self.partners.get(found).map(|(_, status)| *status)
            }
        }
    }
}
