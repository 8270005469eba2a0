//! What a rulebook lists, and so what its rules and the proposals to it may name.

use serde_json::{Map, Value};

pub const COUNTRIES: [&str; 8] = ["DE", "DE", "DK", "DK", "FR", "GR", "EL", "SE"];
pub const SIZES: [&str; 4] = ["micro", "small", "medium", "large"];
pub const ROLES: [&str; 4] = ["lead", "partner", "partner", "associated"];

pub struct Vocabulary {
    pub currency: String,
    /// With the `@` in front.
    pub groups: Vec<String>,
    /// The region codes that rules may name: of ISO 3166-2, of NUTS, or none.
    pub regions: Vec<&'static str>,
    pub types: Vec<String>,
    pub labels: Vec<String>,
    pub costs: Vec<String>,
    pub contributions: Vec<String>,
    pub strands: Vec<String>,
    pub questions: Vec<Question>,
}

#[derive(Clone)]
pub struct Question {
    pub name: String,
    pub of: String,
    pub kind: String,
    pub currency: Option<String>,
    pub choices: Vec<String>,
}

impl Vocabulary {
    /// What the tables of a rulebook list.
    pub fn of(rulebook: &Value, regions: Vec<&'static str>) -> Vocabulary {
        let questions = rulebook.get("questions").and_then(Value::as_object);
        Vocabulary {
            currency: text(&rulebook["currency"]),
            groups: keys(&rulebook["groups"]).iter().map(|name| format!("@{name}")).collect(),
            regions,
            types: keys(&rulebook["types"]),
            labels: keys(&rulebook["labels"]),
            costs: keys(&rulebook["costs"]),
            contributions: keys(&rulebook["contributions"]),
            strands: keys(&rulebook["strands"]),
            questions: questions.into_iter().flatten().map(|(name, question)| Question::of(name, question)).collect(),
        }
    }

    /// The questions to partners, or to the proposal, of these kinds.
    pub fn questions(&self, of: &str, kinds: &[&str]) -> Vec<Question> {
        let fits = |question: &&Question| question.of == of && kinds.contains(&question.kind.as_str());
        self.questions.iter().filter(fits).cloned().collect()
    }
}

impl Question {
    fn of(name: &str, question: &Value) -> Question {
        Question {
            name: name.to_owned(),
            of: text(&question["of"]),
            kind: text(&question["kind"]),
            currency: question["currency"].as_str().map(str::to_owned),
            choices: keys(&question["choices"]),
        }
    }

    /// The values that a bound or a filter may ask for.
    pub fn values(&self) -> Vec<Value> {
        match self.kind.as_str() {
            "boolean" => vec![Value::Bool(true), Value::Bool(false)],
            _ => self.choices.iter().map(|choice| Value::from(choice.as_str())).collect(),
        }
    }
}

fn keys(table: &Value) -> Vec<String> {
    table.as_object().map_or_else(Vec::new, |table: &Map<String, Value>| table.keys().cloned().collect())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
