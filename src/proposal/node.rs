//! A proposal as it is written: read without judging, guided by the shape that a proposal has.
//!
//! One reading serves JSON text, `serde_json::Value` and whatever else can be deserialized. It keeps
//! the format's own fields only and never follows a value deeper than its place has meaning, so that
//! no input is too deep or too tangled to be read.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A value at some place of a proposal.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Node {
    /// Not given: absent, `null` or `""`.
    #[default]
    Absent,
    Boolean(bool),
    Number(f64),
    Text(Box<str>),
    List(Vec<Node>),
    Object(Fields),
    /// Something that cannot stand at its place.
    Unreadable,
}

/// The fields of an object; of equal keys the last counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Fields(Vec<(Box<str>, Node)>);

impl Fields {
    pub(crate) fn get(&self, key: &str) -> &Node {
        self.0.iter().find(|(known, _)| &**known == key).map_or(&Node::Absent, |(_, node)| node)
    }

    /// The field's place, made where it is not there yet.
    pub(crate) fn entry(&mut self, key: &str) -> Option<&mut Node> {
        let index = match self.0.binary_search_by(|(known, _)| by_code_unit(known, key)) {
            Ok(index) => index,
            Err(index) => {
                self.0.insert(index, (key.into(), Node::Absent));
                index
            }
        };
        self.0.get_mut(index).map(|(_, node)| node)
    }

    /// In the order of the keys' UTF-16 code units.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(key, node)| (&**key, node))
    }

    pub(crate) fn of(key: &str, node: Node) -> Fields {
        Fields(vec![(key.into(), node)])
    }

    fn from_written(mut entries: Vec<(Box<str>, Node)>) -> Fields {
        // Reversed and stable, so that of equal keys the last one is kept.
        entries.reverse();
        entries.sort_by(|(a, _), (b, _)| by_code_unit(a, b));
        entries.dedup_by(|(a, _), (b, _)| a == b);
        Fields(entries)
    }
}

fn by_code_unit(a: &str, b: &str) -> std::cmp::Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// What stands where in a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
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
        match (self, key) {
            (Shape::Proposal | Shape::Partner, "costs" | "contributions" | "answers") => Some(Shape::Table),
            (Shape::Proposal, "partners") => Some(Shape::Partners),
            (Shape::Proposal, "title" | "strand" | "months" | "start" | "end") => Some(Shape::Value),
            (Shape::Partner, "labels") => Some(Shape::Values),
            (Shape::Partner, "name" | "country" | "region" | "type" | "size" | "role") => Some(Shape::Value),
            (Shape::Proposal | Shape::Partner, "submitted" | "currency" | "grant") => Some(Shape::Value),
            (Shape::Table, _) => Some(Shape::Values),
            _ => None,
        }
    }

    /// What the elements of a list are; `None` where no list can stand.
    pub(crate) fn of_item(self) -> Option<Shape> {
        match self {
            Shape::Partners => Some(Shape::Partner),
            Shape::Values => Some(Shape::Value),
            _ => None,
        }
    }

    pub(crate) fn takes_object(self) -> bool {
        matches!(self, Shape::Proposal | Shape::Partner | Shape::Table)
    }
}

impl<'de> DeserializeSeed<'de> for Shape {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Shape {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Absent)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Boolean(value))
    }

    // A number is a double here as it is in JavaScript, so that all doors read the same.

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(if value.is_empty() { Node::Absent } else { Node::Text(value.into()) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let Some(item) = self.of_item() else {
            while access.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Node::Unreadable);
        };
        let mut items = Vec::new();
        while let Some(node) = access.next_element_seed(item)? {
            items.push(node);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        if !self.takes_object() {
            while access.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Node::Unreadable);
        }
        let mut entries: Vec<(Box<str>, Node)> = Vec::new();
        while let Some(key) = access.next_key::<Box<str>>()? {
            match self.of_key(&key) {
                Some(shape) => entries.push((key, access.next_value_seed(shape)?)),
                None => {
                    access.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Node::Object(Fields::from_written(entries)))
    }
}

/// What an applicant wrote, before any rulebook is asked.
///
/// Deserializes from anything: what is not readable is kept as unreadable at its place and becomes a
/// finding when it is judged. Fields that the format does not know are left out.
///
/// ```
/// let proposal: callcheck::Proposal = serde_json::from_str(r#"{ "months": "long", "partners": [null] }"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal(pub(crate) Node);

impl<'de> Deserialize<'de> for Proposal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Proposal, D::Error> {
        let node = Shape::Proposal.deserialize(deserializer)?;
        Ok(Proposal(node))
    }
}

impl Proposal {
    /// Reads a proposal from its JSON text, however deep it is nested.
    ///
    /// # Errors
    /// Only where the text is no JSON, or has a number beyond double precision's range.
    pub fn from_json(text: &str) -> Result<Proposal, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        deserializer.disable_recursion_limit();
        let proposal = Proposal::deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok(proposal)
    }
}

impl From<&serde_json::Value> for Proposal {
    fn from(value: &serde_json::Value) -> Proposal {
        // Reading a value in memory has no error to give: any shape is taken.
        Proposal::deserialize(value).unwrap_or(Proposal(Node::Unreadable))
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, Proposal, Shape};
    use serde::de::DeserializeSeed;

    fn read(text: &str) -> Node {
        Proposal::from_json(text).expect("JSON").0
    }

    #[test]
    fn of_equal_keys_the_last_counts_and_unknown_fields_are_left_out() {
        assert_eq!(read(r#"{"months":1,"colour":{"a":[1]},"months":2}"#), read(r#"{"months":2}"#));
    }

    #[test]
    fn no_depth_is_too_deep() {
        let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
        assert_eq!(read(&format!(r#"{{"title":{deep}}}"#)), read(r#"{"title":[]}"#));
        assert_eq!(read(&format!(r#"{{"unknown":{deep}}}"#)), read("{}"));
        assert_eq!(read(&deep), Node::Unreadable);
    }

    #[test]
    fn a_text_and_a_value_read_alike() {
        let text = r#"{"title":"","partners":[null,"",1,{"labels":["a",null,{}],"costs":{"b":1.5,"a":[]}}]}"#;
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(Proposal::from(&value).0, read(text));
    }

    #[test]
    fn a_number_beyond_double_precision_makes_a_text_unreadable() {
        assert!(Proposal::from_json(r#"{"months":1e999}"#).is_err());
        assert!(Proposal::from_json(r#"{"months":1} x"#).is_err());
    }

    #[test]
    fn a_large_whole_number_is_the_double_next_to_it() {
        let node = Shape::Value.deserialize(&mut serde_json::Deserializer::from_str("9007199254740993")).expect("JSON");
        assert_eq!(node, Node::Number(9_007_199_254_740_992.0));
    }
}
