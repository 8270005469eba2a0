//! The words for what a report points at: fields, rules, codes.

use std::collections::HashMap;
use std::sync::Arc;

use callcheck::Sheet;
use callcheck::report::{Group, Severity};
use serde_json::Value;

use super::pointer;

/// The most letters that are shown of a value that cannot be read.
const SHOWN: usize = 60;

/// The words of one rulebook and one proposal.
#[derive(Debug)]
pub struct Names<'a> {
    rulebook: &'a Value,
    proposal: &'a Value,
    rules: Vec<Arc<str>>,
    titles: HashMap<Arc<str>, (Arc<str>, Severity)>,
}

impl<'a> Names<'a> {
    /// Takes its words from the rulebook as it was written, from its sheet, and from the proposal.
    pub fn new(rulebook: &'a Value, sheet: &Sheet, proposal: &'a Value) -> Names<'a> {
        let rules = sheet.rules.iter().map(|rule| rule.id.clone()).collect();
        let titles = sheet.rules.iter().map(|rule| (rule.id.clone(), (rule.title.clone(), rule.severity))).collect();
        Names { rulebook, proposal, rules, titles }
    }

    /// The title of the call.
    pub fn call(&self) -> &str {
        text(self.rulebook, "/title").unwrap_or_default()
    }

    /// The title of the proposal, where it has one.
    pub fn proposal(&self) -> Option<&str> {
        text(self.proposal, "/title").filter(|title| !title.is_empty())
    }

    /// The ids of all rules, in the rulebook's order.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|id| &**id)
    }

    /// The title of a rule; its id where the sheet has none.
    pub fn rule<'r>(&'r self, id: &'r str) -> &'r str {
        self.titles.get(id).map_or(id, |(title, _)| title)
    }

    /// Whether a rule is advice.
    pub fn is_advice(&self, id: &str) -> bool {
        matches!(self.titles.get(id), Some((_, Severity::Advice)))
    }

    /// Whom a finding speaks of.
    pub fn group(&self, group: Group) -> String {
        match group {
            Group::Country(of) => format!("Partners from {}", of.name()),
            Group::Partner(index) => self.partner(index),
        }
    }

    /// A partner's name, or its number, from 1.
    pub fn partner(&self, index: usize) -> String {
        match text(self.proposal, &format!("/partners/{index}/name")) {
            Some(name) if !name.trim().is_empty() => name.to_owned(),
            _ => format!("Partner {}", index.saturating_add(1)),
        }
    }

    /// The name of the field that an RFC 6901 pointer leads to: whose it is, and which.
    pub fn field(&self, pointer: &str) -> String {
        let steps: Vec<String> = pointer::steps(pointer).collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        match steps.as_slice() {
            [] => "Proposal".to_owned(),
            ["partners", index] => index.parse().map_or_else(|_| pointer.to_owned(), |index| self.partner(index)),
            ["partners", index, field @ ..] if index.parse::<usize>().is_ok() => {
                format!("{}: {}", self.partner(index.parse().unwrap_or_default()), self.own_field(field))
            }
            field => format!("Project: {}", self.own_field(field)),
        }
    }

    /// What stands at a pointer in the proposal, as JSON; nothing where it is the name that the call does not know.
    pub fn written(&self, pointer: &str) -> Option<String> {
        let steps: Vec<String> = pointer::steps(pointer).collect();
        if let [.., table @ ("costs" | "contributions"), key] = *steps.iter().map(String::as_str).collect::<Vec<_>>() {
            self.label(table, key)?;
        }
        let value = self.proposal.pointer(pointer)?;
        let written = value.to_string();
        Some(match written.char_indices().nth(SHOWN) {
            Some((cut, _)) => format!("{}…", written.get(..cut)?),
            None if is_number_as_text(value) && self.is_counted(&steps) => format!("{written}, in quotation marks"),
            None => written,
        })
    }

    /// Whether a number has to stand there; an amount may be a text.
    fn is_counted(&self, steps: &[String]) -> bool {
        match steps {
            [field] => field == "months",
            [.., answers, question] if answers == "answers" => {
                text(self.rulebook, &pointer::below(&pointer::below("/questions", question), "kind")) == Some("count")
            }
            _ => false,
        }
    }

    fn own_field(&self, steps: &[&str]) -> String {
        match steps {
            ["costs", key, ..] => format!("costs, {}", self.listed("costs", key)),
            ["contributions", key, ..] => {
                format!("contributions, {}", self.listed("contributions", key))
            }
            ["answers", question] => self.question(question).to_owned(),
            ["answers", question, entry] => {
                format!("{}, entry {}", self.question(question), ordinal(entry))
            }
            [field, entry] => format!("{}, entry {}", field_name(field), ordinal(entry)),
            [field, ..] => field_name(field).to_owned(),
            [] => String::new(),
        }
    }

    /// A code of a measure with what the rulebook calls it: `cluster (Cluster organisation)`.
    pub fn code(&self, measure: Option<&Value>, code: &str) -> String {
        let named = match measure {
            Some(Value::String(name)) if name == "type" => self.label("types", code),
            Some(Value::String(name)) if name == "labels" => self.label("labels", code),
            Some(Value::String(name)) if name == "strand" => self.label("strands", code),
            Some(Value::String(name)) if name == "country" => return self.place(code),
            Some(Value::String(name)) if name == "size" && code == "sme" => Some("micro, small or medium"),
            Some(Value::Object(measure)) => measure.get("answer").and_then(Value::as_str).and_then(|question| {
                self.rulebook.get("questions")?.get(question)?.get("choices")?.get(code)?.as_str()
            }),
            _ => None,
        };
        named.map_or_else(|| code.to_owned(), |name| format!("{code} ({name})"))
    }

    /// A country or region by its code; a group, which has its name for rules only, with those in it.
    fn place(&self, code: &str) -> String {
        let group = code.strip_prefix('@').and_then(|name| self.rulebook.get("groups")?.get(name));
        let areas = group.and_then(|group| group.get("areas").unwrap_or(group).as_array());
        let codes: Vec<&str> = areas.into_iter().flatten().filter_map(Value::as_str).collect();
        if codes.is_empty() { code.to_owned() } else { codes.join(", ") }
    }

    fn question<'n>(&'n self, id: &'n str) -> &'n str {
        let label = || self.rulebook.get("questions")?.get(id)?.get("label")?.as_str();
        label().unwrap_or(id)
    }

    fn listed<'n>(&'n self, table: &str, key: &'n str) -> &'n str {
        self.label(table, key).unwrap_or(key)
    }

    fn label(&self, table: &str, key: &str) -> Option<&str> {
        self.rulebook.get(table)?.get(key)?.as_str()
    }
}

