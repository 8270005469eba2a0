//! Reading what stands at a place of a proposal, from JSON text or from a `serde_json::Value`.
//!
//! Only the format's own fields are kept, and no value is followed deeper than its place has meaning,
//! so that no input is too deep or too tangled to be read.

use std::borrow::Cow;

use serde_json::Value;

use super::node::{Fields, Node};
use super::shape::Shape;
use crate::json::{JsonError, Reader, Scalar};

impl Shape {
    /// Reads a value in memory; any is taken. What it says is borrowed from it.
    pub(super) fn read(self, value: &Value) -> Node<'_> {
        match value {
            Value::Null => Node::Absent,
            Value::Bool(boolean) => Node::Boolean(*boolean),
            Value::Number(number) => number.as_f64().map_or(Node::Unreadable, Node::Number),
            Value::String(text) => Node::of_text(Cow::Borrowed(text)),
            Value::Array(items) => match self.of_item() {
                Some(item) => Node::List(items.iter().map(|value| item.read(value)).collect()),
                None => Node::Unreadable,
            },
            Value::Object(members) if self.takes_object() => {
                let known = members.iter().filter_map(|(key, value)| Some((self.key(key.into())?, value)));
                let fields = known.map(|((key, shape), value)| (key, shape.read(value)));
                Node::Object(Fields::from_written(fields.collect()))
            }
            Value::Object(_) => Node::Unreadable,
        }
    }

    /// Reads a JSON text; what it says is borrowed from it.
    pub(super) fn read_json(self, text: &str) -> Result<Node<'_>, JsonError> {
        Reader::new(text).whole(|reader| self.read_next(reader))
    }

    fn read_next<'t>(self, reader: &mut Reader<'t>) -> Result<Node<'t>, JsonError> {
        match (reader.next(), self.of_item()) {
            (Some(b'['), Some(item)) => item.read_list(reader),
            (Some(b'{'), _) if self.takes_object() => self.read_object(reader),
            (Some(b'[' | b'{'), _) => reader.pass_value().map(|()| Node::Unreadable),
            _ => reader.scalar().map(Node::of_scalar),
        }
    }

    fn read_list<'t>(self, reader: &mut Reader<'t>) -> Result<Node<'t>, JsonError> {
        let mut items = Vec::new();
        let mut continues = reader.begin(b']');
        while continues {
            items.push(self.read_next(reader)?);
            continues = reader.continues(b']')?;
        }
        Ok(Node::List(items))
    }

    fn read_object<'t>(self, reader: &mut Reader<'t>) -> Result<Node<'t>, JsonError> {
        let mut fields = Vec::new();
        let mut continues = reader.begin(b'}');
        while continues {
            match self.key(reader.key_and_colon()?) {
                Some((key, shape)) => fields.push((key, shape.read_next(reader)?)),
                None => reader.pass_value()?,
            }
            continues = reader.continues(b'}')?;
        }
        Ok(Node::Object(Fields::from_written(fields)))
    }
}

impl<'t> Node<'t> {
    fn of_scalar(scalar: Scalar<'t>) -> Node<'t> {
        match scalar {
            Scalar::Null => Node::Absent,
            Scalar::Boolean(boolean) => Node::Boolean(boolean),
            Scalar::Number(number) => Node::Number(number.double),
            Scalar::Text(text) => Node::of_text(text),
        }
    }

    fn of_text(text: Cow<'t, str>) -> Node<'t> {
        if text.is_empty() { Node::Absent } else { Node::Text(text) }
    }
}
