//! How every instance of every rule stands in one world.

use super::instance::{Grouping, Instance};
use super::setting::Setting;
use super::test::PreparedTest;
use super::truth::Truth;
use super::world::World;
use crate::report::{Severity, Status, Verdict};
use crate::rulebook::model::Rule;

/// A rule, prepared for one world, and its instances.
pub(crate) struct PreparedRule<'a> {
    pub(crate) rule: &'a Rule,
    pub(crate) grouping: Grouping,
    pub(crate) when: Option<PreparedTest<'a>>,
    pub(crate) require: PreparedTest<'a>,
}

impl<'a> PreparedRule<'a> {
    pub(crate) fn new(rule: &'a Rule, world: &'a World<'a>, instances: &'a [Instance]) -> PreparedRule<'a> {
        let grouping = Grouping::of(rule);
        let setting = Setting { world, grouping, currency: rule.currency, instances };
        let prepare = |test| PreparedTest::new(test, setting);
        PreparedRule { rule, grouping, when: rule.when.as_ref().map(prepare), require: prepare(&rule.require) }
    }

    /// An instance holds as *not when or require*.
    fn status(&self, instance: &Instance) -> Status {
        let when = self.condition(instance);
        let require = self.require.truth(instance);
        match (when, when.not().or(require)) {
            (Truth::False, _) => Status::Skipped,
            (_, Truth::True) => Status::Pass,
            (_, Truth::False) if instance.is_sure => Status::Fail,
            _ => Status::Open,
        }
    }

    pub(crate) fn statuses(&self, instances: &[Instance]) -> Vec<Status> {
        instances.iter().map(|instance| self.status(instance)).collect()
    }

    /// Whether the rule converts an amount, a skipped one too.
    pub(crate) fn converts(&self, instances: &[Instance]) -> bool {
        self.when.iter().chain([&self.require]).any(|test| test.converts(instances))
    }

    pub(crate) fn condition(&self, instance: &Instance) -> Truth {
        self.when.as_ref().map_or(Truth::True, |when| when.truth(instance))
    }
}

/// The verdict in the making.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tendency {
    fails: bool,
    is_open: bool,
}

impl Tendency {
    /// A value is unreadable or inconsistent, or the list of partners is not given.
    pub(crate) fn add_flaw(&mut self) {
        self.is_open = true;
    }

    /// That of a rule. Advice is told and never changes the verdict.
    pub(crate) fn of(severity: Severity, statuses: &[Status]) -> Tendency {
        let is_error = severity == Severity::Error;
        Tendency {
            fails: is_error && statuses.contains(&Status::Fail),
            is_open: is_error && statuses.contains(&Status::Open),
        }
    }

    pub(crate) fn and(self, other: Tendency) -> Tendency {
        Tendency { fails: self.fails || other.fails, is_open: self.is_open || other.is_open }
    }

    pub(crate) fn verdict(self) -> Verdict {
        match self {
            Tendency { fails: true, .. } => Verdict::Ineligible,
            Tendency { is_open: true, .. } => Verdict::Incomplete,
            Tendency { .. } => Verdict::Eligible,
        }
    }
}
