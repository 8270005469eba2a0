//! A place in the rulebook's text, and the problems found there.

use std::ops::Range;

use crate::rulebook::problem::Problem;
use crate::rulebook::tree::{Json, Member, Tree};
use crate::value::escape;

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

    pub(super) fn number(&self) -> Option<f64> {
        match self.tree.json {
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

/// Collects problems, one for each place.
#[derive(Debug)]
pub(super) struct Problems<'t> {
    text: &'t str,
    list: Vec<Problem>,
}

impl<'t> Problems<'t> {
    pub(super) fn new(text: &'t str) -> Problems<'t> {
        Problems { text, list: Vec::new() }
    }

    pub(super) fn at(&mut self, at: &At<'_>, message: impl Into<String>) {
        self.add(at.pointer.clone(), &at.tree.span, message.into());
    }

    pub(super) fn at_key(&mut self, of: &At<'_>, member: &Member, message: impl Into<String>) {
        self.add(of.pointer_to(&member.key), &member.key_span, message.into());
    }

    /// What several rows share is told once.
    fn add(&mut self, pointer: String, span: &Range<usize>, message: String) {
        let known = self.list.iter().any(|problem| problem.pointer == pointer && problem.message == message);
        if !known {
            self.list.push(Problem::new(self.text, pointer, span, message));
        }
    }

    /// In the order of the text.
    pub(super) fn sorted(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| problem.offset);
        self.list
    }
}
