//! What is judged of one rule: all that it adds to a report.

use super::closed::Closed;
use super::findings::Failure;
use super::instance::{Grouping, Instance};
use super::limits::RuleLimits;
use super::missing::{gaps_of, unsure_gaps};
use super::place::Gap;
use super::status::{PreparedRule, Tendency};
use super::truth::Truth;
use super::world::World;
use crate::report::words::{Subject, Told};
use crate::report::{Check, Finding, Numbers, Severity, Status, words};
use crate::rulebook::model::Rule;

/// What one rule adds to a report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) tendency: Tendency,
    /// Whether the rule converted an amount.
    pub(crate) converts: bool,
    pub(crate) checks: Vec<Check>,
    pub(crate) findings: Vec<Finding>,
    /// What its open instances wait for.
    pub(crate) gaps: Vec<Gap>,
    pub(crate) limits: RuleLimits,
}

impl Outcome {
    /// Judges the rule of that index; in a draft beside how it stands in the closed proposal.
    pub(crate) fn new(index: usize, rule: &Rule, world: &World<'_>, closed: Option<&Closed>) -> Outcome {
        let instances = Grouping::of(rule).instances(world);
        if instances.is_empty() {
            return Outcome::default();
        }
        let prepared = PreparedRule::new(rule, world, &instances);
        let statuses = prepared.statuses(&instances);
        let so_far = |instance: &Instance| closed.and_then(|closed| closed.truth(index, instance));
        let mut outcome = Outcome {
            tendency: Tendency::of(rule.severity, &statuses),
            converts: prepared.converts(&instances),
            checks: Vec::with_capacity(instances.len()),
            ..Outcome::default()
        };
        for (instance, status) in instances.iter().zip(&statuses) {
            add_check(&mut outcome.checks, &prepared, instance, *status, so_far);
            if *status == Status::Fail {
                let failures = prepared.require.failures(instance).into_iter();
                outcome.findings.extend(failures.map(|failure| finding(world, rule, instance, failure)));
            }
        }
        if rule.severity == Severity::Error {
            outcome.gaps = gaps(world, &prepared, &open(&instances, &statuses));
            outcome.limits = limits(world, &prepared, &instances);
        }
        outcome
    }
}

/// A check is long: its numbers are put in where it lies.
fn add_check(
    checks: &mut Vec<Check>,
    rule: &PreparedRule<'_>,
    instance: &Instance,
    status: Status,
    so_far: impl Fn(&Instance) -> Option<bool>,
) {
    let so_far = (status == Status::Open).then(|| so_far(instance));
    let (id, group) = (rule.rule.id.clone(), instance.group);
    checks.push(Check { rule: id, group, status, so_far, numbers: Numbers::default() });
    if let (Some(atom), Some(check)) = (rule.require.single_atom(), checks.last_mut()) {
        atom.put_numbers(instance, &mut check.numbers);
    }
}

fn open(instances: &[Instance], statuses: &[Status]) -> Vec<Instance> {
    instances
        .iter()
        .zip(statuses)
        .filter(|(_, status)| **status == Status::Open)
        .map(|(instance, _)| *instance)
        .collect()
}

/// A condition waits where it is unknown, so does what is required, and an unsure instance for
/// being sure.
fn gaps(world: &World<'_>, rule: &PreparedRule<'_>, open: &[Instance]) -> Vec<Gap> {
    let mut gaps: Vec<_> = open.iter().flat_map(|instance| unsure_gaps(world, rule.grouping, instance)).collect();
    if let Some(when) = &rule.when {
        gaps.extend(gaps_of(when, open));
    }
    gaps.extend(gaps_of(&rule.require, open));
    gaps
}

fn limits(world: &World<'_>, rule: &PreparedRule<'_>, instances: &[Instance]) -> RuleLimits {
    let mut limits = RuleLimits::default();
    let atoms = rule.require.conjoined_atoms();
    if atoms.is_empty() {
        return limits;
    }
    let is_counted = |instance: &&Instance| {
        instance.is_sure && rule.condition(instance) == Truth::True && rule.grouping.is_sure(world, instance)
    };
    let counted: Vec<Instance> = instances.iter().filter(is_counted).copied().collect();
    for atom in atoms {
        limits.add_atom(atom, &counted);
    }
    limits
}

fn finding(world: &World<'_>, rule: &Rule, instance: &Instance, failure: Failure<'_>) -> Finding {
    let Failure { atom, code, path, related, params, alternatives } = failure;
    let name = instance.own.and_then(|own| world.partner(own)?.name.given()).map(|name| &**name);
    let country = instance.own.and_then(|own| world.country(own));
    let subject = Subject { group: instance.group, name, country };
    let told = Told { atom, code, params: &params, alternatives: alternatives.as_deref() };
    let message = words::failure(world.model, rule, &subject, &told);
    Finding {
        code,
        severity: rule.severity,
        rule: Some(rule.id.clone()),
        path,
        related,
        group: instance.group,
        params: Some(params),
        alternatives,
        message,
        source: Some(rule.source.clone()),
    }
}
