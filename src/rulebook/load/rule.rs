//! Reading rules, their rows, and notices.

use std::sync::Arc;

use super::at::At;
use super::compile::RuleScope;
use super::context::{Context, Table};
use super::filter::FILTER_KEYS;
use super::syntax::{AtomSyntax, Constant, FilterSyntax, TestSyntax};
use super::test::{Inside, Scope};
use super::words::{named, nearest, unknown};
use crate::rulebook::model::{Atom, AtomKind, Attribute, AttributeBound, Choices, Each, Notice, Op, Rule, Test, Unit};
use crate::rulebook::source::{Severity, Source};
use crate::value::Currency;
use crate::value::Shown;

const RULE_KEYS: [&str; 11] =
    ["id", "title", "severity", "strand", "when", "where", "each", "currency", "require", "rows", "source"];
const NOTICE_KEYS: [&str; 6] = ["id", "title", "when", "strand", "amount", "source"];
/// The keys whose values name a row, in that order.
const NAMING_KEYS: [&str; 6] = ["country", "region", "type", "size", "role", "strand"];

/// What a rule says beside its test; a row may say it anew.
#[derive(Clone)]
struct Head {
    id: Option<String>,
    title: Option<Arc<str>>,
    severity: Severity,
    source: Option<Arc<Source>>,
    /// Whether it cites one, be it unreadable.
    is_sourced: bool,
}

