//! A value at some place of a proposal, as it was written.

use std::borrow::Cow;

use crate::value::{by_code_unit, sort};

/// A value at some place of a proposal.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Node<'a> {
    /// Not given: absent, `null` or `""`.
    #[default]
    Absent,
    Boolean(bool),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Fields<'a>),
    /// Something that cannot stand at its place.
    Unreadable,
}

/// The fields of an object, in the order of the keys' UTF-16 code units; of equal keys the last counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, Node<'a>)>);

impl<'a> Fields<'a> {
    pub(crate) fn get(&self, key: &str) -> &Node<'a> {
        self.0.iter().find(|(known, _)| known == key).map_or(&Node::Absent, |(_, node)| node)
    }

    /// Changes what stands under a key. A field that is not given afterwards leaves nothing behind, and
    /// an edit that fails makes none.
    pub(crate) fn edit<T, E>(&mut self, key: &str, edit: impl FnOnce(&mut Node<'a>) -> Result<T, E>) -> Result<T, E> {
        let place = self.0.binary_search_by(|(known, _)| by_code_unit(known, key));
        let mut added = Node::Absent;
        let found = place.ok().and_then(|index| self.0.get_mut(index)).map(|(_, node)| node);
        let node = found.unwrap_or(&mut added);
        let done = edit(node)?;
        let is_given = !matches!(node, Node::Absent);
        match place {
            Ok(index) if !is_given => drop(self.0.remove(index)),
            Err(index) if is_given => self.0.insert(index, (key.to_owned().into(), added)),
            _ => {}
        }
        Ok(done)
    }

    /// In the order of the keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Node<'a>)> {
        self.0.iter().map(|(key, node)| (&**key, node))
    }

    fn into_owned(self) -> Fields<'static> {
        let own = |(key, node): (Cow<'a, str>, Node<'a>)| (Cow::Owned(key.into_owned()), node.into_owned());
        Fields(self.0.into_iter().map(own).collect())
    }

    pub(super) fn from_written(mut entries: Vec<(Cow<'a, str>, Node<'a>)>) -> Fields<'a> {
        if !entries.is_sorted_by(|(a, _), (b, _)| by_code_unit(a, b).is_lt()) {
            // Reversed and stable, so that of equal keys the last one is kept.
            entries.reverse();
            sort(&mut entries, &|(a, _), (b, _)| by_code_unit(a, b));
            entries.dedup_by(|(a, _), (b, _)| a == b);
        }
        Fields(entries)
    }
}

impl<'a> Node<'a> {
    pub(crate) fn into_owned(self) -> Node<'static> {
        match self {
            Node::Absent => Node::Absent,
            Node::Boolean(boolean) => Node::Boolean(boolean),
            Node::Number(number) => Node::Number(number),
            Node::Text(text) => Node::Text(Cow::Owned(text.into_owned())),
            Node::List(items) => Node::List(items.into_iter().map(Node::into_owned).collect()),
            Node::Object(fields) => Node::Object(fields.into_owned()),
            Node::Unreadable => Node::Unreadable,
        }
    }
}
