//! The members of a JSON object as they stand in its text, a key that stands twice twice.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A key and its value, both parts of the text.
pub struct Member<'t> {
    /// The key as it is written, in its quotes.
    pub key: &'t str,
    /// What stands behind it.
    pub value: &'t str,
}

impl Member<'_> {
    /// The key as it is read.
    pub fn name(&self) -> String {
        serde_json::from_str(self.key).unwrap_or_default()
    }
}

/// In the text's order; none where the value is no object.
pub fn of(value: &str) -> Vec<Member<'_>> {
    let object = value.starts_with('{').then(|| serde_json::from_str(value).ok()).flatten();
    object.map_or_else(Vec::new, |Members(members)| members)
}

/// The items of a list; none where the value is none.
pub fn items(value: &str) -> Vec<&str> {
    let list = value.starts_with('[').then(|| serde_json::from_str::<Vec<&RawValue>>(value).ok()).flatten();
    list.unwrap_or_default().into_iter().map(RawValue::get).collect()
}

struct Members<'t>(Vec<Member<'t>>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Members<'t>, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'t> Visitor<'t> for InOrder {
    type Value = Members<'t>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
        let mut members = Vec::new();
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            members.push(Member { key: key.get(), value: value.get() });
        }
        Ok(Members(members))
    }
}
