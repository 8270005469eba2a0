//! Where the call says so.

use callcheck::report::Source;

use super::page::{Line, Page};
use super::style::QUIET;

/// Adds the title and passage of a source, what it says, and its address.
pub fn put(page: &mut Page, source: &Source) {
    page.row("source", Line::new(&document(source)));
    if let Some(says) = &source.says {
        page.row("", Line::new(says));
    }
    if let Some(url) = &source.url {
        page.row("", Line::styled(QUIET, url));
    }
}

/// `Booklet, p. 3 (official, 2016)`
fn document(source: &Source) -> String {
    let place: Vec<&str> =
        [Some(&source.title), source.at.as_ref()].into_iter().flatten().map(|part| &**part).collect();
    let facts: Vec<&str> = [&source.kind, &source.date].into_iter().flatten().map(|fact| &**fact).collect();
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
    format!("{}{facts}", place.join(", "))
}