/// A rule up to what its rows may add.
struct RuleSyntax<'t> {
    head: Head,
    each: Each,
    currency: Option<Currency>,
    /// What `strand` demands, one test for each place that says so.
    strands: Vec<Test>,
    when: Option<TestSyntax<'t>>,
    filter: FilterSyntax,
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
        let id = self.read_id(at, "a rule");
        let title = self.read_title(at, "a rule");
        self.require_source(at);
        let named = at.get("currency");
        let currency = named.as_ref().and_then(|currency| self.currency_code(currency));
        // An unreadable currency counts as one of two decimals.
        let plain = if named.is_some() { currency.unwrap_or(Currency::two_decimals()) } else { self.currency };
        let each = self.read_each(at);
        let head = Head {
            id,
            title,
            severity: self.read_severity(at, Severity::Error),
            source: self.read_own_source(at),
            is_sourced: at.has("source"),
        };
        let strands = self.read_strand(at).into_iter().collect();
        let filter = at.get("where").map(|filter| self.read_filter(&filter)).unwrap_or_default();
        let scope = |inside| Scope { each, inside, currency: plain };
        let (when_scope, scope) = (scope(Inside::When), scope(Inside::Require));
        let when = at.get("when").and_then(|when| self.read_test(&when, when_scope));
        let rule = RuleSyntax { head, each, currency, strands, when, filter };
        let Some(require) = self.required(at, "require", "a rule") else {
            let rows = at.get("rows").and_then(|rows| rows.items()).unwrap_or_default();
            rows.iter().for_each(|row| self.read_stray_row(row, &rule.head));
            self.finish_rule(at, &rule, None);
            return Vec::new();
        };
        match at.get("rows") {
            Some(rows) => self.read_rows(at, &rule, &require, &rows, scope),
            None => {
                let require = self.read_test(&require, scope);
                self.finish_rule(at, &rule, require.as_ref()).into_iter().collect()
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

    fn read_id(&mut self, at: &At<'t>, what: &str) -> Option<String> {
        let id_at = self.required(at, "id", what)?;
        let id = self.filled_text(&id_at, "id")?.to_owned();
        self.uses.ids.push((id.clone(), id_at));
        Some(id)
    }

    fn read_title(&mut self, at: &At<'t>, what: &str) -> Option<Arc<str>> {
        let title = self.required(at, "title", what)?;
        self.filled_text(&title, "title").map(Arc::from)
    }

    /// A rule with rows needs none of its own: each row then has one or lacks it.
    fn require_source(&mut self, at: &At<'t>) {
        if !at.has("rows") {
            self.required(at, "source", "a rule");
        }
    }

    fn read_own_source(&mut self, at: &At<'t>) -> Option<Arc<Source>> {
        at.get("source").and_then(|source| self.read_citation(&source))
    }

    fn read_each(&mut self, at: &At<'t>) -> Each {
        let each =
            at.get("each").and_then(|each| self.word(&each, "value of `each`", &["proposal", "country", "partner"]));
        match each {
            Some(1) => Each::Country,
            // What stands there instead allows what any of them allows.
            None if at.has("each") => Each::Partner,
            Some(2) => Each::Partner,
            _ => Each::Proposal,
        }
    }

    fn read_severity(&mut self, at: &At<'t>, default: Severity) -> Severity {
        let severity = at.get("severity").and_then(|severity| self.word(&severity, "severity", &["error", "advice"]));
        match severity {
            Some(0) => Severity::Error,
            Some(_) => Severity::Advice,
            None => default,
        }
    }

    /// `strand` is short for a condition.
    fn read_strand(&mut self, at: &At<'t>) -> Option<Test> {
        let strand = at.get("strand")?;
        let choices = self.read_choices_of(&strand, Attribute::Strand)?;
        let Choices::Indices(indices) = &choices else { return None };
        let names = indices.iter().map(|index| Shown::Text(Table::Strands.of(&self.vocabulary).name(*index).into()));
        let bounds = vec![AttributeBound { op: Op::In, shown: Shown::List(names.collect()), choices }];
        Some(Test::Atom(Box::new(Atom {
            measure: Arc::new("strand".into()),
            kind: AtomKind::Attribute { attribute: Attribute::Strand, bounds },
        })))
    }

    fn read_rows(
        &mut self,
        at: &At<'t>,
        rule: &RuleSyntax<'t>,
        require: &At<'t>,
        rows: &At<'t>,
        scope: Scope,
    ) -> Vec<Rule> {
        let items = self.filled_list(rows, "rows");
        if !require.has("measure") || ["all", "any", "not", "exists", "none"].iter().any(|kind| require.has(kind)) {
            let test = self.read_test(require, scope);
            // Of an empty list that alone is told.
            if rows.items().is_none_or(|items| !items.is_empty()) {
                self.problems.at(
                    require,
                    "with `rows`, `require` is one measure, and the rows bring its bounds: { \"measure\": … }",
                );
            }
            items.unwrap_or_default().iter().for_each(|row| self.read_stray_row(row, &rule.head));
            self.finish_rule(at, rule, test.as_ref());
            return Vec::new();
        }
        let atom = self.read_atom_of_rows(require, scope, false);
        let items = items.unwrap_or_default();
        items.iter().filter_map(|row| self.read_row(row, rule, &atom, scope)).collect()
    }

    /// A row of a rule that can have none: what else is wrong with it is told all the same.
    fn read_stray_row(&mut self, at: &At<'t>, rule: &Head) {
        if self.object(at, "row") {
            self.only_row_keys(at);
            self.read_row_head(at, rule);
            self.read_strand(at);
            self.read_clauses(at);
        }
    }

    fn only_row_keys(&mut self, at: &At<'t>) {
        let own = ["id", "title", "severity", "source", "strand"];
        self.only(at, &[&own[..], &FILTER_KEYS, &Op::ALL.map(Op::key)].concat());
    }

    fn read_row(&mut self, at: &At<'t>, rule: &RuleSyntax<'t>, atom: &AtomSyntax<'t>, scope: Scope) -> Option<Rule> {
        if !self.object(at, "row") {
            return None;
        }
        self.only_row_keys(at);
        let head = self.read_row_head(at, &rule.head);
        let strands = rule.strands.iter().cloned().chain(self.read_strand(at)).collect();
        let filter = rule.filter.and(&self.read_clauses(at));
        let bounds = self.read_bounds(at, scope, atom.measure.as_ref());
        let atom = atom.with_bounds(&bounds);
        if atom.bounds.is_empty() {
            self.problems.at(at, "a row needs a bound, of its own or in `require`, such as `max`");
        }
        let row =
            RuleSyntax { head, strands, filter, when: rule.when.clone(), each: rule.each, currency: rule.currency };
        self.finish_rule(at, &row, Some(&TestSyntax::Atom(Box::new(atom))))
    }

    fn read_row_head(&mut self, at: &At<'t>, rule: &Head) -> Head {
        let title = at.get("title").and_then(|title| self.filled_text(&title, "title")).map(Arc::from);
        let source = self.read_own_source(at).or_else(|| rule.source.clone());
        if !at.has("source") && !rule.is_sourced {
            self.problems.at(at, "a row needs `source`, of its own or that of its rule");
        }
        let severity = self.read_severity(at, rule.severity);
        Head {
            id: self.read_row_id(at, rule.id.as_deref()),
            title: title.or_else(|| rule.title.clone()),
            severity,
            source,
            is_sourced: true,
        }
    }

    fn read_row_id(&mut self, at: &At<'t>, rule: Option<&str>) -> Option<String> {
        let (row, told_at) = match at.get("id") {
            Some(id) => (self.filled_text(&id, "id")?.to_owned(), id),
            None => (self.name_of_row(at)?, at.clone()),
        };
        let id = format!("{}.{row}", rule?);
        self.uses.ids.push((id.clone(), told_at));
        Some(id)
    }

    /// Its values joined by `+`.
    fn name_of_row(&mut self, at: &At<'t>) -> Option<String> {
        let other = FILTER_KEYS.iter().any(|key| !NAMING_KEYS.contains(key) && at.has(key));
        let values: Vec<At<'t>> =
            NAMING_KEYS.iter().filter_map(|key| at.get(key)).flat_map(|value| value.one_or_more()).collect();
        let names: Option<Vec<&str>> = values.iter().map(At::text).collect();
        let is_empty = |value: At<'t>| value.items().is_some_and(|items| items.is_empty());
        if NAMING_KEYS.iter().filter_map(|key| at.get(key)).any(is_empty) {
            // An empty list is a problem of its own.
            return None;
        }
        if other || values.iter().any(|value| value.members().is_some()) || values.is_empty() {
            self.problems.at(
                at,
                "this row needs an `id`: only values of `country`, `region`, `type`, `size`, `role` and `strand` alone name it",
            );
            return None;
        }
        names.map(|names| names.join("+"))
    }

    /// Where what is required could not be read, only what is wrong with the condition is told.
    fn finish_rule(&mut self, at: &At<'t>, rule: &RuleSyntax<'t>, require: Option<&TestSyntax<'t>>) -> Option<Rule> {
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

    pub(super) fn read_notices(&mut self, root: &At<'t>) -> Vec<Notice> {
        let Some(notices) = root.get("notices") else { return Vec::new() };
        let Some(items) = notices.items() else {
            self.is_no(&notices, "list of notices", "write a list, [ … ]");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.read_notice(item)).collect()
    }

    fn read_notice(&mut self, at: &At<'t>) -> Option<Notice> {
        if !self.object(at, "notice") {
            return None;
        }
        self.only(at, &NOTICE_KEYS);
        let id = self.read_id(at, "a notice");
        let title = self.read_title(at, "a notice");
        self.required(at, "source", "a notice");
        let source = self.read_own_source(at);
        let strands: Vec<Test> = self.read_strand(at).into_iter().collect();
        let scope = Scope { each: Each::Proposal, inside: Inside::When, currency: self.currency };
        let when = at.get("when").and_then(|when| self.read_test(&when, scope));
        let amount = at.get("amount").and_then(|amount| self.read_constant(&amount, scope, Unit::Money));
        let constants: Vec<Constant> = when.iter().flat_map(TestSyntax::constants).chain(amount).collect();
        let carried = self.carried_currency(at, &constants, None);
        let filter = FilterSyntax::default();
        let when = when.map(|when| {
            self.compile_test(&when, &RuleScope { each: Each::Proposal, filter: &filter, names_currency: false })
        });
        Some(Notice {
            id: id?.into(),
            title: title?,
            when: conditions(&strands, sound(when)?),
            amount: amount.map(|amount| amount.value),
            currency: carried.unwrap_or(self.currency),
            source: source?,
        })
    }
}

fn unknown_in_rule(key: &str) -> String {
    let keys_of_atom = [&["measure", "of"][..], &Op::ALL.map(Op::key)].concat();
    match nearest(key, &keys_of_atom) {
        Some(meant) if meant == key => format!("`{key}` stands in `require`, not beside it"),
        Some(meant) if nearest(key, &RULE_KEYS).is_none() => {
            format!("unknown field {}; did you mean `{meant}`, in `require`?", named(key))
        }
        _ => unknown("field", key, &RULE_KEYS, "known here:"),
    }
}

/// All conditions of a rule as one test.
fn conditions(strands: &[Test], when: Option<Test>) -> Option<Test> {
    let mut tests: Vec<Test> = strands.iter().cloned().chain(when).collect();
    if tests.len() > 1 { Some(Test::All(tests)) } else { tests.pop() }
}

/// A condition that is absent is no problem, one that could not be read is.
fn sound(when: Option<Option<Test>>) -> Option<Option<Test>> {
    match when {
        None => Some(None),
        Some(test) => test.map(Some),
    }
}
