//! Reading notices.

use super::at::At;
use super::compile::RuleScope;
use super::condition::{conditions, sound};
use super::context::Context;
use super::syntax::{Constant, FilterSyntax, TestSyntax};
use super::test::{Inside, Scope};
use crate::rulebook::model::{Each, Notice, Test, Unit};

const NOTICE_KEYS: [&str; 6] = ["id", "title", "when", "strand", "amount", "source"];

impl<'t> Context<'t> {
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
