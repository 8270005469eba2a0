//! A report as what changed of it since an earlier one.

use serde::Serialize;

use super::{Check, ExchangeUsed, Finding, Limit, Missing, Notice, Report, RulebookRef, Totals, Verdict};
use crate::json;

impl Report {
    /// The report as JSON in which a number stands for what is as it was in an earlier one: for an entry
    /// of a list its index there, for a whole list or an object 0.
    ///
    /// A report is long, and most of it stays as it is while one field is typed. Whoever keeps the earlier
    /// one can put the later one together from much less.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use callcheck::{Options, embedded};
    /// use serde_json::json;
    ///
    /// let rulebook = embedded::rulebook("innovation-express").ok_or("not shipped")?;
    /// let mut session = rulebook.session(&json!({ "months": 15 }), Options::default());
    /// let earlier = session.report();
    /// session.set("/title", Some(&json!("Baltic design")))?;
    /// assert_eq!(
    ///     session.report().to_json_since(&earlier),
    ///     r#"{"verdict":"incomplete","draft":false,"rulebook":0,"findings":0,"missing":0,"checks":0,"limits":0,"notices":0,"totals":0}"#
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_json_since(&self, earlier: &Report) -> String {
        json::written(&Since::new(self, earlier))
    }
}

/// A report's fields, in their order.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Since<'r> {
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    so_far: Option<Verdict>,
    draft: bool,
    rulebook: Part<&'r RulebookRef>,
    findings: List<'r, Finding>,
    missing: List<'r, Missing>,
    checks: List<'r, Check>,
    limits: List<'r, Limit>,
    notices: List<'r, Notice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exchange: Option<Part<&'r ExchangeUsed>>,
    totals: Part<&'r Totals>,
}

/// A part of a report.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<T> {
    AsItWas(usize),
    New(T),
}

type List<'r, T> = Part<Vec<Part<&'r T>>>;

impl<'r> Since<'r> {
    fn new(report: &'r Report, earlier: &Report) -> Since<'r> {
        Since {
            verdict: report.verdict,
            so_far: report.so_far,
            draft: report.draft,
            rulebook: part(&report.rulebook, Some(&earlier.rulebook)),
            findings: list(&report.findings, &earlier.findings),
            missing: list(&report.missing, &earlier.missing),
            checks: list(&report.checks, &earlier.checks),
            limits: list(&report.limits, &earlier.limits),
            notices: list(&report.notices, &earlier.notices),
            exchange: report.exchange.as_ref().map(|exchange| part(exchange, earlier.exchange.as_ref())),
            totals: part(&report.totals, Some(&earlier.totals)),
        }
    }
}

fn part<'r, T: PartialEq>(part: &'r T, earlier: Option<&T>) -> Part<&'r T> {
    if earlier == Some(part) { Part::AsItWas(0) } else { Part::New(part) }
}

fn list<'r, T: PartialEq>(list: &'r [T], earlier: &[T]) -> List<'r, T> {
    let mut next = 0;
    let entry = |(index, entry)| match place(entry, index, list.len(), next, earlier) {
        Some(place) => {
            next = place.saturating_add(1);
            Part::AsItWas(place)
        }
        None => Part::New(entry),
    };
    let entries: Vec<_> = list.iter().enumerate().map(entry).collect();
    let stays = |(index, entry): (usize, &_)| matches!(entry, Part::AsItWas(place) if *place == index);
    let is_as_it_was = list.len() == earlier.len() && entries.iter().enumerate().all(stays);
    if is_as_it_was { Part::AsItWas(0) } else { Part::New(entries) }
}

/// How many entries that came or went at one place an entry behind them is looked for.
const NEAR: usize = 8;

/// Where an entry stood earlier: as far from the first one or from the last one, or soon behind the one that was
/// found before it, since what stays keeps its order.
fn place<T: PartialEq>(entry: &T, index: usize, length: usize, next: usize, earlier: &[T]) -> Option<usize> {
    let from_the_last = earlier.len().saturating_add(index).checked_sub(length);
    let near = next..next.saturating_add(NEAR);
    let mut places = [Some(index), from_the_last].into_iter().flatten().chain(near);
    places.find(|place| earlier.get(*place) == Some(entry))
}

#[cfg(test)]
mod tests {
    use super::list;
    use crate::json::written;

    #[test]
    fn an_entry_is_found_where_it_stood_from_the_first_or_from_the_last_on() {
        let since = |now: &[char], earlier: &[char]| written(&list(now, earlier));
        assert_eq!(since(&['a', 'b', 'c'], &['a', 'b', 'c']), "0");
        assert_eq!(since(&[], &[]), "0");
        assert_eq!(since(&['a', 'x', 'c'], &['a', 'b', 'c']), r#"[0,"x",2]"#);
        assert_eq!(since(&['a', 'x', 'b', 'c'], &['a', 'b', 'c']), r#"[0,"x",1,2]"#);
        assert_eq!(since(&['a', 'c'], &['a', 'b', 'c']), "[0,2]");
        assert_eq!(since(&['a', 'b'], &['a', 'b', 'c']), "[0,1]");
        assert_eq!(since(&[], &['a']), "[]");
        assert_eq!(since(&['x', 'a', 'b', 'd'], &['a', 'b', 'c', 'd']), r#"["x",0,1,3]"#, "one came and one went");
        assert_eq!(since(&['b', 'b'], &['a', 'b']), "[1,1]");
    }
}
