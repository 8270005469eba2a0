//! What stands where in a proposal, and reading it by that from anything that can be deserialized.
//!
//! Only the format's own fields are kept, and no value is followed deeper than its place has meaning,
//! so that no input is too deep or too tangled to be read.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::node::{Fields, Node};
use super::skipped::Skipped;

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
        if self == Shape::Table {
            return Some(Shape::Values);
        }
        self.fields().iter().find(|(known, _)| *known == key).map(|(_, shape)| *shape)
    }

    /// The fields that the format knows.
    fn fields(self) -> &'static [(&'static str, Shape)] {
        match self {
            Shape::Proposal => &PROPOSAL_FIELDS,
            Shape::Partner => &PARTNER_FIELDS,
            _ => &[],
        }
    }

    /// The key itself, without a copy where the format knows it.
    fn key<'a>(self, key: &str) -> Option<(Cow<'a, str>, Shape)> {
        if self == Shape::Table {
            return Some((Cow::Owned(key.to_owned()), Shape::Values));
        }
        self.fields().iter().find(|(known, _)| *known == key).map(|(known, shape)| (Cow::Borrowed(*known), *shape))
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

/// A key of an object of that shape.
struct KeyOf(Shape);

impl<'de> DeserializeSeed<'de> for KeyOf {
    /// The key and what stands under it; `None` for what the format does not know.
    type Value = Option<(Cow<'de, str>, Shape)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeyOf {
    type Value = Option<(Cow<'de, str>, Shape)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.key(key))
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(if self.0 == Shape::Table { Some((Cow::Borrowed(key), Shape::Values)) } else { self.0.key(key) })
    }
}

impl<'de> DeserializeSeed<'de> for Shape {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Shape {
    type Value = Node<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Absent)
    }

    fn visit_none<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Boolean(value))
    }

    // A number is a double here as it is in JavaScript, so that all doors read the same.

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node<'de>, E> {
        Ok(if value.is_empty() { Node::Absent } else { Node::Text(Cow::Owned(value.to_owned())) })
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Node<'de>, E> {
        Ok(if value.is_empty() { Node::Absent } else { Node::Text(Cow::Borrowed(value)) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node<'de>, A::Error> {
        let Some(item) = self.of_item() else {
            Skipped::default().items(access)?;
            return Ok(Node::Unreadable);
        };
        let mut items = Vec::new();
        while let Some(node) = access.next_element_seed(item)? {
            items.push(node);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node<'de>, A::Error> {
        if !self.takes_object() {
            Skipped::default().entries(access)?;
            return Ok(Node::Unreadable);
        }
        let mut entries = Vec::new();
        while let Some(known) = access.next_key_seed(KeyOf(self))? {
            match known {
                Some((key, shape)) => entries.push((key, access.next_value_seed(shape)?)),
                None => access.next_value_seed(Skipped::default())?,
            }
        }
        Ok(Node::Object(Fields::from_written(entries)))
    }
}

impl Shape {
    /// Reading a value in memory has no error to give: any shape is taken.
    pub(crate) fn read(self, value: &serde_json::Value) -> Node<'_> {
        self.deserialize(value).unwrap_or(Node::Unreadable)
    }
}
