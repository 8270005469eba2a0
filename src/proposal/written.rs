//! A proposal as it is written: read without judging, be it JSON text, a `serde_json::Value` or
//! whatever else can be deserialized.

use serde::de::{Deserialize, Deserializer};
use serde_json::Value;

use super::node::Node;
use super::shape::Shape;
use crate::json::JsonError;

/// What an applicant wrote, before any rulebook is asked.
///
/// Deserializes from whatever a [`Value`] does: what is not readable is kept as unreadable at its place and
/// becomes a finding when it is judged. Fields that the format does not know are left out.
///
/// ```
/// let proposal: callcheck::Proposal = serde_json::from_str(r#"{ "months": "long", "partners": [null] }"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal(pub(crate) Node<'static>);

impl<'de> Deserialize<'de> for Proposal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Proposal, D::Error> {
        Value::deserialize(deserializer).map(|value| Proposal::from(&value))
    }
}

impl Proposal {
    /// Reads a proposal from its JSON text, however deep it is nested.
    ///
    /// # Errors
    /// Only where the text is no JSON, or has a number beyond double precision's range.
    pub fn from_json(text: &str) -> Result<Proposal, JsonError> {
        Node::from_json(text).map(|node| Proposal(node.into_owned()))
    }
}

impl From<&Value> for Proposal {
    fn from(value: &Value) -> Proposal {
        Proposal(Node::from_value(value).into_owned())
    }
}

impl<'a> Node<'a> {
    /// A proposal's JSON text; what it says is borrowed from it.
    pub(crate) fn from_json(text: &'a str) -> Result<Node<'a>, JsonError> {
        Shape::Proposal.read_json(text)
    }

    /// A proposal from a value in memory; what it says is borrowed from it.
    pub(crate) fn from_value(value: &'a Value) -> Node<'a> {
        Shape::Proposal.read(value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::shape::Shape;
    use super::{Node, Proposal};

    fn read(text: &str) -> Node<'static> {
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
        for ignored in [
            r#"{"unknown":1e999}"#,
            r#"{"title":[-1e999]}"#,
            r#"{"partners":[{"a":{"b":1e999}}]}"#,
            r#"{"months":{"a":[[1e999]]}}"#,
        ] {
            assert!(Proposal::from_json(ignored).is_err(), "{ignored}");
        }
    }

    #[test]
    fn a_large_whole_number_is_the_double_next_to_it() {
        assert_eq!(Shape::Value.read_json("9007199254740993"), Ok(Node::Number(9_007_199_254_740_992.0)));
    }
}
