//! Reading tests.

use std::sync::Arc;

use serde_json::Value;

use super::at::At;
use super::context::Context;
use super::syntax::{AtomSyntax, BoundSyntax, BoundValue, MeasureSyntax, SetSyntax, TermSyntax, TestSyntax};
use super::syntax::{Constant, ConstantCurrency};
use super::words::{listed, nearest, unknown_beside};
use crate::rulebook::model::{Attribute, Each, Of, Op};
use crate::value::Currency;

const KINDS: [&str; 6] = ["all", "any", "not", "exists", "none", "measure"];
/// What stands beside a measure or a test, bounds aside.
const BESIDE_MEASURE: [&str; 3] = ["of", "where", "title"];
/// What a rule has beside its `require`, and no test has.
const BESIDE_REQUIRE: [&str; 7] = ["severity", "strand", "when", "each", "currency", "rows", "source"];
/// What other languages call some of them.
const IN_OTHER_WORDS: [(&str, &str); 2] = [("and", "all"), ("or", "any")];

/// Where a test stands, which decides what it may measure and whose partners it measures by default.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    pub(super) each: Each,
    pub(super) inside: Inside,
    /// The currency of amounts that carry none.
    pub(super) currency: Currency,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    When,
    Require,
}

impl Scope {
    pub(super) fn default_of(self) -> Of {
        match self.inside {
            Inside::When => Of::Proposal,
            Inside::Require => Of::Group,
        }
    }
}

/// Whether one of the words that make a test stands there, and no second one.
pub(super) fn is_test(at: &At<'_>) -> bool {
    KINDS.iter().filter(|kind| at.has(kind)).count() == 1
}

