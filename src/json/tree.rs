//! JSON text as a tree that knows where everything stands.

use std::ops::Range;

use super::JsonError;
use super::reader::{Reader, Scalar};
use super::writer::write_text;
use crate::value::{Decimal, by_code_unit, order};

/// Deeper than any rulebook's meaning reaches; a text beyond it is refused, not followed.
const MAX_DEPTH: usize = 64;

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
    pub(crate) fn read(text: &str) -> Result<Tree, JsonError> {
        Reader::new(text).whole(|reader| value(reader, 0))
    }

    /// The value without its places.
    pub(crate) fn to_value(&self) -> serde_json::Value {
        use serde_json::Value;
        match &self.json {
            Json::Null => Value::Null,
            Json::Number(number) => number.to_double().into(),
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

fn value(reader: &mut Reader<'_>, depth: usize) -> Result<Tree, JsonError> {
    let next = reader.next();
    let start = reader.at;
    let json = match next {
        Some(b'{' | b'[') if depth >= MAX_DEPTH => return Err(reader.beyond("nested more than 64 levels deep")),
        Some(b'{') => Json::Object(members(reader, depth)?),
        Some(b'[') => Json::List(items(reader, depth)?),
        _ => match reader.scalar()? {
            Scalar::Null => Json::Null,
            Scalar::Boolean(boolean) => Json::Boolean(boolean),
            Scalar::Number(number) => Json::Number(Decimal::of(number.text, number.double)),
            Scalar::Text(text) => Json::Text(text.into_owned()),
        },
    };
    Ok(Tree { span: start..reader.at, json })
}

fn items(reader: &mut Reader<'_>, depth: usize) -> Result<Vec<Tree>, JsonError> {
    let mut items = Vec::new();
    let mut continues = reader.begin(b']');
    while continues {
        items.push(value(reader, depth.saturating_add(1))?);
        continues = reader.continues(b']')?;
    }
    Ok(items)
}

fn members(reader: &mut Reader<'_>, depth: usize) -> Result<Vec<Member>, JsonError> {
    let mut members = Vec::new();
    let mut continues = reader.begin(b'}');
    while continues {
        members.push(member(reader, depth)?);
        continues = reader.continues(b'}')?;
    }
    Ok(members)
}

fn member(reader: &mut Reader<'_>, depth: usize) -> Result<Member, JsonError> {
    reader.next();
    let start = reader.at;
    let key = reader.key()?.into_owned();
    let key_span = start..reader.at;
    reader.colon()?;
    Ok(Member { key, key_span, value: value(reader, depth.saturating_add(1))? })
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

#[cfg(test)]
mod tests {
    use super::{Json, Tree};

    fn read(text: &str) -> Result<Tree, crate::JsonError> {
        Tree::read(text)
    }

    fn text(json: &str) -> Option<String> {
        match read(json).ok()?.json {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn everything_knows_where_it_stands() {
        let text = " { \"a\\\"b\" : [1, {\"c\":\"d\"}],\n \"a\\\"b\":2 }";
        let tree = read(text).expect("sound");
        let Json::Object(members) = &tree.json else { panic!("an object") };
        let places: Vec<(&str, &str, &str)> = members
            .iter()
            .map(|member| (member.key.as_str(), &text[member.key_span.clone()], &text[member.value.span.clone()]))
            .collect();
        assert_eq!(places, [("a\"b", "\"a\\\"b\"", "[1, {\"c\":\"d\"}]"), ("a\"b", "\"a\\\"b\"", "2")]);
    }

    #[test]
    fn escapes_are_characters() {
        assert_eq!(
            text(r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\uDBFF\uDFFFé""#).as_deref(),
            Some("\"\\/\u{8}\u{c}\n\r\té😀\u{10FFFF}é")
        );
        for half in [r#""\uD83D""#, r#""\uD83Dx""#, r#""\uD83D\u0041""#, r#""\uDE00""#, r#""\uD83D\n""#] {
            assert_eq!(text(half), None, "{half}");
        }
    }

    #[test]
    fn what_is_no_json_says_where() {
        let place = |text: &str| {
            let error = read(text).expect_err("unsound");
            error.offset..error.offset + error.length
        };
        assert_eq!(place("{\n  \"a\": tru }"), 12..13);
        assert_eq!(place("[1e999]"), 1..2);
        assert_eq!(place("[\"\\ud800\"]"), 3..4);
        assert_eq!(place(" {€"), 2..5);
        assert_eq!(place("[1,€"), 3..6);
        assert_eq!(place("[\"é"), 2..4);
        assert_eq!(place(""), 0..0);
        let deep = "[".repeat(100_000);
        assert_eq!(place(&deep), 64..65);
        assert_eq!(place(&format!("{deep}{}", "]".repeat(100_000))), 64..65);
    }

    /// Both refuse the same texts, and read the same from the others.
    #[test]
    fn it_reads_what_serde_json_reads() {
        let mut random = fastrand::Rng::with_seed(4);
        let parts = [
            "{", "}", "[", "]", ",", ":", " ", "\n", "\"", "\"a\"", "\"\\u00", "\\", "\u{1}", "\t", "é", "null",
            "true", "fals", "e", "0", "1", "-", "1.5", ".", "E+3", "01", "\"b\":", "1e400",
        ];
        let mut sound = 0;
        for _ in 0..60_000 {
            let text: String = (0..random.usize(1..9)).map(|_| parts[random.usize(..parts.len())]).collect();
            let expected: Option<serde_json::Value> = serde_json::from_str(&text).ok();
            let found = read(&text).ok();
            let expected = expected.map(|value| serde_json_canonicalizer::to_string(&value).expect("it has a form"));
            assert_eq!(found.as_ref().map(Tree::canonical), expected, "{text:?}");
            sound += usize::from(found.is_some());
        }
        assert!(sound > 500, "only {sound} are sound");
    }

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
