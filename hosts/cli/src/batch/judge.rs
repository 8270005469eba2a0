//! The answers to the lines of a piece.

use std::sync::Arc;

use callcheck::{JsonError, Options, Report, Rulebook};
use memchr::memchr_iter;
use serde::Serialize;

use super::lines::{LONGEST_LINE, Piece};
use crate::input::{BYTE_ORDER_MARK, is_utf16};

/// What every line is judged by.
pub struct Judge {
    pub rulebook: Arc<Rulebook>,
    pub options: Options,
}

/// What is written for the lines of a piece, and what it took.
#[derive(Debug, Default)]
pub struct Answers {
    pub text: Vec<u8>,
    pub bytes: u64,
    pub judged: u64,
    pub unreadable: u64,
    pub first_unreadable: Option<usize>,
}

/// What is written for a line that cannot be read.
#[derive(Serialize)]
struct Unreadable<'a> {
    line: usize,
    error: &'a str,
}

impl Judge {
    /// Answers every line of a piece that is not blank.
    pub fn answer(&self, piece: &Piece) -> Answers {
        let mut answers = Answers::default();
        match piece {
            Piece::TooLong { line } => answers.add(*line, Err(too_long())),
            Piece::Lines { first, bytes } => {
                answers.bytes = bytes.len() as u64;
                let mut begun = 0;
                for (index, end) in memchr_iter(b'\n', bytes).chain([bytes.len()]).enumerate() {
                    self.answer_line(first + index, &bytes[begun..end], &mut answers);
                    begun = end + 1;
                }
            }
        }
        answers
    }

    fn answer_line(&self, number: usize, line: &[u8], answers: &mut Answers) {
        let line = if number == 1 { line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line) } else { line };
        if !line.trim_ascii().is_empty() {
            answers.add(number, self.report(line));
        }
    }

    /// The report on a line, or why the line cannot be read.
    fn report(&self, line: &[u8]) -> Result<Report, String> {
        if is_utf16(line) {
            return Err("UTF-16 and not UTF-8".to_owned());
        }
        let text = str::from_utf8(line).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?;
        self.rulebook.check_json(text, &self.options).map_err(|error| no_json(text, &error))
    }
}

fn too_long() -> String {
    format!("longer than {} MiB", LONGEST_LINE >> 20)
}

/// The reason behind its column, since what it says to do is not to be done at another; the line is told beside it.
fn no_json(text: &str, error: &JsonError) -> String {
    let before = text.get(..error.offset).unwrap_or(text);
    let what_it_is = if error.is_beyond { "" } else { "no JSON: " };
    format!("column {}: {what_it_is}{}", before.chars().count() + 1, error.message)
}

impl Answers {
    fn add(&mut self, number: usize, answer: Result<Report, String>) {
        match answer {
            Ok(report) => {
                self.judged += 1;
                self.text.extend(report.to_json().into_bytes());
            }
            Err(error) => {
                self.unreadable += 1;
                self.first_unreadable.get_or_insert(number);
                let written = serde_json::to_writer(&mut self.text, &Unreadable { line: number, error: &error });
                debug_assert!(written.is_ok(), "memory takes what is written");
            }
        }
        self.text.push(b'\n');
    }
}
