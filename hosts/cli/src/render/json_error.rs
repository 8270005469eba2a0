//! Why a JSON text cannot be read, in the words in which the core refuses that of a rulebook.

use serde_json::Error;

/// What the reader says, and the words for it.
const WORDS: [(&str, &str); 10] = [
    ("expected ident", "expected `true`, `false` or `null`"),
    ("expected value", "expected a value"),
    ("key must be a string", "expected a key in double quotes"),
    ("trailing comma", "a comma stands behind the last item: take it out"),
    ("trailing characters", "something stands behind the end: take it out"),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        "a control character stands in a text: write it as an escape",
    ),
    ("invalid escape", "no such escape"),
    ("invalid number", "expected a digit"),
    ("lone leading surrogate in hex escape", "half a character is escaped"),
    ("unexpected end of hex escape", "half a character is escaped"),
];

/// What is JSON, and beyond what can be read.
const BEYOND: [(&str, &str); 2] = [
    ("number out of range", "the number is out of range: none here has more than 15 digits before the point"),
    ("recursion limit exceeded", "nested too deep to be read"),
];

/// What is wrong with a text, without the place.
pub fn reason(error: &Error) -> String {
    if error.is_eof() {
        return "the text ends too early".to_owned();
    }
    let said = said(error);
    let words = WORDS.iter().chain(&BEYOND).find(|(reader, _)| *reader == said);
    words.map_or(said, |(_, words)| (*words).to_owned())
}

/// Whether the text is no JSON, rather than JSON that is beyond what can be read.
pub fn is_of_syntax(error: &Error) -> bool {
    !BEYOND.iter().any(|(reader, _)| *reader == said(error))
}

/// What the reader says, without the place.
fn said(error: &Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    said.strip_suffix(&place).unwrap_or(&said).to_owned()
}

#[cfg(test)]
mod tests {
    use callcheck::Rulebook;
    use serde_json::Value;

    use super::{is_of_syntax, reason};

    fn error(text: &str) -> serde_json::Error {
        serde_json::from_str::<Value>(text).expect_err("it cannot be read")
    }

    #[test]
    fn a_proposal_is_refused_in_the_words_in_which_a_rulebook_is() {
        for text in [
            "{",
            "nope ",
            "[tru ]",
            "[?]",
            "{1: 2}",
            "{\"a\" 1}",
            "{\"a\": 1 \"b\": 2}",
            "[1 2]",
            "[1,]",
            "{\"a\": 1,}",
            "{}{}",
            "[\"\n\"]",
            "[\"\\x\"]",
            "[-a]",
            "[1.]",
            "[\"\\ud800\"]",
            "[\"\\ud800x\"]",
        ] {
            let refused = Rulebook::from_json(text).expect_err("it is no JSON");
            assert_eq!(refused.problems[0].message, format!("this is no JSON: {}", reason(&error(text))), "{text}");
            assert!(is_of_syntax(&error(text)), "{text}");
        }
    }

    #[test]
    fn what_is_json_is_not_called_none() {
        let deep = "[".repeat(1000) + &"]".repeat(1000);
        for (text, told) in [("[1e400]", "the number is out of range"), (deep.as_str(), "nested too deep")] {
            assert!(!is_of_syntax(&error(text)));
            assert!(reason(&error(text)).starts_with(told), "{}", reason(&error(text)));
        }
    }
}
