//! The schema of a proposal: the fields of the format, with one rulebook's names filled in.

use serde_json::{Map, Value, json};

use super::{countries, currencies, fill, parsed};
use crate::rulebook::Rulebook;
use crate::rulebook::model::{Asked, Names, Question, QuestionKind, Vocabulary};

pub(super) fn schema(rulebook: &Rulebook) -> Value {
    let mut schema = parsed(include_str!("proposal.schema.json"));
    fill(&mut schema, "", "$id", json!(format!("urn:callcheck:proposal:{}:{}", rulebook.id(), rulebook.digest())));
    fill(&mut schema, "", "title", json!(format!("Proposal to {}", rulebook.title())));
    fill(&mut schema, "/properties/currency", "default", json!(rulebook.model.currency));
    for (name, definition) in definitions(&rulebook.model.vocabulary) {
        fill(&mut schema, "/$defs", name, definition);
    }
    schema
}

fn definitions(vocabulary: &Vocabulary) -> [(&'static str, Value); 9] {
    [
        ("currency", or_not_given(json!({ "description": "ISO 4217 code.", "enum": currencies() }))),
        (
            "country",
            or_not_given(
                json!({ "description": "ISO 3166-1 alpha-2 code; EL and UK are read as GR and GB.", "enum": countries() }),
            ),
        ),
        ("strand", choice(&vocabulary.strands)),
        ("type", choice(&vocabulary.types)),
        ("labels", choices(&vocabulary.labels)),
        ("costs", amounts(&vocabulary.costs)),
        ("contributions", amounts(&vocabulary.contributions)),
        ("answersOfProposal", answers(vocabulary, Asked::Proposal)),
        ("answersOfPartner", answers(vocabulary, Asked::Partner)),
    ]
}

fn or_not_given(given: Value) -> Value {
    json!({ "anyOf": [given, not_given()] })
}

fn not_given() -> Value {
    json!({ "$ref": "#/$defs/notGiven" })
}

/// One of the names, each with its title.
fn choice(names: &Names) -> Value {
    let name = |index| json!({ "const": names.name(index), "title": names.title(index) });
    let options: Vec<Value> = (0..names.len()).map(name).chain([not_given()]).collect();
    json!({ "oneOf": options })
}

fn choices(names: &Names) -> Value {
    or_not_given(json!({ "type": "array", "items": choice(names) }))
}

/// An amount for each key.
fn amounts(names: &Names) -> Value {
    let amount =
        |index| (names.name(index).to_owned(), json!({ "$ref": "#/$defs/amount", "title": names.title(index) }));
    table((0..names.len()).map(amount).collect())
}

fn answers(vocabulary: &Vocabulary, asked: Asked) -> Value {
    let questions = vocabulary.questions.iter().filter(|question| question.of == asked);
    table(questions.map(|question| (question.name.clone(), answer(question))).collect())
}

fn answer(question: &Question) -> Value {
    let (mut schema, description) = match &question.kind {
        QuestionKind::Count => (json!({ "$ref": "#/$defs/whole" }), "A whole number of 0 or more.".to_owned()),
        QuestionKind::Money(Some(currency)) => {
            (json!({ "$ref": "#/$defs/amount" }), format!("An amount in {currency}."))
        }
        QuestionKind::Money(None) => {
            (json!({ "$ref": "#/$defs/amount" }), "An amount, in the currency of the other amounts.".to_owned())
        }
        QuestionKind::Boolean => (json!({ "$ref": "#/$defs/boolean" }), "Yes (true) or no (false).".to_owned()),
        QuestionKind::Choice(names) => (choice(names), "One of these.".to_owned()),
        QuestionKind::Choices(names) => (choices(names), "A list of these.".to_owned()),
    };
    fill(&mut schema, "", "title", json!(question.label));
    fill(&mut schema, "", "description", json!(description));
    schema
}

/// An object of these keys; of any other nothing may be given.
fn table(properties: Map<String, Value>) -> Value {
    or_not_given(json!({ "type": "object", "properties": properties, "additionalProperties": not_given() }))
}