impl<'t> Context<'t> {
    pub(super) fn read_test(&mut self, at: &At<'t>, scope: Scope) -> Option<TestSyntax<'t>> {
        self.read_member(at, scope, false)
    }

    fn read_member(&mut self, at: &At<'t>, scope: Scope, titled: bool) -> Option<TestSyntax<'t>> {
        let mut kinds = KINDS.iter().filter(|kind| at.has(kind));
        let (Some(kind), None) = (kinds.next(), kinds.next()) else {
            self.no_single_test(at);
            return None;
        };
        let value = at.get(kind)?;
        if *kind != "measure" {
            let known = [*kind, "title"];
            self.only_test_keys(at, if titled { &known } else { known.get(..1).unwrap_or_default() }, scope);
        }
        match *kind {
            "all" => self.read_all(&value, scope),
            "any" => self.read_any(&value, scope),
            "not" => self.read_test(&value, scope).map(|test| TestSyntax::Not(Box::new(test))),
            "exists" => Some(self.read_exists(&value, scope)),
            "none" => Some(self.read_none(&value, scope)),
            _ => Some(TestSyntax::Atom(Box::new(self.read_atom(at, scope, titled)))),
        }
    }

    /// What stands in `require` and belongs beside it is told so.
    fn only_test_keys(&mut self, at: &At<'t>, known: &[&str], scope: Scope) {
        let is_beside = |key: &str| scope.inside == Inside::Require && BESIDE_REQUIRE.contains(&key);
        for member in at.members().unwrap_or_default() {
            let key = member.key.as_str();
            if is_beside(key) {
                self.problems.at_key(at, member, format!("`{key}` stands beside `require`, not in it"));
            } else if !known.contains(&key) {
                let message = self.unknown("field", key, known, "known here:");
                self.problems.at_key(at, member, message);
            }
        }
    }

    /// None of the words that make a test, or several.
    fn no_single_test(&mut self, at: &At<'t>) {
        let found: Vec<&str> = KINDS.into_iter().filter(|kind| at.has(kind)).collect();
        match found.as_slice() {
            [] => self.no_test(at),
            several => {
                let message = format!(
                    "{} in one test: keep one, or put each into a test of `all` or `any`",
                    listed(several, "and")
                );
                self.problems.at(at, message);
            }
        }
    }

    /// None of the words that make a test: of others the first is named.
    fn no_test(&mut self, at: &At<'t>) {
        let mut keys = at.members().unwrap_or_default().iter().map(|member| member.key.as_str());
        let is_bound = |key: &str| Op::ALL.iter().any(|op| op.key() == key);
        let has_bound = keys.clone().any(is_bound);
        let message = match keys.find(|key| !BESIDE_MEASURE.contains(key) && !is_bound(key)) {
            Some(key) => {
                let meant = IN_OTHER_WORDS.iter().find(|(word, _)| *word == key).map(|(_, meant)| *meant);
                unknown_beside(meant.or_else(|| nearest(key, &KINDS)), "test", key, &KINDS, "tests are")
            }
            None if has_bound => "a test with bounds needs a `measure`".to_owned(),
            None => return self.is_no(at, "test", &format!("write an object with one of {}", listed(&KINDS, "or"))),
        };
        self.problems.at(at, message);
    }

    fn read_all(&mut self, at: &At<'t>, scope: Scope) -> Option<TestSyntax<'t>> {
        let items = self.filled_list(at, "tests")?;
        let tests: Vec<Option<TestSyntax<'t>>> = items.iter().map(|item| self.read_test(item, scope)).collect();
        Some(TestSyntax::All(tests.into_iter().flatten().collect()))
    }

    fn read_any(&mut self, at: &At<'t>, scope: Scope) -> Option<TestSyntax<'t>> {
        let items = self.filled_list(at, "tests")?;
        let mut members = Vec::new();
        for item in &items {
            let title = item.get("title").filter(|_| is_test(item));
            let title = title.and_then(|title| self.filled_text(&title, "title")).map(Arc::from);
            members.extend(self.read_member(item, scope, true).map(|test| (title, test)));
        }
        Some(TestSyntax::Any(members))
    }

    fn read_exists(&mut self, at: &At<'t>, scope: Scope) -> TestSyntax<'t> {
        self.uses.head_counts.push(at.clone());
        self.head_count(at, scope, Op::Min, 1)
    }

    fn read_none(&mut self, at: &At<'t>, scope: Scope) -> TestSyntax<'t> {
        self.head_count(at, scope, Op::Max, 0)
    }

    /// Short for `partners` with that filter and that bound.
    fn head_count(&mut self, at: &At<'t>, scope: Scope, op: Op, count: i128) -> TestSyntax<'t> {
        let constant = Constant { value: count, currency: ConstantCurrency::Count };
        let value = Some(BoundValue::Terms(vec![TermSyntax::Constant(constant)]));
        TestSyntax::Atom(Box::new(AtomSyntax {
            written: Value::from("partners"),
            measure: Some(MeasureSyntax::Partners),
            set: SetSyntax { of: Some(scope.default_of()), filter: self.read_filter(at) },
            bounds: vec![BoundSyntax { op, at: at.clone(), value }],
        }))
    }

    fn read_atom(&mut self, at: &At<'t>, scope: Scope, titled: bool) -> AtomSyntax<'t> {
        let atom = self.read_atom_of_rows(at, scope, titled);
        if !Op::ALL.iter().any(|op| at.has(op.key())) {
            self.problems.at(at, "this measure needs a bound: `min`, `max`, `above`, `below`, `is`, `in` or `within`");
        }
        atom
    }

    /// An atom to which rows may bring the bounds.
    pub(super) fn read_atom_of_rows(&mut self, at: &At<'t>, scope: Scope, titled: bool) -> AtomSyntax<'t> {
        let bounds = Op::ALL.map(Op::key);
        let known = [&["measure", "of", "where"][..], if titled { &["title"] } else { &[] }, &bounds].concat();
        self.only_test_keys(at, &known, scope);
        let measure_at = at.get("measure");
        let measure = measure_at.as_ref().and_then(|measure| self.read_measure(measure, scope.each));
        self.uses.requires_strand |=
            scope.inside == Inside::Require && measure == Some(MeasureSyntax::Attribute(Attribute::Strand));
        let set = self.read_set(at, scope, measure.as_ref());
        let bounds = self.read_bounds(at, scope, measure.as_ref());
        let written = measure_at.map_or(Value::Null, |measure| measure.tree.to_value());
        AtomSyntax { written, measure, set, bounds }
    }

    /// `of` and `where`, which belong to measures taken over partners only.
    pub(super) fn read_set(&mut self, at: &At<'t>, scope: Scope, measure: Option<&MeasureSyntax>) -> SetSyntax {
        let allowed = measure.is_none_or(MeasureSyntax::is_over_partners);
        for key in ["of", "where"] {
            if let Some(member) = at.get(key).filter(|_| !allowed) {
                self.problems.at(&member, format!("`{key}` belongs to measures over partners only, and this one is of the proposal or of one partner: take it out"));
            }
        }
        let of = match at.get("of").filter(|_| allowed) {
            Some(of) => self.read_of(&of, scope),
            None => Some(scope.default_of()),
        };
        let filter = at.get("where").filter(|_| allowed).map(|filter| self.read_filter(&filter)).unwrap_or_default();
        SetSyntax { of, filter }
    }

    fn read_of(&mut self, at: &At<'t>, scope: Scope) -> Option<Of> {
        match self.word(at, "value of `of`", &["group", "country", "proposal"])? {
            0 => Some(Of::Group),
            1 if scope.each == Each::Proposal => {
                self.problems.at(at, "`country` is the country of the rule's group: give the rule `\"each\": \"country\"` or `\"each\": \"partner\"`");
                None
            }
            1 => Some(Of::Country),
            _ => Some(Of::Proposal),
        }
    }
}
