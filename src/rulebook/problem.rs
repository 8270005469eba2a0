//! What is wrong with a rulebook, or could be better: each with its place.

use std::ops::Range;

use serde::Serialize;

/// One problem of a rulebook, or one piece of advice: what is wrong, where, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// RFC 6901 pointer into the rulebook.
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The byte of the text where it begins.
    #[serde(skip)]
    pub offset: usize,
    /// How many bytes it spans.
    #[serde(skip)]
    pub length: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// A rulebook that cannot be used, with every problem in it.
///
/// ```
/// let error = callcheck::Rulebook::from_json("{}").expect_err("nothing is there");
/// assert_eq!(error.problems.len(), 6, "one for each field that is missing");
/// assert_eq!((error.problems[0].line, error.problems[0].column), (1, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", summary(problems))]
pub struct RulebookError {
    /// At least one; in the order of the text.
    pub problems: Vec<Problem>,
}

fn summary(problems: &[Problem]) -> String {
    let first = problems
        .first()
        .map_or_else(String::new, |problem| format!("{}:{}: {}", problem.line, problem.column, problem.message));
    match problems.len() {
        1 => format!("the rulebook has a problem: {first}"),
        several => format!("the rulebook has {several} problems; the first: {first}"),
    }
}

impl Problem {
    pub(crate) fn new(text: &str, pointer: String, span: &Range<usize>, message: String) -> Problem {
        let (line, column) = place(text, span.start);
        Problem { pointer, line, column, offset: span.start, length: span.len(), message }
    }
}

/// Line and column of a byte, both from 1, the column in characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.chars().rev().take_while(|character| *character != '\n').count().saturating_add(1);
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        assert_eq!(place("äb\nc", 0), (1, 1));
        assert_eq!(place("äb\nc", 2), (1, 2));
        assert_eq!(place("äb\nc", 4), (2, 1));
    }
}
