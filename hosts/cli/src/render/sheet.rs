//! The rules of a call as a sheet to hand out.

use callcheck::report::Severity;
use callcheck::{Country, Sheet, SheetNotice, SheetRule};

use super::page::{Line, Page};
use super::source;
use super::style::{ADVICE, NOTICE, QUIET, STRONG};

/// The sheet as text, set to a width.
pub fn sheet(sheet: &Sheet, width: Option<usize>) -> String {
    let mut page = Page::new(width);
    page.put(0, Line::styled(STRONG, &sheet.title));
    page.put(0, Line::styled(QUIET, &format!("{}, version {}", sheet.id, sheet.version)));
    page.put(0, Line::styled(QUIET, &sheet.digest));
    for (countries, rules) in groups(&sheet.rules) {
        heading(&mut page, &group_title(countries));
        put_all(&mut page, &rules, put_rule);
    }
    if !sheet.notices.is_empty() {
        heading(&mut page, "Good to know");
        put_all(&mut page, &sheet.notices.iter().collect::<Vec<_>>(), put_notice);
    }
    if let Some(exchange) = &sheet.exchange {
        heading(&mut page, "Exchange rates");
        page.put(0, Line::new(exchange));
    }
    page.into_text()
}

/// The rules by the countries they are for: first those of the whole programme, then by first appearance.
fn groups(rules: &[SheetRule]) -> Vec<(&[Country], Vec<&SheetRule>)> {
    let mut groups: Vec<(&[Country], Vec<&SheetRule>)> = vec![(&[], Vec::new())];
    for rule in rules {
        match groups.iter_mut().find(|(countries, _)| *countries == rule.countries) {
            Some((_, members)) => members.push(rule),
            None => groups.push((&rule.countries, vec![rule])),
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

fn group_title(countries: &[Country]) -> String {
    if countries.is_empty() {
        return "The whole programme".to_owned();
    }
    countries.iter().map(|country| country.short_name()).collect::<Vec<_>>().join(", ")
}

fn heading(page: &mut Page, title: &str) {
    page.gap();
    page.put(0, Line::styled(STRONG, title));
    page.put(0, Line::styled(QUIET, &"─".repeat(super::page::columns(title))));
}

/// Adds each, with an empty line between.
fn put_all<T>(page: &mut Page, items: &[&T], put: impl Fn(&mut Page, &T)) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        put(page, item);
    }
}

fn put_rule(page: &mut Page, rule: &SheetRule) {
    page.put_hanging(0, 2, Line::styled(STRONG, &rule.title).then(QUIET, &format!(" [{}]", rule.id)));
    if rule.severity == Severity::Advice {
        page.row("weight", Line::styled(ADVICE, "advice").plain(": told, never decides"));
    }
    put_row(page, "for", rule.applies_to.as_deref());
    put_row(page, "if", rule.when.as_deref());
    put_row(page, "requires", Some(&rule.requires));
    source::put(page, &rule.source);
}

fn put_notice(page: &mut Page, notice: &SheetNotice) {
    page.put_hanging(
        0,
        2,
        Line::styled(NOTICE, "+ ").then(STRONG, &notice.title).then(QUIET, &format!(" [{}]", notice.id)),
    );
    put_row(page, "if", notice.when.as_deref());
    put_row(page, "amount", notice.amount.as_deref());
    source::put(page, &notice.source);
}

fn put_row(page: &mut Page, label: &str, words: Option<&str>) {
    if let Some(words) = words {
        page.row(label, Line::new(words));
    }
}
