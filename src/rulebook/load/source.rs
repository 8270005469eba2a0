//! Reading sources, and the passages of them that are cited.

use std::sync::Arc;

use super::at::At;
use super::context::{Context, LISTED, find};
use crate::rulebook::source::Source;
use crate::value::sort;

const SOURCE_KINDS: [&str; 3] = ["official", "copy", "secondary"];

impl<'t> Context<'t> {
    pub(super) fn read_sources(&mut self, root: &At<'t>) {
        for (name, at) in self.table(root, "sources") {
            let source = self.read_source(&at);
            self.sources.push((name, source));
        }
        sort(&mut self.sources, &|(a, _), (b, _)| a.cmp(b));
    }

    /// A source with problems is still listed: what refers to it is no problem of its own.
    fn read_source(&mut self, at: &At<'t>) -> Source {
        let mut title = None;
        if self.object(at, "source") {
            self.only(at, &["title", "url", "kind", "date"]);
            title = self.required(at, "title", "a source").and_then(|title| self.filled_text(&title, "title"));
        }
        if let Some(kind) = at.get("kind") {
            self.word(&kind, "kind of source", &SOURCE_KINDS);
        }
        let (url, date) = (self.shared_text(at, "url"), self.shared_text(at, "date"));
        let kind = at.get("kind").and_then(|kind| kind.text()).map(Arc::from);
        Source { title: title.unwrap_or_default().into(), url, kind, date, at: None, says: None }
    }

    /// `{ "ref", "at", "says" }`: a passage of a listed source.
    pub(super) fn read_citation(&mut self, at: &At<'t>) -> Option<Arc<Source>> {
        if at.members().is_none() {
            self.is_no(at, "source", "write { \"ref\": … } with the name of one that stands under `sources`");
            return None;
        }
        self.only(at, &["ref", "at", "says"]);
        let (place, says) = (self.shared_text(at, "at"), self.shared_text(at, "says"));
        let reference = self.required(at, "ref", "a source")?;
        let name = self.plain_text(&reference, "name of a source")?;
        self.uses.sources.push(name.to_owned());
        let Some(source) = find(&self.sources, name).cloned() else {
            let names: Vec<&str> = self.sources.iter().take(self.most()).map(|(name, _)| name.as_str()).collect();
            let message = self.unknown("source", name, &names, LISTED);
            self.problems.at(&reference, message);
            return None;
        };
        Some(Arc::new(Source { at: place, says, ..source }))
    }

    fn shared_text(&mut self, at: &At<'t>, key: &str) -> Option<Arc<str>> {
        self.optional_text(at, key).map(Arc::from)
    }
}
