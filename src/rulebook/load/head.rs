//! What rules, rows and notices say of themselves: id, title, severity, source.

use std::sync::Arc;

use super::at::At;
use super::context::Context;
use crate::rulebook::source::{Severity, Source};

/// What a rule says beside its test; a row may say it anew.
#[derive(Clone)]
pub(super) struct Head {
    pub(super) id: Option<String>,
    pub(super) title: Option<Arc<str>>,
    pub(super) severity: Severity,
    pub(super) source: Option<Arc<Source>>,
    /// Whether it cites one, be it unreadable.
    pub(super) is_sourced: bool,
}

impl<'t> Context<'t> {
    pub(super) fn read_id(&mut self, at: &At<'t>, what: &str) -> Option<String> {
        let id_at = self.required(at, "id", what)?;
        let id = self.filled_text(&id_at, "id")?.to_owned();
        self.uses.ids.push((id.clone(), id_at));
        Some(id)
    }

    pub(super) fn read_title(&mut self, at: &At<'t>, what: &str) -> Option<Arc<str>> {
        let title = self.required(at, "title", what)?;
        self.filled_text(&title, "title").map(Arc::from)
    }

    pub(super) fn read_own_source(&mut self, at: &At<'t>) -> Option<Arc<Source>> {
        at.get("source").and_then(|source| self.read_citation(&source))
    }

    pub(super) fn read_severity(&mut self, at: &At<'t>, default: Severity) -> Severity {
        let severity = at.get("severity").and_then(|severity| self.word(&severity, "severity", &["error", "advice"]));
        match severity {
            Some(0) => Severity::Error,
            Some(_) => Severity::Advice,
            None => default,
        }
    }
}
