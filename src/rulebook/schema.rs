//! JSON Schema 2020-12 of a rulebook and of a proposal to it.

use serde_json::Value;

use super::Rulebook;

/// The JSON Schema 2020-12 of a rulebook.
pub fn rulebook_schema() -> Value {
    Value::Bool(true)
}

impl Rulebook {
    /// The JSON Schema 2020-12 of a proposal to this call.
    pub fn proposal_schema(&self) -> Value {
        Value::Bool(true)
    }
}
