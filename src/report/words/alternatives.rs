//! The sentences of a test that is more than one atom.

use super::Subject;
use crate::report::Alternative;
use crate::rulebook::model::Rule;

pub(super) fn not_satisfied(rule: &Rule, subject: &Subject<'_>, alternatives: Option<&[Alternative]>) -> String {
    let whose = subject.group.map_or_else(String::new, |_| format!("{}: ", subject.says()));
    let ways = alternatives.unwrap_or_default();
    let mut titles: Vec<String> = ways.iter().filter_map(|way| way.title.as_deref().map(str::to_owned)).collect();
    if titles.is_empty() {
        return format!("{whose}{} This is not kept.", sentence(&rule.title));
    }
    match ways.len().saturating_sub(titles.len()) {
        0 => {}
        1 => titles.push("one other way".to_owned()),
        others => titles.push(format!("{others} other ways")),
    }
    format!("{whose}{} None of these holds: {}.", sentence(&rule.title), titles.join("; "))
}

/// A title as a sentence of its own.
fn sentence(title: &str) -> String {
    if title.ends_with(['.', '?']) { title.to_owned() } else { format!("{title}.") }
}
