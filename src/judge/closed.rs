//! The same proposal as a closed one: what a draft's `soFar` tells.

use std::collections::HashMap;

use super::consistency::irregularities;
use super::instance::{Grouping, Instance};
use super::status::{PreparedRule, Tendency};
use super::world::World;
use crate::proposal::Reading;
use crate::report::{Group, Status, Verdict};
use crate::rulebook::model::{Model, Rule};
use crate::value::Rates;

pub(crate) struct Closed {
    pub(crate) verdict: Verdict,
    /// For each rule how its instances stand, by their groups.
    statuses: Vec<HashMap<Option<Group>, Status>>,
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
        match self.statuses.get(rule)?.get(&instance.group)? {
            Status::Fail => Some(false),
            Status::Pass | Status::Skipped => Some(true),
            Status::Open => None,
        }
    }
}

fn judge_rule(rule: &Rule, world: &World<'_>, tendency: &mut Tendency) -> HashMap<Option<Group>, Status> {
    let instances = Grouping::of(rule).instances(world);
    let statuses = PreparedRule::new(rule, world, &instances).statuses(&instances);
    tendency.add(rule.severity, &statuses);
    instances.iter().map(|instance| instance.group).zip(statuses).collect()
}