fn text<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer).and_then(Value::as_str)
}

fn is_number_as_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<u64>().is_ok())
}

/// The place of an entry in a list, from 1.
fn ordinal(index: &str) -> String {
    index.parse().map_or_else(|_| index.to_owned(), |index: usize| index.saturating_add(1).to_string())
}

fn field_name(field: &str) -> &str {
    match field {
        "months" => "duration in months",
        "start" => "start date",
        "end" => "end date",
        "submitted" => "date of submission",
        "grant" => "requested grant",
        "type" => "type of organisation",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_field_has_a_name() {
        let rulebook = json!({
            "costs": { "staff": "Staff", "a/b": "Both" },
            "questions": { "smes": { "label": "SMEs taking part" } },
        });
        let proposal = json!({ "partners": [{ "name": "FoodNetwork" }, { "name": " " }] });
        let names = Names { rulebook: &rulebook, proposal: &proposal, rules: vec![], titles: HashMap::new() };
        for (pointer, name) in [
            ("", "Proposal"),
            ("/end", "Project: end date"),
            ("/grant", "Project: requested grant"),
            ("/costs/staff", "Project: costs, Staff"),
            ("/partners", "Project: partners"),
            ("/partners/0", "FoodNetwork"),
            ("/partners/1", "Partner 2"),
            ("/partners/2/type", "Partner 3: type of organisation"),
            ("/partners/0/grant", "FoodNetwork: requested grant"),
            ("/partners/0/costs", "FoodNetwork: costs"),
            ("/partners/0/costs/a~1b", "FoodNetwork: costs, Both"),
            ("/partners/0/costs/other", "FoodNetwork: costs, other"),
            ("/partners/0/answers/smes", "FoodNetwork: SMEs taking part"),
            ("/partners/0/answers/smes/1", "FoodNetwork: SMEs taking part, entry 2"),
            ("/partners/0/labels/1", "FoodNetwork: labels, entry 2"),
        ] {
            assert_eq!(names.field(pointer), name, "{pointer}");
        }
    }
}
