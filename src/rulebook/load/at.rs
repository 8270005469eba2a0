//! A place in the rulebook's text, and the problems found there.

use std::ops::Range;

use crate::json::{Json, Member, Tree};
use crate::rulebook::problem::{Lines, Problem};
use crate::value::{Decimal, escape, sort};

/// A value of the rulebook and the pointer that leads to it.
#[derive(Debug, Clone)]
pub(super) struct At<'t> {
    pub(super) tree: &'t Tree,
    pub(super) pointer: String,
}

impl<'t> At<'t> {
    pub(super) fn root(tree: &'t Tree) -> At<'t> {
        At { tree, pointer: String::new() }
    }

    pub(super) fn text(&self) -> Option<&'t str> {
        match &self.tree.json {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<&'t Decimal> {
        match &self.tree.json {
            Json::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn boolean(&self) -> Option<bool> {
        match self.tree.json {
            Json::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    pub(super) fn members(&self) -> Option<&'t [Member]> {
        match &self.tree.json {
            Json::Object(members) => Some(members),
            _ => None,
        }
    }

    pub(super) fn items(&self) -> Option<Vec<At<'t>>> {
        let Json::List(items) = &self.tree.json else { return None };
        let item = |(index, tree)| At { tree, pointer: format!("{}/{index}", self.pointer) };
        Some(items.iter().enumerate().map(item).collect())
    }

    pub(super) fn member(&self, member: &'t Member) -> At<'t> {
        At { tree: &member.value, pointer: self.pointer_to(&member.key) }
    }

    /// The member of that key; of two the last, since a second one is a problem of its own.
    pub(super) fn get(&self, key: &str) -> Option<At<'t>> {
        let member = self.members()?.iter().rev().find(|member| member.key == key)?;
        Some(self.member(member))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(super) fn pointer_to(&self, key: &str) -> String {
        format!("{}/{}", self.pointer, escape(key))
    }

    /// A list's items, or the one value that stands for a list of one.
    pub(super) fn one_or_more(&self) -> Vec<At<'t>> {
        self.items().unwrap_or_else(|| vec![self.clone()])
    }
}

/// So many problems are looked into for what was meant; of more nobody reads that.
const FEW: usize = 200;

/// Collects problems, one for each place.
#[derive(Debug)]
pub(super) struct Problems<'t> {
    text: &'t str,
    list: Vec<Found>,
}

/// A problem whose line and column nobody has counted yet.
#[derive(Debug)]
struct Found {
    pointer: String,
    span: Range<usize>,
    message: String,
}

impl<'t> Problems<'t> {
    pub(super) fn new(text: &'t str) -> Problems<'t> {
        Problems { text, list: Vec::new() }
    }

    /// The rulebook's text.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn at(&mut self, at: &At<'_>, message: impl Into<String>) {
        self.add(at.pointer.clone(), &at.tree.span, message.into());
    }

    pub(super) fn at_key(&mut self, of: &At<'_>, member: &Member, message: impl Into<String>) {
        self.add(of.pointer_to(&member.key), &member.key_span, message.into());
    }

    fn add(&mut self, pointer: String, span: &Range<usize>, message: String) {
        self.list.push(Found { pointer, span: span.clone(), message });
    }

    pub(super) fn are_none(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether it is worth while to look for what was meant: it takes time, and a text may be made to take much.
    pub(super) fn are_few(&self) -> bool {
        self.list.len() < FEW
    }

    /// In the order of the text; what several rows share is told once.
    pub(super) fn sorted(mut self) -> Vec<Problem> {
        sort(&mut self.list, &|a, b| a.span.start.cmp(&b.span.start));
        let mut lines = Lines::new(self.text);
        let mut told: Vec<Problem> = Vec::with_capacity(self.list.len());
        for Found { pointer, span, message } in self.list {
            let mut here = told.iter().rev().take_while(|problem| problem.offset == span.start);
            if !here.any(|problem| problem.pointer == pointer && problem.message == message) {
                let (line, column) = lines.place(span.start);
                told.push(Problem { pointer, line, column, offset: span.start, length: span.len(), message });
            }
        }
        told
    }
}
