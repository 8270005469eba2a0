//! Limits are tight: within them no counted bound that reads the field fails, one unit beyond them
//! the named rule does.

use std::collections::BTreeSet;

use callcheck::report::{Check, Code, Finding, Status};
use serde_json::{Value, json};

use super::points::Field;
use crate::case::{Kind, Loaded, hold};
use crate::edit::edited;
use crate::generate::{Care, Language};

#[test]
fn where_each_rule_is_one_bound_exactly_the_limits_keep_it() {
    let kind = Kind { language: Language::OneBound, care: Some(Care::KNOWN_PARTNERS) };
    hold(kind, 800, |loaded| each_limit(loaded, broken_range));
}

#[test]
fn one_unit_beyond_a_limit_its_rule_fails() {
    hold(Kind { language: Language::Steady, care: None }, 1_600, |loaded| each_limit(loaded, broken_edge));
}

fn each_limit(loaded: &Loaded<'_>, broken: fn(&Trial<'_>) -> Option<String>) -> Option<String> {
    let draft = loaded.is_draft();
    let report = loaded.report(&loaded.case.proposal, draft);
    let mut limits = report["limits"].as_array().into_iter().flatten();
    limits.find_map(|limit| {
        let trial = Trial { loaded, draft, limit, field: Field::of(limit) };
        broken(&trial).map(|how| format!("{limit}: {how}"))
    })
}

/// One limit, and what becomes of its field.
struct Trial<'a> {
    loaded: &'a Loaded<'a>,
    draft: bool,
    limit: &'a Value,
    field: Field,
}

/// A failing instance: the rule and the group.
type Failing = BTreeSet<(String, String)>;

impl Trial<'_> {
    fn edge(&self, key: &str) -> Option<i64> {
        self.field.point(&self.limit[key])
    }

    fn rule(&self, key: &str) -> Option<&str> {
        self.limit[key].as_str()
    }

    /// The failing instances of error rules that are computed in the field's own currency, with the
    /// field set; `None` where nothing stands for that point or it gives no duration.
    fn failing_at(&self, point: i64) -> Option<Failing> {
        let value = self.field.value(point)?;
        let proposal = edited(&self.loaded.case.proposal, self.field.path(), Some(&value))?;
        let report = self.loaded.check(&proposal, self.draft);
        let has_no_duration = |finding: &Finding| finding.code == Code::Inconsistent && finding.path == "/end";
        if report.findings.iter().any(has_no_duration) {
            return None;
        }
        let failing = report.checks.iter().filter(|check| check.status == Status::Fail && self.counts(check));
        Some(failing.map(|check| (check.rule.to_string(), format!("{:?}", check.group))).collect())
    }

    fn counts(&self, check: &Check) -> bool {
        let mut rules = self.loaded.case.rulebook["rules"].as_array().into_iter().flatten();
        let is_advice = rules.any(|rule| rule["id"] == *check.rule && rule["severity"] == "advice");
        let currency = check.numbers.currency.map(|currency| currency.to_string());
        !is_advice && currency.is_none_or(|currency| self.limit["currency"] == *currency)
    }
}

/// One unit beyond an edge its rule fails.
fn broken_edge(trial: &Trial<'_>) -> Option<String> {
    [("min", "minRule", -1), ("max", "maxRule", 1)].into_iter().find_map(|(edge, rule, step)| {
        let (beyond, rule) = (trial.edge(edge)?.checked_add(step)?, trial.rule(rule)?);
        let fails = trial.failing_at(beyond)?.iter().any(|(failing, _)| failing == rule);
        (!fails).then(|| format!("at {} {rule} does not fail", json!(trial.field.value(beyond))))
    })
}

/// Below the range the rule of its minimum fails, above it that of its maximum, and whatever fails
/// within it does so everywhere.
fn broken_range(trial: &Trial<'_>) -> Option<String> {
    let (min, max) = (trial.edge("min"), trial.edge("max"));
    let tried: Vec<(i64, Failing)> =
        trial.field.probes(min, max).into_iter().filter_map(|point| Some((point, trial.failing_at(point)?))).collect();
    let everywhere = |check: &(String, String)| tried.iter().all(|(_, failing)| failing.contains(check));
    for (point, failing) in &tried {
        let at = || format!("at {}", json!(trial.field.value(*point)));
        let fails = |rule: Option<&str>| rule.is_none_or(|rule| failing.iter().any(|(failing, _)| failing == rule));
        let (is_below, is_above) = (min.is_some_and(|min| *point < min), max.is_some_and(|max| *point > max));
        if is_below && !fails(trial.rule("minRule")) {
            return Some(format!("{} the rule of the minimum does not fail", at()));
        }
        if is_above && !fails(trial.rule("maxRule")) {
            return Some(format!("{} the rule of the maximum does not fail", at()));
        }
        if let Some(check) = failing.iter().find(|check| !is_below && !is_above && !everywhere(check)) {
            return Some(format!("{} {check:?} fails within the limits", at()));
        }
    }
    broken_naming(trial, &tried)
}

/// Of several rules with the same edge the first in the rulebook is named.
fn broken_naming(trial: &Trial<'_>, tried: &[(i64, Failing)]) -> Option<String> {
    if trial.edge("min").zip(trial.edge("max")).is_some_and(|(min, max)| min > max) {
        return None;
    }
    let failing = |point: i64| tried.iter().find(|(tried, _)| *tried == point).map(|(_, failing)| failing);
    let rules: Vec<&Value> = trial.loaded.case.rulebook["rules"].as_array()?.iter().map(|rule| &rule["id"]).collect();
    let place = |id: &str| rules.iter().position(|known| **known == id);
    [("min", "minRule", -1), ("max", "maxRule", 1)].into_iter().find_map(|(edge, rule, step)| {
        let (edge, rule) = (trial.edge(edge)?, trial.rule(rule)?);
        let (at, beyond) = (failing(edge)?, failing(edge.checked_add(step)?)?);
        let first = beyond.difference(at).filter_map(|(id, _)| place(id)).min();
        (first != place(rule)).then(|| format!("beyond {edge} the first rule to fail is number {first:?}, not {rule}"))
    })
}
