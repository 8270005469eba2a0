//! How the cases of a rulebook ended, for people.

use super::counted::counted;
use super::page::{Line, Page};
use super::style::{BROKEN, KEPT, QUIET, STRONG};
use crate::cases::outcome::Outcome;

/// Every case that differs, and how many do.
pub fn outcomes(rulebook: &str, outcomes: &[Outcome], width: Option<usize>) -> String {
    let mut page = Page::new(width);
    let differing: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.differs()).collect();
    for outcome in &differing {
        put(&mut page, outcome);
        page.gap();
    }
    let all = counted(outcomes.len() as i128, "case");
    let line = match differing.len() {
        0 => Line::styled(KEPT, "✓ ").plain(&format!("{all} of {rulebook}: all as expected.")),
        some => Line::styled(BROKEN, "× ").plain(&format!("{all} of {rulebook}: {some} not as expected.")),
    };
    page.put_hanging(0, 2, line);
    page.into_text()
}

fn put(page: &mut Page, outcome: &Outcome) {
    page.put_hanging(0, 2, Line::styled(BROKEN, "× ").then(STRONG, &outcome.name));
    for difference in &outcome.differences {
        page.put(4, Line::styled(QUIET, &difference.pointer));
        put_side(page, "expected", KEPT, difference.expected.as_deref());
        put_side(page, "found", BROKEN, difference.found.as_deref());
    }
}

fn put_side(page: &mut Page, label: &str, style: anstyle::Style, value: Option<&str>) {
    let line = Line::new(label).padded_to(10);
    let line = value.map_or_else(|| line.clone().then(QUIET, "nothing"), |value| line.clone().then(style, value));
    page.put_hanging(6, 16, line);
}
