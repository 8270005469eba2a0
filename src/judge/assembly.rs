//! A report in the making: rule by rule, in the rulebook's order.

use super::closed::Closed;
use super::consistency::irregularities;
use super::edges::Limits;
use super::findings::Failure;
use super::instance::{Grouping, Instance};
use super::missing::{Waiting, gaps_of, unsure_gaps};
use super::status::{PreparedRule, Tendency};
use super::truth::Truth;
use super::world::World;
use crate::report::words::{Subject, Told};
use crate::report::{Check, Code, Finding, Numbers, Severity, Status, Verdict, words};
use crate::rulebook::model::Rule;

pub(crate) struct Assembly<'a> {
    world: &'a World<'a>,
    closed: Option<&'a Closed>,
    tendency: Tendency,
    /// Whether a rule converted an amount.
    pub(crate) converts: bool,
    pub(crate) findings: Vec<Finding>,
    /// Findings that come after all errors.
    pub(crate) advice: Vec<Finding>,
    pub(crate) checks: Vec<Check>,
    pub(crate) waiting: Waiting,
    pub(crate) limits: Limits,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(world: &'a World<'a>, closed: Option<&'a Closed>) -> Assembly<'a> {
        let mut assembly = Assembly {
            world,
            closed,
            tendency: Tendency::default(),
            converts: false,
            findings: Vec::new(),
            advice: Vec::new(),
            checks: Vec::new(),
            waiting: Waiting::default(),
            limits: Limits::new(world),
        };
        assembly.add_irregularities();
        assembly
    }

    /// What is unreadable, contradicts itself or is not there, whatever the rules.
    fn add_irregularities(&mut self) {
        for (code, path) in irregularities(self.world) {
            self.tendency.add_flaw();
            self.findings.push(irregularity(self.world, code, path));
        }
        if let Some(gap) = self.world.list_gap() {
            self.tendency.add_flaw();
            self.waiting.add_always(gap);
        }
    }

    pub(crate) fn verdict(&self) -> Verdict {
        self.tendency.verdict()
    }

    pub(crate) fn add_rule(&mut self, index: usize, rule: &Rule) {
        let instances = Grouping::of(rule).instances(self.world);
        if instances.is_empty() {
            return;
        }
        let prepared = PreparedRule::new(rule, self.world, &instances);
        let statuses = prepared.statuses(&instances);
        self.tendency.add(rule.severity, &statuses);
        self.converts = self.converts || prepared.converts(&instances);
        for (instance, status) in instances.iter().zip(&statuses) {
            self.add_check(index, &prepared, instance, *status);
            if *status == Status::Fail {
                self.add_findings(&prepared, instance);
            }
        }
        if rule.severity == Severity::Error {
            self.add_missing(&prepared, &open(&instances, &statuses));
            self.add_limits(index, &prepared, &instances);
        }
    }

    fn add_check(&mut self, index: usize, rule: &PreparedRule<'_>, instance: &Instance, status: Status) {
        let so_far = (status == Status::Open).then(|| self.closed.and_then(|closed| closed.truth(index, instance)));
        let numbers = rule.require.single_atom().map_or_else(Numbers::default, |atom| atom.numbers(instance));
        self.checks.push(Check { rule: rule.rule.id.clone(), group: instance.group, status, so_far, numbers });
    }

    fn add_findings(&mut self, rule: &PreparedRule<'_>, instance: &Instance) {
        for failure in rule.require.failures(instance) {
            let finding = finding(self.world, rule.rule, instance, failure);
            match rule.rule.severity {
                Severity::Error => self.findings.push(finding),
                Severity::Advice => self.advice.push(finding),
            }
        }
    }

    /// A condition waits where it is unknown, so does what is required, and an unsure instance for
    /// being sure.
    fn add_missing(&mut self, rule: &PreparedRule<'_>, open: &[Instance]) {
        let mut gaps: Vec<_> =
            open.iter().flat_map(|instance| unsure_gaps(self.world, rule.grouping, instance)).collect();
        if let Some(when) = &rule.when {
            gaps.extend(gaps_of(when, open));
        }
        gaps.extend(gaps_of(&rule.require, open));
        for gap in gaps {
            self.waiting.add(self.world.readable_place(gap), &rule.rule.id);
        }
    }

    fn add_limits(&mut self, index: usize, rule: &PreparedRule<'_>, instances: &[Instance]) {
        let atoms = rule.require.conjoined_atoms();
        if atoms.is_empty() {
            return;
        }
        let is_counted = |instance: &&Instance| {
            instance.is_sure && rule.condition(instance) == Truth::True && rule.grouping.is_sure(self.world, instance)
        };
        let counted: Vec<Instance> = instances.iter().filter(is_counted).copied().collect();
        for atom in atoms {
            self.limits.add_atom(atom, &counted, index);
        }
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

fn irregularity(world: &World<'_>, code: Code, path: String) -> Finding {
    let message = words::irregularity(world.model, code, &path);
    Finding {
        code,
        severity: Severity::Error,
        rule: None,
        path,
        related: Vec::new(),
        group: None,
        params: None,
        alternatives: None,
        message,
        source: None,
    }
}

fn finding(world: &World<'_>, rule: &Rule, instance: &Instance, failure: Failure) -> Finding {
    let Failure { code, path, related, params, alternatives } = failure;
    let name = instance.own.and_then(|own| world.partner(own)?.name.given()).map(|name| &**name);
    let told = Told { code, params: &params, alternatives: alternatives.as_deref() };
    let message = words::failure(world.model, rule, &Subject { group: instance.group, name }, &told);
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
