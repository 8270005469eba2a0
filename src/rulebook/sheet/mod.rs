//! A rulebook in words: the sheet that an officer hands out.
//!
//! Model -> words. What the rulebook names itself (types, labels, costs, questions …) stands in
//! quotation marks, as it writes it.

mod atom;
mod attribute;
mod contrary;
mod count;
mod countries;
mod exchange;
mod form;
mod partners;
mod quantity;
mod set;
mod test;

use std::sync::Arc;

use serde::Serialize;

use self::set::{Inside, Scope};
use super::Rulebook;
use super::model::{Model, Notice, Rule, Test};
use crate::report::format::money;
use crate::report::{Severity, Source};
use crate::value::{Amount, Country};

/// A rulebook as a readable sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// The rulebook's id.
    pub id: Arc<str>,
    /// Its version.
    pub version: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Its digest.
    pub digest: Arc<str>,
    /// Each rule, rows as rules of their own.
    pub rules: Vec<SheetRule>,
    /// Each notice.
    pub notices: Vec<SheetNotice>,
    /// The exchange table, in words.
    pub exchange: Option<String>,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetRule {
    /// The rule's id.
    pub id: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// How much it weighs.
    pub severity: Severity,
    /// Whom it speaks of, such as "Each country: funded partners from Denmark"; absent where it is all partners together.
    pub applies_to: Option<String>,
    /// The condition, in words; absent where it always applies.
    pub when: Option<String>,
    /// What it demands, in words.
    pub requires: String,
    /// The countries its filter names, for grouping a sheet; empty where it names none.
    pub countries: Vec<Country>,
    /// Where the call says so.
    pub source: Arc<Source>,
}

/// A notice in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetNotice {
    /// The notice's id.
    pub id: Arc<str>,
    /// What it tells.
    pub title: Arc<str>,
    /// When it applies, in words; absent where it always does.
    pub when: Option<String>,
    /// The amount, such as "EUR 10,000".
    pub amount: Option<String>,
    /// Where the call says so.
    pub source: Arc<Source>,
}

impl Rulebook {
    /// The rules in words, rows as rules of their own.
    ///
    /// ```
    /// let rulebook = callcheck::embedded::rulebook("innovation-express-2013").ok_or("not shipped")?;
    /// let sheet = rulebook.sheet();
    /// let cap = sheet.rules.iter().find(|rule| &*rule.id == "dk-cap").ok_or("no such rule")?;
    /// assert_eq!(cap.applies_to.as_deref(), Some("Each country: partners from Denmark"));
    /// assert_eq!(cap.requires, "grant at most DKK\u{a0}250,000");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn sheet(&self) -> Sheet {
        let model = &self.model;
        Sheet {
            id: model.id.clone(),
            version: model.version.clone(),
            title: model.title.clone(),
            digest: self.digest.clone(),
            rules: model.rules.iter().map(|rule| sheet_rule(model, rule)).collect(),
            notices: model.notices.iter().map(|notice| sheet_notice(model, notice)).collect(),
            exchange: exchange::words(&self.to_value()),
        }
    }
}

fn sheet_rule(model: &Model, rule: &Rule) -> SheetRule {
    let scope = |inside| Scope {
        model,
        each: rule.each,
        group: rule.filter,
        inside,
        currency: rule.currency,
        beside_a_part: false,
    };
    SheetRule {
        id: rule.id.clone(),
        title: rule.title.clone(),
        severity: rule.severity,
        applies_to: partners::applies_to(model, rule.each, rule.filter),
        when: rule.when.as_ref().map(|when| scope(Inside::When).test(when)),
        requires: scope(Inside::Require).test(&rule.require),
        countries: countries::named(model, rule.filter),
        source: rule.source.clone(),
    }
}

fn sheet_notice(model: &Model, notice: &Notice) -> SheetNotice {
    let scope = Scope::of_notice(model, notice);
    let words = |when: &Test| scope.test(when);
    SheetNotice {
        id: notice.id.clone(),
        title: notice.title.clone(),
        when: notice.when.as_ref().map(words),
        amount: notice.amount.map(|minor| money(Amount { minor, currency: notice.currency })),
        source: notice.source.clone(),
    }
}

/// What the rulebook itself says.
fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// `a`, `a and b`, `a, b and c`.
fn both(items: &[String]) -> String {
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}
