//! The report: the verdict, then what to do, then what is good to know.

use callcheck::report::{Check, Finding, Report, Severity, Status};

use super::names::Names;
use super::numbers::InWords;
use super::page::{Line, Page};
use super::style::{OPEN, QUIET, STRONG};
use super::{finding, limits, missing, notice, totals, verdict};

/// The report as text, set to a width.
pub fn report(report: &Report, names: &Names<'_>, width: Option<usize>) -> String {
    let mut page = Page::new(width);
    verdict::put(&mut page, report, names);
    put_findings(&mut page, "To change", report, Severity::Error, names);
    put_not_kept_yet(&mut page, report, names);
    put_missing(&mut page, report, names);
    put_findings(&mut page, "To consider", report, Severity::Advice, names);
    put_notices(&mut page, report);
    put_limits(&mut page, report, names);
    page.gap();
    totals::put(&mut page, report);
    put_rulebook(&mut page, report);
    page.into_text()
}

fn heading(page: &mut Page, words: &str, note: &str) {
    page.gap();
    page.put(0, Line::styled(STRONG, words).then(QUIET, note));
    page.gap();
}

fn put_findings(page: &mut Page, title: &str, report: &Report, severity: Severity, names: &Names<'_>) {
    let findings: Vec<&Finding> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
    if findings.is_empty() {
        return;
    }
    heading(page, title, &format!(" ({})", findings.len()));
    for (index, finding) in findings.into_iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        finding::put(page, finding, names);
    }
}

/// In a draft: the rules that the proposal would break if it were closed as it stands.
fn put_not_kept_yet(page: &mut Page, report: &Report, names: &Names<'_>) {
    let against = |check: &&Check| {
        check.status == Status::Open && check.so_far == Some(Some(false)) && !names.is_advice(&check.rule)
    };
    let checks: Vec<&Check> = report.checks.iter().filter(against).collect();
    if checks.is_empty() {
        return;
    }
    heading(page, "Not kept yet", " (what is still to come may keep it)");
    for check in checks {
        let numbers = InWords::new(&check.numbers, names).on_one_line();
        let group = check.group.map(|group| format!(", {}", names.group(group))).unwrap_or_default();
        page.put(
            2,
            Line::styled(OPEN, names.rule(&check.rule)).plain(&group).then(QUIET, &format!(" [{}]", check.rule)),
        );
        if !numbers.is_empty() {
            page.put(4, Line::new(&numbers));
        }
    }
}

fn put_missing(page: &mut Page, report: &Report, names: &Names<'_>) {
    if report.missing.is_empty() {
        return;
    }
    heading(page, "Still missing", &format!(" ({})", report.missing.len()));
    for missing in &report.missing {
        missing::put(page, missing, names);
    }
}

fn put_notices(page: &mut Page, report: &Report) {
    if report.notices.is_empty() {
        return;
    }
    heading(page, "Good to know", &format!(" ({})", report.notices.len()));
    for (index, notice) in report.notices.iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        notice::put(page, notice);
    }
}

fn put_limits(page: &mut Page, report: &Report, names: &Names<'_>) {
    if report.limits.is_empty() {
        return;
    }
    heading(page, "Room left", " (what each field may be by the rules named, with all others as they are)");
    limits::put(page, &report.limits, names);
    if report.limits.iter().any(|limit| limit.path.ends_with("/submitted")) {
        // A day cannot say until which hour it is early enough.
        page.put(2, Line::styled(QUIET, "Days of filing leave out deadlines that have an hour."));
    }
}

fn put_rulebook(page: &mut Page, report: &Report) {
    let rulebook = &report.rulebook;
    page.put(0, Line::styled(QUIET, &format!("Judged by {} {}, {}", rulebook.id, rulebook.version, rulebook.digest)));
}
