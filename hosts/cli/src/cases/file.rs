//! A file of cases, read strictly: what is misspelt would otherwise expect nothing.

use std::ops::Range;

use callcheck::{Options, OptionsError, Rulebook};
use serde_json::{Map, Value};

use super::expectation::{Form, is_empty};
use super::misspelt::unknown_key;
use super::vain::{self, Vain};
use crate::failure::Failure;
use crate::render::place::{Place, key_range, option_range, pointer_range, repeated_keys};
use crate::render::pointer;
use crate::text::Text;

const FILE_KEYS: [&str; 4] = ["feature", "rulebook", "note", "cases"];
const CASE_KEYS: [&str; 5] = ["name", "note", "proposal", "options", "expect"];
const OPTION_KEYS: [&str; 2] = ["draft", "exchange"];

/// What a file of cases holds, for whoever wrote another thing.
const FORM: &str = "A case is written { \"name\": …, \"proposal\": { … }, \"expect\": { \"verdict\": … } }, and stands in the list `cases`.";

/// One proposal, and what its report must hold.
pub struct Case {
    pub name: String,
    pub proposal: Value,
    pub options: Options,
    pub expect: Map<String, Value>,
}

/// Reads all cases, or lists every place that cannot be read.
pub fn read(text: Text, rulebook: &Rulebook) -> Result<Vec<Case>, Failure> {
    let Ok(value) = serde_json::from_str(&text.content) else { return Err(Failure::no_json(text, FORM)) };
    let places = repeated_keys(&text.content, &is_proposal);
    let mut reader = Reader { text: &text.content, rulebook: &rulebook.to_value(), places };
    let cases = reader.file(&value, rulebook.id());
    if reader.places.is_empty() {
        return Ok(cases);
    }
    let mut places = reader.places;
    places.sort_by_key(|place| place.offset);
    let closing = format!("{} cannot be used, and no case was judged. {FORM}", text.name);
    Err(Failure::Places { text, places, closing })
}

/// A proposal may have a key twice: the last counts, as in any other.
fn is_proposal(pointer: &str) -> bool {
    let steps: Vec<String> = pointer::steps(pointer).collect();
    matches!(steps.as_slice(), [cases, _, proposal] if cases == "cases" && proposal == "proposal")
}

struct Reader<'t> {
    text: &'t str,
    /// What the cases are judged by, for its names.
    rulebook: &'t Value,
    places: Vec<Place>,
}

impl Reader<'_> {
    fn file(&mut self, value: &Value, rulebook: &str) -> Vec<Case> {
        let Some(file) = self.object("", value, &FILE_KEYS) else { return Vec::new() };
        self.same_rulebook(file.get("rulebook"), rulebook);
        match file.get("cases").map(Value::as_array) {
            None => self.complain("", "This file has no list `cases`."),
            Some(None) => self.complain("/cases", "`cases` is a list."),
            Some(Some(cases)) if cases.is_empty() => self.complain("/cases", "There is no case in this list."),
            Some(Some(cases)) => {
                let numbered = cases.iter().enumerate();
                return numbered.filter_map(|(index, case)| self.case(&format!("/cases/{index}"), case)).collect();
            }
        }
        Vec::new()
    }

    /// Cases that name their rulebook are judged by no other.
    fn same_rulebook(&mut self, named: Option<&Value>, rulebook: &str) {
        let id = named.and_then(|named| named.get("id").unwrap_or(named).as_str());
        if let Some(id) = id.filter(|id| *id != rulebook) {
            self.complain("/rulebook", format!("These are the cases of `{id}`, and the rulebook is `{rulebook}`."));
        }
    }

    fn case(&mut self, pointer: &str, value: &Value) -> Option<Case> {
        let case = self.object(pointer, value, &CASE_KEYS)?;
        let name = case.get("name").and_then(Value::as_str).filter(|name| !name.is_empty());
        if name.is_none() {
            self.complain(pointer, "A case needs a `name` that says what it shows.");
        }
        if !case.contains_key("proposal") {
            self.complain(pointer, "A case needs a `proposal`.");
        }
        let options = self.options(&format!("{pointer}/options"), case.get("options"));
        let is_misspelt = case.keys().any(|key| !CASE_KEYS.contains(&key.as_str()));
        if !case.contains_key("expect") && !is_misspelt {
            self.complain(pointer, "A case needs an `expect`: say at least the verdict.");
        }
        let expect = case.get("expect").and_then(|expect| self.expect(&format!("{pointer}/expect"), expect));
        Some(Case {
            name: name?.to_owned(),
            proposal: case.get("proposal")?.clone(),
            options: options?,
            expect: expect?,
        })
    }

    fn options(&mut self, pointer: &str, value: Option<&Value>) -> Option<Options> {
        let value = value.unwrap_or(&Value::Null);
        if !value.is_null() {
            self.object(pointer, value, &OPTION_KEYS)?;
        }
        let options = Options::from_value(value);
        options.map_err(|error| self.complain_of_options(pointer, &error)).ok()
    }

    fn expect(&mut self, pointer: &str, value: &Value) -> Option<Map<String, Value>> {
        let expect = self.object(pointer, value, &Form::KEYS)?;
        for (key, value) in expect {
            if let Some(form) = Form::of(key).filter(|form| !form.fits(value)) {
                self.complain(&format!("{pointer}/{key}"), format!("`{key}` is {}.", form.words()));
            }
        }
        if is_empty(expect) {
            self.complain(pointer, "This expects nothing, so it shows nothing: say at least the verdict.");
        }
        for Vain { pointer: below, message } in vain::all(expect, self.rulebook) {
            self.complain(&format!("{pointer}{below}"), message);
        }
        Some(expect.clone())
    }

    /// An object that has no other keys than these.
    fn object<'v>(&mut self, pointer: &str, value: &'v Value, known: &[&str]) -> Option<&'v Map<String, Value>> {
        let Some(object) = value.as_object() else {
            self.complain(pointer, "An object, { … }, stands here.");
            return None;
        };
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            let pointer = pointer::below(pointer, key);
            self.place(key_range(self.text, &pointer), &pointer, unknown_key(key, known));
        }
        Some(object)
    }

    fn complain_of_options(&mut self, pointer: &str, error: &OptionsError) {
        let pointer = format!("{pointer}{}", error.path);
        self.place(option_range(self.text, &pointer), &pointer, sentence(&error.message));
    }

    fn complain(&mut self, pointer: &str, message: impl Into<String>) {
        self.place(pointer_range(self.text, pointer), pointer, message);
    }

    fn place(&mut self, range: Range<usize>, pointer: &str, message: impl Into<String>) {
        let label = (!pointer.is_empty()).then(|| pointer.to_owned());
        self.places.push(Place { offset: range.start, length: range.len(), message: message.into(), label });
    }
}

/// The core's reason, as a sentence.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let capital = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    // What was probably meant is asked.
    if capital.ends_with('?') { capital } else { capital + "." }
}
