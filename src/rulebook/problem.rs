//! What is wrong with a rulebook, or could be better: each with its place.

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

/// Counts lines and columns of places that come in the order of the text, in one walk over it.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    rest: &'t str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Lines<'t> {
        Lines { rest: text, offset: 0, line: 1, column: 1 }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(crate) fn place(&mut self, offset: usize) -> (usize, usize) {
        let passed = self.rest.floor_char_boundary(offset.saturating_sub(self.offset));
        let (passed, rest) = self.rest.split_at(passed);
        let characters = |text: &str| text.chars().count();
        match passed.rsplit_once('\n') {
            Some((above, last)) => {
                let lines = above.matches('\n').count().saturating_add(1);
                self.line = self.line.saturating_add(lines);
                self.column = characters(last).saturating_add(1);
            }
            None => self.column = self.column.saturating_add(characters(passed)),
        }
        self.offset = self.offset.saturating_add(passed.len());
        self.rest = rest;
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let mut lines = Lines::new("äb\nc\n\nd");
        let places = [0, 2, 2, 4, 5, 6, 7, 9].map(|offset| lines.place(offset));
        assert_eq!(places, [(1, 1), (1, 2), (1, 2), (2, 1), (2, 2), (3, 1), (4, 1), (4, 2)]);
    }
}
