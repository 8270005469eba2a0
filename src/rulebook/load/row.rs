//! Reading rows: each makes of its rule one of its own.

use std::sync::Arc;

use super::at::At;
use super::context::Context;
use super::filter::FILTER_KEYS;
use super::head::Head;
use super::rule::RuleSyntax;
use super::syntax::{AtomSyntax, TestSyntax};
use super::test::{Scope, is_test};
use crate::rulebook::model::{Op, Rule};

/// The keys whose values name a row, in that order.
const NAMING_KEYS: [&str; 6] = ["country", "region", "type", "size", "role", "strand"];

impl<'t> Context<'t> {
    pub(super) fn read_rows(
        &mut self,
        at: &At<'t>,
        rule: &RuleSyntax<'t>,
        require: &At<'t>,
        rows: &At<'t>,
        scope: Scope,
    ) -> Vec<Rule> {
        let items = self.filled_list(rows, "rows").unwrap_or_default();
        if require.has("measure") && !["all", "any", "not", "exists", "none"].iter().any(|kind| require.has(kind)) {
            let atom = self.read_atom_of_rows(require, scope, false);
            return items.iter().filter_map(|row| self.read_row(row, rule, &atom, scope)).collect();
        }
        let test = self.read_test(require, scope);
        // Of an empty list that alone is told, and of what is no test.
        if rows.items().is_none_or(|items| !items.is_empty()) && is_test(require) {
            self.problems.at(
                require,
                "with `rows`, `require` is one measure, and the rows bring its bounds: { \"measure\": … }",
            );
        }
        self.read_stray_rows(&items, &rule.head);
        self.finish_rule(at, rule, test.as_ref());
        Vec::new()
    }

    /// The rows of a rule that can have none: what else is wrong with them is told all the same.
    pub(super) fn read_stray_rows(&mut self, rows: &[At<'t>], rule: &Head) {
        for row in rows {
            if self.object(row, "row") {
                self.only_row_keys(row);
                self.read_row_head(row, rule);
                self.read_strand(row);
                self.read_clauses(row);
            }
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
}
