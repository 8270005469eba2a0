//! JSON Schema 2020-12 of a rulebook and of a proposal to it.
//!
//! What no rulebook changes is written in the two files beside this one; codes and a rulebook's
//! own names are filled in.

mod proposal;

use serde_json::{Value, json};

use super::Rulebook;
use crate::value::{Country, Currency};

/// The JSON Schema 2020-12 of a rulebook.
///
/// What it refuses loading refuses, too; what hangs on names and numbers together only loading tells.
///
/// ```
/// let schema = callcheck::rulebook_schema();
/// assert_eq!(schema["$id"], "urn:callcheck:rulebook:1");
/// ```
pub fn rulebook_schema() -> Value {
    let mut schema = parsed(include_str!("rulebook.schema.json"));
    fill(&mut schema, "/$defs/currency", "enum", json!(currencies()));
    fill(&mut schema, "/$defs/country", "enum", json!(countries()));
    schema
}

impl Rulebook {
    /// The JSON Schema 2020-12 of a proposal to this call: its types, labels, strands, costs,
    /// contributions and questions by name, with their titles.
    ///
    /// ```
    /// let rulebook = callcheck::embedded::rulebook("innovation-express-2013").ok_or("not shipped")?;
    /// assert_eq!(rulebook.proposal_schema()["title"], "Proposal to Innovation Express 2013");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn proposal_schema(&self) -> Value {
        proposal::schema(self)
    }
}

/// One of the files beside this one; a test shows that each can be read.
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Adds a keyword to the schema at that place.
fn fill(schema: &mut Value, pointer: &str, key: &str, value: Value) {
    if let Some(Value::Object(place)) = schema.pointer_mut(pointer) {
        place.insert(key.to_owned(), value);
    }
}

/// Every code of a currency, by asking for each that could be one.
fn currencies() -> Vec<String> {
    let pairs = two_letters();
    let codes = pairs.iter().flat_map(|pair| ('A'..='Z').map(move |letter| format!("{pair}{letter}")));
    codes.filter(|code| Currency::from_code(code).is_some()).collect()
}

/// Every code that is read as a country, `EL` and `UK` among them.
fn countries() -> Vec<String> {
    two_letters().into_iter().filter(|code| Country::from_code(code).is_some()).collect()
}

fn two_letters() -> Vec<String> {
    ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::{countries, currencies};

    #[test]
    fn all_codes_are_found() {
        assert_eq!(countries().len(), 252, "ISO 3166-1, XK, EL and UK");
        let listed =
            include_str!("../../../tests/data/currencies.tsv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(currencies().len(), listed);
    }
}
