//! A rulebook in words: the sheet that an officer hands out.

use std::sync::Arc;

use serde::Serialize;

use super::Rulebook;

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
pub struct SheetRule {
    /// The rule's id.
    pub id: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// How much it weighs.
    pub severity: crate::report::Severity,
    /// Whom it speaks of, such as "Each country: funded partners from Denmark"; absent where it is all partners together.
    pub applies_to: Option<String>,
    /// The condition, in words; absent where it always applies.
    pub when: Option<String>,
    /// What it demands, in words.
    pub requires: String,
    /// The countries its filter names, for grouping a sheet; empty where it names none.
    pub countries: Vec<crate::value::Country>,
    /// Where the call says so.
    pub source: Arc<crate::report::Source>,
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
    pub source: Arc<crate::report::Source>,
}

impl Rulebook {
    /// The rules in words, rows as rules of their own.
    pub fn sheet(&self) -> Sheet {
        let model = &self.model;
        Sheet {
            id: model.id.clone(),
            version: model.version.clone(),
            title: model.title.clone(),
            digest: self.digest().into(),
            rules: model
                .rules
                .iter()
                .map(|rule| SheetRule {
                    id: rule.id.clone(),
                    title: rule.title.clone(),
                    severity: rule.severity,
                    applies_to: None,
                    when: None,
                    requires: rule.title.to_string(),
                    countries: Vec::new(),
                    source: rule.source.clone(),
                })
                .collect(),
            notices: model
                .notices
                .iter()
                .map(|notice| SheetNotice {
                    id: notice.id.clone(),
                    title: notice.title.clone(),
                    when: None,
                    amount: None,
                    source: notice.source.clone(),
                })
                .collect(),
            exchange: None,
        }
    }
}
