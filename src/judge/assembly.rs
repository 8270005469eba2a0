//! A report in the making: rule by rule, in the rulebook's order.

use super::consistency::irregularities;
use super::edges::Limits;
use super::missing::Waiting;
use super::notices::NoticeOutcome;
use super::outcome::Outcome;
use super::status::Tendency;
use super::world::World;
use crate::proposal::Invalid;
use crate::report::{Check, Code, Finding, Notice, Severity, Verdict, words};
use crate::rulebook::model::{self, Rule};

pub(crate) struct Assembly<'a> {
    world: &'a World<'a>,
    tendency: Tendency,
    /// Whether a rule or a notice converted an amount.
    pub(crate) converts: bool,
    pub(crate) findings: Vec<Finding>,
    /// Findings that come after all errors.
    pub(crate) advice: Vec<Finding>,
    pub(crate) checks: Vec<Check>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) waiting: Waiting,
    pub(crate) limits: Limits,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(world: &'a World<'a>) -> Assembly<'a> {
        let mut assembly = Assembly {
            world,
            tendency: Tendency::default(),
            converts: false,
            findings: Vec::new(),
            advice: Vec::new(),
            checks: Vec::new(),
            notices: Vec::new(),
            waiting: Waiting::default(),
            limits: Limits::new(world),
        };
        assembly.add_irregularities();
        assembly
    }

    /// What is unreadable, contradicts itself or is not there, whatever the rules.
    fn add_irregularities(&mut self) {
        for (code, invalid) in irregularities(self.world) {
            self.tendency.add_flaw();
            self.findings.push(irregularity(self.world, code, invalid));
        }
        if let Some(gap) = self.world.list_gap() {
            self.tendency.add_flaw();
            self.waiting.add(gap, None);
        }
    }

    pub(crate) fn verdict(&self) -> Verdict {
        self.tendency.verdict()
    }

    /// Adds what was judged of the rule of that index.
    pub(crate) fn add(&mut self, index: usize, rule: &Rule, outcome: Outcome) {
        self.tendency = self.tendency.and(outcome.tendency);
        self.converts |= outcome.converts;
        self.checks.extend(outcome.checks);
        match rule.severity {
            Severity::Error => self.findings.extend(outcome.findings),
            Severity::Advice => self.advice.extend(outcome.findings),
        }
        for gap in outcome.gaps {
            self.waiting.add(self.world.readable_place(gap), Some(&rule.id));
        }
        for edge in &outcome.limits.0 {
            self.limits.add(edge, index);
        }
    }

    pub(crate) fn add_notice(&mut self, notice: &model::Notice, outcome: NoticeOutcome) {
        self.converts |= outcome.converts;
        self.notices.extend(outcome.tell(notice));
    }
}

fn irregularity(world: &World<'_>, code: Code, invalid: Invalid) -> Finding {
    let message = words::irregularity(world.model, code, &invalid);
    Finding {
        code,
        severity: Severity::Error,
        rule: None,
        path: invalid.path,
        related: Vec::new(),
        group: None,
        params: None,
        alternatives: None,
        message,
        source: None,
    }
}
