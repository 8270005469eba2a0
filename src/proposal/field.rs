//! A field of a proposal: given, not given or unreadable.

use super::node::Node;

/// A field of a proposal.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    Unreadable,
    Given(T),
}

impl<T> Field<T> {
    pub(crate) fn given(&self) -> Option<&T> {
        match self {
            Field::Given(value) => Some(value),
            Field::Absent | Field::Unreadable => None,
        }
    }

    /// Whether something is written there, readable or not.
    pub(crate) fn is_written(&self) -> bool {
        !matches!(self, Field::Absent)
    }

    /// What `read` makes of a given value.
    pub(super) fn of(node: &Node<'_>, read: impl FnOnce(&Node<'_>) -> Option<T>) -> Field<T> {
        match node {
            Node::Absent => Field::Absent,
            given => read(given).map_or(Field::Unreadable, Field::Given),
        }
    }
}

/// Minor units of the currency it stands in; `None` where that is unreadable.
pub(crate) type Money = Option<i128>;
