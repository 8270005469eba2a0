//! What a finding measured, for the verb of its sentence.

use serde_json::Value;

use crate::rulebook::model::DateField;

/// What was measured.
#[derive(Clone, Copy)]
pub(super) enum Quantity<'a> {
    Grant,
    Cost,
    Contribution,
    Partners,
    Countries,
    Months,
    Date(DateField),
    Answer(&'a str),
    Attribute(&'a str),
}

impl<'a> Quantity<'a> {
    /// By the measure as the rulebook writes it.
    pub(super) fn of(measure: Option<&'a Value>) -> Quantity<'a> {
        let Some(name) = measure.and_then(Value::as_str) else { return Quantity::of_keys(measure) };
        match name {
            "grant" => Quantity::Grant,
            "cost" => Quantity::Cost,
            "contribution" => Quantity::Contribution,
            "partners" => Quantity::Partners,
            "countries" => Quantity::Countries,
            "months" => Quantity::Months,
            "start" => Quantity::Date(DateField::Start),
            "end" => Quantity::Date(DateField::End),
            "submitted" => Quantity::Date(DateField::Submitted),
            other => Quantity::Attribute(other),
        }
    }

    fn of_keys(measure: Option<&'a Value>) -> Quantity<'a> {
        let field = |key| measure.and_then(|measure| measure.get(key));
        match (field("answer").and_then(Value::as_str), field("cost")) {
            (Some(question), _) => Quantity::Answer(question),
            (None, Some(_)) => Quantity::Cost,
            (None, None) => Quantity::Contribution,
        }
    }
}
