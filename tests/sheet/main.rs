//! Rules in words: what an officer and an applicant read of a rulebook.

#![expect(clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod editions;
mod measures;
mod sample;
mod tests;

use callcheck::SheetRule;

/// With plain spaces, for reading.
fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

fn countries(rule: &SheetRule) -> Vec<&str> {
    rule.countries.iter().map(|country| country.code()).collect()
}
