//! How much a rule weighs, and where it comes from.

use std::sync::Arc;

use serde::Serialize;

/// How much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A broken rule makes the proposal ineligible.
    Error,
    /// Told, never changes the verdict.
    Advice,
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The title of the document.
    pub title: Arc<str>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Arc<str>>,
    /// `official`, `copy` or `secondary`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Arc<str>>,
    /// Its date, as the rulebook writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Arc<str>>,
    /// The page, heading or section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Arc<str>>,
    /// The passage, paraphrased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Arc<str>>,
}
