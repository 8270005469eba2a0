//! Places in a text, and what is wrong there.

use std::collections::HashSet;
use std::ops::Range;

use callcheck::{Currency, JsonError, Problem};

use super::{members, pointer};

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

    /// Where a text stops being JSON that can be read.
    pub fn of_json_error(text: &str, JsonError { offset, length, is_beyond, message }: JsonError) -> Place {
        let message = if text.trim().is_empty() {
            "The text is empty.".to_owned()
        } else if is_beyond {
            format!("This cannot be read: {message}.")
        } else {
            format!("From here on it is no JSON: {message}.")
        };
        Place { offset, length, message, label: None }
    }
}

/// The bytes of the value that an RFC 6901 pointer leads to, or of the last value on the way.
pub fn pointer_range(text: &str, pointer: &str) -> Range<usize> {
    range(text, value_at(text, pointer))
}

/// The bytes of the key that a pointer ends with, or of what it leads to where no key stands there.
pub fn key_range(text: &str, pointer: &str) -> Range<usize> {
    let (above, step) = pointer.rsplit_once('/').unwrap_or_default();
    let step = pointer::steps(&format!("/{step}")).next();
    let member = members::of(value_at(text, above)).into_iter().rev().find(|member| Some(member.name()) == step);
    member.map_or_else(|| pointer_range(text, pointer), |member| range(text, member.key))
}

/// The bytes of what cannot be read of the options: a currency's code that is none is a key, all else is a value.
pub fn option_range(text: &str, pointer: &str) -> Range<usize> {
    let steps: Vec<String> = pointer::steps(pointer).collect();
    match steps.as_slice() {
        [.., units, code] if units == "units" && Currency::from_code(code).is_none() => key_range(text, pointer),
        _ => pointer_range(text, pointer),
    }
}

/// Every key that its object has already; not within the values whose pointers are passed over.
pub fn repeated_keys(text: &str, is_passed_over: &dyn Fn(&str) -> bool) -> Vec<Place> {
    let mut places = Vec::new();
    find_repeated(text, text.trim(), "", is_passed_over, &mut places);
    places
}

fn find_repeated(
    text: &str,
    value: &str,
    pointer: &str,
    is_passed_over: &dyn Fn(&str) -> bool,
    places: &mut Vec<Place>,
) {
    if is_passed_over(pointer) {
        return;
    }
    let mut names = HashSet::new();
    for member in members::of(value) {
        let name = member.name();
        let below = pointer::below(pointer, &name);
        find_repeated(text, member.value, &below, is_passed_over, places);
        let Range { start, end } = range(text, member.key);
        let message = format!("The key `{name}` stands twice in this object: keep one of the two.");
        if !names.insert(name) {
            places.push(Place { offset: start, length: end - start, message, label: Some(below) });
        }
    }
    for (index, item) in members::items(value).into_iter().enumerate() {
        find_repeated(text, item, &format!("{pointer}/{index}"), is_passed_over, places);
    }
}

/// Where a part of a text stands in it.
fn range(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start.saturating_add(part.len())
}

fn value_at<'t>(text: &'t str, pointer: &str) -> &'t str {
    let mut value = text.trim();
    for step in pointer::steps(pointer) {
        match member(value, &step) {
            Some(member) => value = member,
            None => break,
        }
    }
    value
}

/// The member of that key, of two the last, or the item of that index.
fn member<'t>(value: &'t str, step: &str) -> Option<&'t str> {
    let of_object = members::of(value).into_iter().rev().find(|member| member.name() == step);
    let of_list = || members::items(value).get(step.parse::<usize>().ok()?).copied();
    of_object.map(|member| member.value).or_else(of_list)
}

#[cfg(test)]
mod tests {
    use super::{key_range, pointer_range, repeated_keys};

    #[test]
    fn a_pointer_leads_to_its_value() {
        let text = " { \"base\": \"EUR\", \"units\": { \"D/K\": [1, 22] } } ";
        for (pointer, value) in
            [("/base", "\"EUR\""), ("/units/D~1K/1", "22"), ("/units/SEK", "{ \"D/K\": [1, 22] }"), ("", text.trim())]
        {
            assert_eq!(&text[pointer_range(text, pointer)], value);
        }
    }

    #[test]
    fn a_pointer_leads_to_its_key() {
        let text = r#"{ "units": { "D/K": 1, "\u0053EK": 2 }, "list": [3] }"#;
        for (pointer, key) in [
            ("/units/D~1K", "\"D/K\""),
            ("/units/SEK", "\"\\u0053EK\""),
            ("/units", "\"units\""),
            ("/list/0", "3"),
            ("", text),
        ] {
            assert_eq!(&text[key_range(text, pointer)], key, "{pointer}");
        }
    }

    #[test]
    fn keys_that_stand_twice_are_found_wherever_they_stand() {
        let text = r#"{ "a": [{ "b": 1, "\u0062": 2 }], "c": { "d": 1, "d": 2 }, "a": {}, "a": 1 }"#;
        let places = repeated_keys(text, &|pointer| pointer == "/c");
        let found: Vec<(&str, &str)> = places
            .iter()
            .map(|place| (place.label.as_deref().unwrap_or_default(), &text[place.offset..place.offset + place.length]))
            .collect();
        assert_eq!(found, [("/a/0/b", "\"\\u0062\""), ("/a", "\"a\""), ("/a", "\"a\"")]);
    }
}
