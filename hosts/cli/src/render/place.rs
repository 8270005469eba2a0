//! Places in a text, and what is wrong there.

use std::collections::HashMap;
use std::ops::Range;

use callcheck::Problem;
use serde_json::value::RawValue;

use super::pointer;

/// What is wrong with a text, and where.
#[derive(Debug, Clone)]
pub struct Place {
    /// The byte where it begins.
    pub offset: usize,
    /// How many bytes it spans.
    pub length: usize,
    /// What is wrong, and what would be right.
    pub message: String,
    /// What the underlined text is called.
    pub label: Option<String>,
}

impl Place {
    /// Where a rulebook has a problem.
    pub fn of_problem(problem: &Problem) -> Place {
        let label = (!problem.pointer.is_empty()).then(|| problem.pointer.clone());
        Place { offset: problem.offset, length: problem.length, message: problem.message.clone(), label }
    }

    /// Where a text stops being JSON.
    pub fn of_json_error(text: &str, error: &serde_json::Error) -> Place {
        let message = match text.trim().is_empty() {
            true => "The text is empty.".to_owned(),
            false => format!("From here on it is no JSON: {}.", json_reason(error)),
        };
        if error.is_eof() {
            return Place {
                offset: text.trim_end().len(),
                length: 0,
                message,
                label: Some("the text ends".to_owned()),
            };
        }
        let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        Place { offset: before.saturating_add(error.column().saturating_sub(1)), length: 1, message, label: None }
    }
}

/// What is wrong with a JSON text, without the place.
pub fn json_reason(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "the text ends too early".to_owned();
    }
    let reason = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    reason.strip_suffix(&place).unwrap_or(&reason).to_owned()
}

/// The bytes of the value that an RFC 6901 pointer leads to, or of the last value on the way.
pub fn pointer_range(text: &str, pointer: &str) -> Range<usize> {
    let mut value = text.trim();
    for step in pointer::steps(pointer) {
        match member(value, &step) {
            Some(member) => value = member,
            None => break,
        }
    }
    // A raw value is a part of the text that it was read from.
    let start = value.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start.saturating_add(value.len())
}

fn member<'t>(value: &'t str, step: &str) -> Option<&'t str> {
    let of_object = || serde_json::from_str::<HashMap<String, &RawValue>>(value).ok()?.remove(step);
    let of_array = || serde_json::from_str::<Vec<&RawValue>>(value).ok()?.get(step.parse::<usize>().ok()?).copied();
    of_object().or_else(of_array).map(RawValue::get)
}

#[cfg(test)]
mod tests {
    use super::pointer_range;

    #[test]
    fn a_pointer_leads_to_its_value() {
        let text = " { \"base\": \"EUR\", \"units\": { \"D/K\": [1, 22] } } ";
        for (pointer, value) in
            [("/base", "\"EUR\""), ("/units/D~1K/1", "22"), ("/units/SEK", "{ \"D/K\": [1, 22] }"), ("", text.trim())]
        {
            assert_eq!(&text[pointer_range(text, pointer)], value);
        }
    }
}
