//! What people read, as text: pure functions from the core's data to lines.
//!
//! The text carries its colours as ANSI sequences; whoever prints it strips them where they do not belong.
//! Widths are in columns of a terminal; without one no line is broken.

pub mod cases;
mod counted;
mod finding;
mod limits;
pub mod lint;
mod members;
mod missing;
mod names;
mod notice;
mod numbers;
mod page;
pub mod place;
pub mod pointer;
mod report;
mod sheet;
pub mod snippet;
mod source;
pub mod starter;
mod style;
mod totals;
mod verdict;

pub use names::Names;
pub use report::report;
pub use sheet::sheet;

use page::{Line, Page};

/// What went wrong, in one sentence.
pub fn complaint(sentence: &str, width: Option<usize>) -> String {
    let mut page = Page::new(width);
    page.put_hanging(0, 2, Line::styled(style::BROKEN, "callcheck: ").plain(sentence));
    page.into_text()
}

/// The id, version and title of each rulebook, in columns.
pub fn rulebooks(rows: &[[&str; 3]]) -> String {
    let widest = |column: usize| rows.iter().map(|row| page::columns(row[column])).max().unwrap_or(0);
    let (ids, versions) = (widest(0), widest(1));
    let mut page = Page::new(None);
    for [id, version, title] in rows {
        let line = Line::styled(style::STRONG, id).padded_to(ids + 2).plain(version).padded_to(ids + versions + 4);
        page.put(0, line.plain(title));
    }
    page.into_text()
}
