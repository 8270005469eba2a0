//! Reading rules.

use super::at::At;
use super::compile::RuleScope;
use super::condition::{conditions, sound};
use super::context::Context;
use super::head::Head;
use super::syntax::{Constant, FilterSyntax, TestSyntax};
use super::test::{Inside, Scope};
use super::words::{named, nearest, unknown_beside};
use crate::rulebook::model::{Each, Op, Rule, Test};
use crate::rulebook::source::Severity;
use crate::value::Currency;

const RULE_KEYS: [&str; 11] =
    ["id", "title", "severity", "strand", "when", "where", "each", "currency", "require", "rows", "source"];
/// What other languages call some of them.
const IN_OTHER_WORDS: [(&str, &str); 2] = [("if", "when"), ("then", "require")];

/// A rule up to what its rows may add.
pub(super) struct RuleSyntax<'t> {
    pub(super) head: Head,
    pub(super) each: Each,
    pub(super) currency: Option<Currency>,
    /// What `strand` demands, one test for each place that says so.
    pub(super) strands: Vec<Test>,
    pub(super) when: Option<TestSyntax<'t>>,
    pub(super) filter: FilterSyntax,
}

impl<'t> Context<'t> {
    pub(super) fn read_rules(&mut self, root: &At<'t>) -> Vec<Rule> {
        let Some(rules) = root.get("rules") else { return Vec::new() };
        let Some(items) = self.filled_list(&rules, "rules") else { return Vec::new() };
        items.iter().flat_map(|item| self.read_rule(item)).collect()
    }

    fn read_rule(&mut self, at: &At<'t>) -> Vec<Rule> {
        if !self.object(at, "rule") {
            return Vec::new();
        }
        self.only_rule_keys(at);
        let head = self.read_rule_head(at);
        let named = at.get("currency");
        let currency = named.as_ref().and_then(|currency| self.currency_code(currency));
        // An unreadable currency counts as one of two decimals.
        let plain = if named.is_some() { currency.unwrap_or(Currency::two_decimals()) } else { self.currency };
        let each = self.read_each(at);
        let scope = |inside| Scope { each, inside, currency: plain };
        let strands = self.read_strand(at).into_iter().collect();
        let filter = at.get("where").map(|filter| self.read_filter(&filter)).unwrap_or_default();
        let when = at.get("when").and_then(|when| self.read_test(&when, scope(Inside::When)));
        let rule = RuleSyntax { head, each, currency, strands, when, filter };
        self.read_require(at, &rule, scope(Inside::Require))
    }

    fn read_rule_head(&mut self, at: &At<'t>) -> Head {
        let id = self.read_id(at, "a rule");
        let title = self.read_title(at, "a rule");
        // With rows a rule needs no source of its own: each row then has one or lacks it.
        if !at.has("rows") {
            self.required(at, "source", "a rule");
        }
        let severity = self.read_severity(at, Severity::Error);
        Head { id, title, severity, source: self.read_own_source(at), is_sourced: at.has("source") }
    }

    fn read_require(&mut self, at: &At<'t>, rule: &RuleSyntax<'t>, scope: Scope) -> Vec<Rule> {
        let (require, rows) = (self.required(at, "require", "a rule"), at.get("rows"));
        let Some(require) = require else {
            self.read_stray_rows(&rows.and_then(|rows| rows.items()).unwrap_or_default(), &rule.head);
            self.finish_rule(at, rule, None);
            return Vec::new();
        };
        match rows {
            Some(rows) => self.read_rows(at, rule, &require, &rows, scope),
            None => {
                let require = self.read_test(&require, scope);
                self.finish_rule(at, rule, require.as_ref()).into_iter().collect()
            }
        }
    }

    /// What stands beside `require` and belongs into it is told so.
    fn only_rule_keys(&mut self, at: &At<'t>) {
        for member in at.members().unwrap_or_default() {
            if !RULE_KEYS.contains(&member.key.as_str()) {
                self.problems.at_key(at, member, unknown_in_rule(&member.key));
            }
        }
    }

    fn read_each(&mut self, at: &At<'t>) -> Each {
        let each =
            at.get("each").and_then(|each| self.word(&each, "value of `each`", &["proposal", "country", "partner"]));
        match each {
            Some(1) => Each::Country,
            Some(2) => Each::Partner,
            // What stands there instead allows what any of them allows.
            None if at.has("each") => Each::Partner,
            _ => Each::Proposal,
        }
    }

    /// Where what is required could not be read, only what is wrong with the condition is told.
    pub(super) fn finish_rule(
        &mut self,
        at: &At<'t>,
        rule: &RuleSyntax<'t>,
        require: Option<&TestSyntax<'t>>,
    ) -> Option<Rule> {
        let constants: Vec<Constant> = rule.when.iter().chain(require).flat_map(TestSyntax::constants).collect();
        let carried = self.carried_currency(at, &constants, rule.currency);
        let scope = RuleScope { each: rule.each, filter: &rule.filter, names_currency: rule.currency.is_some() };
        let when = rule.when.as_ref().map(|when| self.compile_test(when, &scope));
        let require = require.and_then(|require| self.compile_test(require, &scope));
        let filter = self.compile_filter(&rule.filter);
        let head = rule.head.clone();
        Some(Rule {
            id: head.id?.into(),
            title: head.title?,
            severity: head.severity,
            each: rule.each,
            filter,
            when: conditions(&rule.strands, sound(when)?),
            require: require?,
            currency: rule.currency.or(carried).unwrap_or(self.currency),
            source: head.source?,
        })
    }
}

fn unknown_in_rule(key: &str) -> String {
    let keys_of_atom = [&["measure", "of"][..], &Op::ALL.map(Op::key)].concat();
    let in_other_words = IN_OTHER_WORDS.iter().find(|(word, _)| *word == key).map(|(_, meant)| *meant);
    let meant_here = in_other_words.or_else(|| nearest(key, &RULE_KEYS));
    match nearest(key, &keys_of_atom) {
        Some(meant) if meant == key => format!("`{key}` stands in `require`, not beside it"),
        Some(meant) if meant_here.is_none() => {
            format!("unknown field {}; did you mean `{meant}`, in `require`?", named(key))
        }
        _ => unknown_beside(meant_here, "field", key, &RULE_KEYS, "known here:"),
    }
}
