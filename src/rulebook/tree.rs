//! A rulebook's JSON text as a tree that knows where everything stands.

use std::ops::Range;

use crate::value::{Decimal, by_code_unit, order};

/// A JSON value and the bytes of the text it stands on.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) span: Range<usize>,
    pub(crate) json: Json,
}

#[derive(Debug)]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    Number(Decimal),
    Text(String),
    List(Vec<Tree>),
    /// In the text's order, a key that stands twice twice.
    Object(Vec<Member>),
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_span: Range<usize>,
    pub(crate) value: Tree,
}

impl Tree {
    /// The value without its places. A measure is made of names alone: a number has no place in it.
    pub(crate) fn to_value(&self) -> serde_json::Value {
        use serde_json::Value;
        match &self.json {
            Json::Null | Json::Number(_) => Value::Null,
            Json::Boolean(boolean) => Value::Bool(*boolean),
            Json::Text(text) => Value::String(text.clone()),
            Json::List(items) => Value::Array(items.iter().map(Tree::to_value).collect()),
            Json::Object(members) => {
                let mut object = serde_json::Map::new();
                for member in members {
                    object.insert(member.key.clone(), member.value.to_value());
                }
                Value::Object(object)
            }
        }
    }

    /// Its RFC 8785 form: equal for equal values, however they are written.
    pub(crate) fn canonical(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, to: &mut String) {
        match &self.json {
            Json::Null => to.push_str("null"),
            Json::Boolean(boolean) => to.push_str(if *boolean { "true" } else { "false" }),
            Json::Number(number) => to.push_str(&number.ecmascript()),
            Json::Text(text) => write_text(text, to),
            Json::List(items) => {
                to.push('[');
                for (index, item) in items.iter().enumerate() {
                    separate(index, to);
                    item.write(to);
                }
                to.push(']');
            }
            Json::Object(members) => write_members(members, to),
        }
    }
}

/// In the order of the keys' UTF-16 code units.
fn write_members(members: &[Member], to: &mut String) {
    to.push('{');
    let sorted = order(members, &|a, b| by_code_unit(&a.key, &b.key));
    for (index, member) in sorted.into_iter().filter_map(|index| members.get(index)).enumerate() {
        separate(index, to);
        write_text(&member.key, to);
        to.push(':');
        member.value.write(to);
    }
    to.push('}');
}

fn separate(index: usize, to: &mut String) {
    if index > 0 {
        to.push(',');
    }
}

fn write_text(text: &str, to: &mut String) {
    to.push('"');
    for character in text.chars() {
        match character {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\u{8}' => to.push_str("\\b"),
            '\u{c}' => to.push_str("\\f"),
            '\n' => to.push_str("\\n"),
            '\r' => to.push_str("\\r"),
            '\t' => to.push_str("\\t"),
            '\0'..='\u{1f}' => to.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => to.push(character),
        }
    }
    to.push('"');
}

#[cfg(test)]
mod tests {
    use crate::rulebook::json::read;

    #[test]
    fn equal_values_have_one_form() {
        let form = |text: &str| read(text).map(|tree| tree.canonical()).ok();
        assert_eq!(
            form("{ \"b\" : [1.0, true, null],\n\"\\u0061\" : \"\\u00e9\\/\\u0007\\u001F\" }").as_deref(),
            Some("{\"a\":\"é/\\u0007\\u001f\",\"b\":[1,true,null]}")
        );
    }

    /// The independent implementation that the digest was first made by.
    #[test]
    fn the_form_is_that_of_rfc_8785() {
        let texts = [
            include_str!("../../rulebooks/innovation-express.json"),
            include_str!("../../rulebooks/innovation-express-2013.json"),
            r#"{"😀":[1e21,1E-7,-0,0.1,9007199254740993,5e-324],"\ue000":{"\u0000":"\"\\\b\f\n\r\t\u007f","":[],"x":{}}}"#,
        ];
        for text in texts {
            let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
            let expected = serde_json_canonicalizer::to_string(&value).expect("it has a form");
            assert_eq!(read(text).map(|tree| tree.canonical()).ok(), Some(expected));
        }
    }
}
