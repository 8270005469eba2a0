//! A proposal held while it is being typed.

use std::sync::Arc;

use serde_json::Value;

use crate::judge::Kept;
use crate::options::Options;
use crate::proposal::{Changes, Edit, EditError, Field, Partner, Proposal, Reading, Touched};
use crate::report::Report;
use crate::rulebook::Rulebook;

/// In MiB: many times what the longest list of partners takes, and little enough for a module of WebAssembly, which may
/// hold several sessions in its 4 GiB.
const MOST_MIB: usize = 64;
const MOST: usize = MOST_MIB * 1024 * 1024;

/// A proposal held while it is being typed: an edit reads again only what it changed, and judges again only what that reaches.
///
/// ```
/// use std::sync::Arc;
/// use callcheck::{Options, embedded};
/// use serde_json::json;
///
/// let rulebook = embedded::rulebook("innovation-express").ok_or("not shipped")?;
/// let mut session = rulebook.session(&json!({ "partners": [] }), Options { draft: true, ..Options::default() });
/// session.set("/months", Some(&json!(24)))?;
/// assert_eq!(session.report().findings[0].path, "/months");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Session {
    rulebook: Arc<Rulebook>,
    proposal: Proposal,
    /// At most what the proposal takes: what was removed is only counted when it matters.
    size: usize,
    reading: Reading,
    options: Options,
    kept: Kept,
    /// What changed since what is kept was judged.
    changes: Changes,
}

impl Session {
    pub(crate) fn new(rulebook: Arc<Rulebook>, proposal: Proposal, options: Options) -> Session {
        let reading = Reading::new(&rulebook.model, &proposal.0);
        let size = proposal.size();
        Session { rulebook, proposal, size, reading, options, kept: Kept::default(), changes: Changes::default() }
    }

    /// Sets what stands at an RFC 6901 path, or removes it with `None`.
    ///
    /// `/partners/-` adds a partner; removing `/partners/2` moves the later ones up. An object or
    /// list that is not given yet begins with its first field. A field that the format does not
    /// know is ignored, as it is in a proposal.
    ///
    /// # Errors
    /// Where the path is no JSON Pointer or leads nowhere, or where the proposal would take more than
    /// 64 MiB, counted as its texts and 32 bytes for each value and key; the proposal is then as it was.
    pub fn set(&mut self, path: &str, value: Option<&Value>) -> Result<(), EditError> {
        self.make(Edit::read(path, value)?)
    }

    /// Sets what stands at a path to a JSON text, or removes it with `None`.
    ///
    /// # Errors
    /// As of [`Session::set`], and where the text is no JSON.
    pub fn set_json(&mut self, path: &str, value: Option<&str>) -> Result<(), EditError> {
        self.make(Edit::read_json(path, value)?)
    }

    fn make(&mut self, edit: Edit) -> Result<(), EditError> {
        let size = self.size_after(&edit);
        if size > MOST && !edit.removes() {
            let told = format!("is too much: a session holds at most {MOST_MIB} MiB in all. Remove something first");
            return Err(edit.error(&told));
        }
        let touched = self.proposal.edit(edit)?;
        self.size = size;
        match touched {
            Touched::Nothing => {}
            Touched::All => self.read_all(),
            Touched::Head => self.read_head(),
            Touched::Partner(index) => self.read_partner(index),
            Touched::PartnerAdded => self.add_partner(),
            Touched::PartnerRemoved(index) => self.remove_partner(index),
        }
        Ok(())
    }

    /// Exactly what `check` would say of the proposal as it stands.
    ///
    /// Rules that read nothing of what was set since the last report are not judged again.
    pub fn report(&mut self) -> Report {
        let changes = std::mem::take(&mut self.changes);
        self.kept.report(&self.rulebook, &self.reading, &self.options, &changes)
    }

    /// At most what the proposal takes after an edit; all of it is looked at only where it might be too much.
    fn size_after(&self, edit: &Edit) -> usize {
        let size = self.size.saturating_add(edit.size());
        if size > MOST { self.proposal.size_without(edit).saturating_add(edit.size()) } else { size }
    }

    fn read_all(&mut self) {
        self.reading = Reading::new(&self.rulebook.model, &self.proposal.0);
        self.changes.everything = true;
    }

    fn read_head(&mut self) {
        let partners = std::mem::take(&mut self.reading.partners);
        let reading = Reading { partners, ..Reading::without_partners(&self.rulebook.model, &self.proposal.0) };
        self.changes.add_head(&self.reading, &reading);
        self.reading = reading;
    }

    fn read_partner(&mut self, index: usize) {
        let Some(node) = self.proposal.0.partner_nodes().given().and_then(|nodes| nodes.get(index)) else { return };
        let partner = self.reading.read_partner(&self.rulebook.model, node);
        if let Field::Given(partners) = &mut self.reading.partners
            && let Some(place) = partners.get_mut(index)
        {
            self.changes.add_partner(index, place, &partner);
            *place = partner;
        }
    }

    fn add_partner(&mut self) {
        self.changes.everything = true;
        if let Field::Given(partners) = &mut self.reading.partners {
            partners.push(Partner::default());
            let last = partners.len().saturating_sub(1);
            self.read_partner(last);
        }
    }

    fn remove_partner(&mut self, index: usize) {
        self.changes.everything = true;
        if let Field::Given(partners) = &mut self.reading.partners
            && index < partners.len()
        {
            partners.remove(index);
        }
    }
}
