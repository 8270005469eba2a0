//! What the open rules wait for.

use callcheck::report::{Missing, Reason};

use super::names::Names;
use super::page::{Line, Page};
use super::style::{OPEN, QUIET};

/// Adds a field that rules wait for: why, and which.
pub fn put(page: &mut Page, missing: &Missing, names: &Names<'_>) {
    page.put(2, Line::styled(OPEN, &names.field(&missing.path)).plain("  ").then(QUIET, &missing.path));
    let rules: Vec<String> = missing.rules.iter().map(|id| format!("{} [{id}]", names.rule(id))).collect();
    let needed = if rules.is_empty() { String::new() } else { format!("; needed for {}", rules.join("; ")) };
    page.put(4, Line::new(reason(missing.reason)).plain(&needed));
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NotGiven => "not given",
        Reason::Invalid => "cannot be read",
        Reason::TooCoarse => "not exact enough to tell",
        Reason::NoExchangeRate => "no exchange rate for this currency: give one with --exchange",
    }
}
