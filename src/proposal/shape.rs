//! What stands where in a proposal.

use std::borrow::Cow;

/// What stands where in a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Proposal,
    Partners,
    Partner,
    /// Costs, contributions, answers: any keys.
    Table,
    /// A value, or a list of values.
    Values,
    Value,
}

impl Shape {
    /// What stands under a key; `None` for what the format does not know.
    pub(crate) fn of_key(self, key: &str) -> Option<Shape> {
        self.key(key.into()).map(|(_, shape)| shape)
    }

    /// The fields that the format knows.
    fn fields(self) -> &'static [(&'static str, Shape)] {
        match self {
            Shape::Proposal => &PROPOSAL_FIELDS,
            Shape::Partner => &PARTNER_FIELDS,
            _ => &[],
        }
    }

    /// A key that the format knows, and what stands under it.
    pub(super) fn key<'k>(self, key: Cow<'k, str>) -> Option<(Cow<'k, str>, Shape)> {
        if self == Shape::Table {
            return Some((key, Shape::Values));
        }
        self.fields().iter().find(|(known, _)| **known == *key).map(|(known, shape)| (Cow::Borrowed(*known), *shape))
    }

    /// What the elements of a list are; `None` where no list can stand.
    pub(crate) fn of_item(self) -> Option<Shape> {
        match self {
            Shape::Partners => Some(Shape::Partner),
            Shape::Values => Some(Shape::Value),
            _ => None,
        }
    }

    /// What stands at the next token of a pointer; `None` for what the format does not know.
    pub(crate) fn below(self, token: &str) -> Option<Shape> {
        self.of_item().or_else(|| self.of_key(token))
    }

    pub(crate) fn takes_object(self) -> bool {
        matches!(self, Shape::Proposal | Shape::Partner | Shape::Table)
    }
}

const PROPOSAL_FIELDS: [(&str, Shape); 12] = [
    ("answers", Shape::Table),
    ("contributions", Shape::Table),
    ("costs", Shape::Table),
    ("currency", Shape::Value),
    ("end", Shape::Value),
    ("grant", Shape::Value),
    ("months", Shape::Value),
    ("partners", Shape::Partners),
    ("start", Shape::Value),
    ("strand", Shape::Value),
    ("submitted", Shape::Value),
    ("title", Shape::Value),
];
const PARTNER_FIELDS: [(&str, Shape); 13] = [
    ("answers", Shape::Table),
    ("contributions", Shape::Table),
    ("costs", Shape::Table),
    ("country", Shape::Value),
    ("currency", Shape::Value),
    ("grant", Shape::Value),
    ("labels", Shape::Values),
    ("name", Shape::Value),
    ("region", Shape::Value),
    ("role", Shape::Value),
    ("size", Shape::Value),
    ("submitted", Shape::Value),
    ("type", Shape::Value),
];
