//! A rulebook's JSON text as a tree that knows where everything stands.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

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
    Number(f64),
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

/// A text that is no JSON, and where.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) offset: usize,
    pub(crate) message: String,
}

impl Tree {
    pub(crate) fn parse(text: &str) -> Result<Tree, SyntaxError> {
        let raw: &RawValue = serde_json::from_str(text).map_err(|error| SyntaxError::at_position(text, &error))?;
        Reader { text }.value(raw.get(), 0)
    }

    /// The value without its places.
    pub(crate) fn to_value(&self) -> serde_json::Value {
        use serde_json::Value;
        match &self.json {
            Json::Null => Value::Null,
            Json::Boolean(boolean) => Value::Bool(*boolean),
            Json::Number(number) => number_value(*number),
            Json::Text(text) => Value::String(text.clone()),
            Json::List(items) => items.iter().map(Tree::to_value).collect(),
            Json::Object(members) => {
                Value::Object(members.iter().map(|member| (member.key.clone(), member.value.to_value())).collect())
            }
        }
    }
}

/// A whole number as one, so that it is shown without a fraction.
fn number_value(number: f64) -> serde_json::Value {
    let text = number.to_string();
    text.parse::<i64>().map_or_else(|_| serde_json::Value::from(number), serde_json::Value::from)
}

impl SyntaxError {
    fn at_position(text: &str, error: &serde_json::Error) -> SyntaxError {
        let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let offset = line_start.saturating_add(error.column().saturating_sub(1)).min(text.len());
        SyntaxError { offset, message: reason(error) }
    }
}

/// The parser's reason in plain words, without the place it appends.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.rfind(" at line ").and_then(|end| text.get(..end)).unwrap_or(&text);
    match reason {
        "trailing comma" => "a comma stands behind the last item: take it out".to_owned(),
        "trailing characters" => "something stands behind the end: take it out".to_owned(),
        "key must be a string" => "a key stands in double quotes".to_owned(),
        "expected ident" => "expected `true`, `false` or `null`".to_owned(),
        _ => reason.replace("EOF while parsing", "the text ends inside").replace("invalid", "unreadable"),
    }
}

struct Reader<'t> {
    text: &'t str,
}

impl<'t> Reader<'t> {
    /// `slice` is a part of the text, so its address tells its place.
    fn offset(&self, slice: &str) -> usize {
        slice.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    fn value(&self, slice: &'t str, depth: usize) -> Result<Tree, SyntaxError> {
        let start = self.offset(slice);
        if depth > MAX_DEPTH {
            return Err(SyntaxError { offset: start, message: format!("nested more than {MAX_DEPTH} levels deep") });
        }
        let json = match slice.bytes().next() {
            Some(b'n') => Json::Null,
            Some(b't' | b'f') => Json::Boolean(slice == "true"),
            Some(b'"') => Json::Text(self.leaf(slice)?),
            Some(b'[') => Json::List(self.list(slice, depth)?),
            Some(b'{') => Json::Object(self.object(slice, depth)?),
            _ => Json::Number(self.leaf(slice)?),
        };
        Ok(Tree { span: start..start.saturating_add(slice.len()), json })
    }

    fn leaf<T: serde::de::DeserializeOwned>(&self, slice: &str) -> Result<T, SyntaxError> {
        serde_json::from_str(slice).map_err(|error| self.error(slice, &error))
    }

    fn error(&self, slice: &str, error: &serde_json::Error) -> SyntaxError {
        SyntaxError { offset: self.offset(slice), message: reason(error) }
    }

    fn list(&self, slice: &'t str, depth: usize) -> Result<Vec<Tree>, SyntaxError> {
        let items = serde_json::Deserializer::from_str(slice)
            .deserialize_seq(Items)
            .map_err(|error| self.error(slice, &error))?;
        items.into_iter().map(|item| self.value(item.get(), depth.saturating_add(1))).collect()
    }

    fn object(&self, slice: &'t str, depth: usize) -> Result<Vec<Member>, SyntaxError> {
        let entries = serde_json::Deserializer::from_str(slice)
            .deserialize_map(Entries)
            .map_err(|error| self.error(slice, &error))?;
        let mut from = self.offset(slice).saturating_add(1);
        let mut members = Vec::with_capacity(entries.len());
        for (key, raw) in entries {
            let value = self.value(raw.get(), depth.saturating_add(1))?;
            let key_span = self.key_span(from, value.span.start);
            from = value.span.end;
            members.push(Member { key, key_span, value });
        }
        Ok(members)
    }

    /// The key is what stands in quotes between the member before and the value.
    fn key_span(&self, from: usize, value_start: usize) -> Range<usize> {
        let between = self.text.get(from..value_start).unwrap_or("");
        let start = between.find('"').unwrap_or(0);
        let end = between.rfind('"').map_or(between.len(), |quote| quote.saturating_add(1));
        from.saturating_add(start)..from.saturating_add(end)
    }
}

struct Items;

impl<'de> Visitor<'de> for Items {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, Tree};

    #[test]
    fn everything_knows_where_it_stands() {
        let text = " { \"a\\\"b\" : [1, {\"c\":\"d\"}],\n \"a\\\"b\":2 }";
        let tree = Tree::parse(text).expect("sound");
        let Json::Object(members) = &tree.json else { panic!("an object") };
        let places: Vec<(&str, &str, &str)> = members
            .iter()
            .map(|member| (member.key.as_str(), &text[member.key_span.clone()], &text[member.value.span.clone()]))
            .collect();
        assert_eq!(places, [("a\"b", "\"a\\\"b\"", "[1, {\"c\":\"d\"}]"), ("a\"b", "\"a\\\"b\"", "2")]);
    }

    #[test]
    fn what_is_no_json_says_where() {
        let offset = |text: &str| Tree::parse(text).expect_err("unsound").offset;
        assert_eq!(offset("{\n  \"a\": tru }"), 12);
        assert_eq!(offset("[1e999]"), 1);
        assert_eq!(offset("[\"\\ud800\"]"), 1);
        let deep = "[".repeat(100_000);
        assert!(Tree::parse(&deep).is_err());
        assert!(Tree::parse(&format!("{deep}{}", "]".repeat(100_000))).is_err());
    }
}
