//! How much a proposal takes: roughly, and alike on every machine.

use super::node::Node;

/// What a value or a key takes, in bytes, beside its text.
const PLACE: usize = 32;

/// The objects and lists that the longest path makes, each with its key.
const ON_THE_WAY: usize = PLACE * 8;

impl Node<'_> {
    /// In bytes.
    pub(super) fn size(&self) -> usize {
        let within: usize = match self {
            Node::Text(text) => text.len(),
            Node::List(items) => items.iter().map(Node::size).sum(),
            Node::Object(fields) => fields.iter().map(|(key, node)| key_size(key).saturating_add(node.size())).sum(),
            Node::Absent | Node::Boolean(_) | Node::Number(_) | Node::Unreadable => 0,
        };
        within.saturating_add(PLACE)
    }
}

fn key_size(key: &str) -> usize {
    key.len().saturating_add(PLACE)
}

/// At most what is made so that something can stand at a path.
pub(super) fn path_size(path: &str) -> usize {
    path.len().saturating_add(ON_THE_WAY)
}
