//! One finding, as a compiler would tell it: the sentence, the field, the numbers, the rule and its source.

use callcheck::report::{Alternative, AlternativeFinding, Code, Finding, Group, Severity};

use super::counted::counted;
use super::names::Names;
use super::numbers::InWords;
use super::page::{Line, Page};
use super::source;
use super::style::{ADVICE, BROKEN, QUIET, STRONG};

/// How many of the fields that were summed are listed; a sum over thousands is no reading.
const LISTED: usize = 12;
/// Where what belongs to an alternative begins.
const ALTERNATIVE_INDENT: usize = 14;
/// How wide the word before an alternative within an alternative is.
const INNER_LABEL: usize = 8;

/// Adds a finding.
pub fn put(page: &mut Page, finding: &Finding, names: &Names<'_>) {
    page.put_hanging(0, 2, headline(finding));
    put_field(page, finding, names);
    if finding.code == Code::InvalidValue {
        put_rows(page, names.written(&finding.path).map(|written| ("found", written)));
    }
    if let Some(params) = &finding.params {
        let words = InWords::new(params, names);
        let found = words.found().map(|found| ("found", found));
        put_rows(page, found);
        put_related(page, &finding.related, names);
        put_rows(page, words.allowed().into_iter().chain(words.distance(finding.code)));
    }
    put_alternatives(page, finding.alternatives.as_deref().unwrap_or_default(), names);
    if let Some(rule) = &finding.rule {
        page.row("rule", Line::new(names.rule(rule)));
    }
    if let Some(source) = &finding.source {
        source::put(page, source);
    }
}

fn headline(finding: &Finding) -> Line {
    let (style, word) = match finding.severity {
        Severity::Error => (BROKEN, "error"),
        Severity::Advice => (ADVICE, "advice"),
    };
    let of = finding.rule.as_deref().unwrap_or_else(|| code(finding));
    Line::styled(style, &format!("{word}[{of}]")).then(STRONG, &format!(": {}", finding.message))
}

/// What a finding that no rule made goes by.
fn code(finding: &Finding) -> &'static str {
    match finding.code {
        Code::Inconsistent => "inconsistent",
        _ => "invalid-value",
    }
}

fn put_field(page: &mut Page, finding: &Finding, names: &Names<'_>) {
    let name = match finding.group {
        Some(group @ Group::Country(_)) if finding.path == "/partners" => names.group(group),
        _ => names.field(&finding.path),
    };
    page.row("field", Line::new(&name).plain("  ").then(QUIET, &finding.path));
}

fn put_related(page: &mut Page, related: &[String], names: &Names<'_>) {
    for (index, pointer) in related.iter().take(LISTED).enumerate() {
        let label = if index == 0 { "from" } else { "" };
        page.row(label, Line::new(&names.field(pointer)).plain("  ").then(QUIET, pointer));
    }
    if let Some(more @ 1..) = related.len().checked_sub(LISTED) {
        page.row("", Line::styled(QUIET, &format!("and {} more", counted(more as i128, "field"))));
    }
}

fn put_rows(page: &mut Page, rows: impl IntoIterator<Item = (&'static str, String)>) {
    for (label, words) in rows {
        page.row(label, Line::new(&words));
    }
}

fn put_alternatives(page: &mut Page, alternatives: &[Alternative], names: &Names<'_>) {
    for (index, alternative) in alternatives.iter().enumerate() {
        for (place, (depth, line)) in lines_of(alternative, names).into_iter().enumerate() {
            match (place, depth) {
                (0, _) => page.row(either_or(index), line),
                (_, 0) => page.row("", line),
                (_, depth) => page.put(ALTERNATIVE_INDENT + 2 * (depth - 1), line),
            }
        }
    }
}

fn either_or(index: usize) -> &'static str {
    if index == 0 { "either" } else { "or" }
}

/// The title of an alternative and what it lacks, with the depth of each line: alternatives may hold alternatives.
fn lines_of(alternative: &Alternative, names: &Names<'_>) -> Vec<(usize, Line)> {
    let mut lines: Vec<(usize, Line)> = alternative.title.iter().map(|title| (0, Line::new(title))).collect();
    for finding in &alternative.findings {
        lines.push((0, lacking(finding, names)));
        for (index, inner) in finding.alternatives.iter().flatten().enumerate() {
            for (place, (depth, line)) in lines_of(inner, names).into_iter().enumerate() {
                let label = if place == 0 { either_or(index) } else { "" };
                lines.push((depth + 1, Line::styled(QUIET, label).padded_to(INNER_LABEL).join(&line)));
            }
        }
    }
    lines
}

/// `FoodNetwork: requested grant  found EUR 5; needed at least EUR 10; short by EUR 5`
fn lacking(finding: &AlternativeFinding, names: &Names<'_>) -> Line {
    let words = InWords::new(&finding.params, names);
    let distance = words.distance(finding.code).map(|(label, by)| format!("; {label} {by}")).unwrap_or_default();
    let field = Line::new(&names.field(&finding.path)).plain("  ").then(QUIET, &finding.path);
    match words.on_one_line() {
        numbers if numbers.is_empty() => field,
        numbers => field.plain("  ").plain(&numbers).plain(&distance),
    }
}
