//! The same proposal as a closed one: what a draft's `soFar` tells.

use super::consistency::irregularities;
use super::instance::{Grouping, Instance};
use super::reads::Reach;
use super::status::{PreparedRule, Tendency};
use super::world::World;
use crate::report::{Group, Status, Verdict};
use crate::rulebook::model::Rule;
use crate::value::Country;

#[derive(Debug, Clone)]
pub(crate) struct Closed {
    pub(crate) verdict: Verdict,
    rules: Vec<Standings>,
}

impl Closed {
    pub(crate) fn new(world: &World<'_>) -> Closed {
        let rules: Vec<Standings> = world.model.rules.iter().map(|rule| Standings::of(rule, world)).collect();
        Closed { verdict: verdict(world, &rules), rules }
    }

    /// Judges again the rules that changes reach.
    pub(crate) fn renew(&mut self, world: &World<'_>, reach: &Reach) {
        for (rule, standings) in world.model.rules.iter().zip(&mut self.rules) {
            if reach.rule(rule) {
                *standings = Standings::of(rule, world);
            }
        }
        self.verdict = verdict(world, &self.rules);
    }

    /// An instance's truth there; `None` where it is unknown there, too, or does not stand.
    pub(crate) fn truth(&self, rule: usize, instance: &Instance) -> Option<bool> {
        match self.rules.get(rule)?.by_group.get(instance.group)? {
            Status::Fail => Some(false),
            Status::Pass | Status::Skipped => Some(true),
            Status::Open => None,
        }
    }
}

fn verdict(world: &World<'_>, rules: &[Standings]) -> Verdict {
    let mut tendency = rules.iter().fold(Tendency::default(), |tendency, rule| tendency.and(rule.tendency));
    if !irregularities(world).is_empty() || world.list_gap().is_some() {
        tendency.add_flaw();
    }
    tendency.verdict()
}

/// How one rule stands.
#[derive(Debug, Clone)]
struct Standings {
    tendency: Tendency,
    by_group: ByGroup,
}

impl Standings {
    fn of(rule: &Rule, world: &World<'_>) -> Standings {
        let instances = Grouping::of(rule).instances(world);
        let statuses = PreparedRule::new(rule, world, &instances).statuses(&instances);
        let tendency = Tendency::of(rule.severity, &statuses);
        let mut by_group = ByGroup::default();
        for (instance, status) in instances.iter().zip(statuses) {
            by_group.put(instance.group, status);
        }
        Standings { tendency, by_group }
    }
}

/// How the instances of one rule stand, by their groups.
#[derive(Debug, Clone, Default)]
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
