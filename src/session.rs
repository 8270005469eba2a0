//! A proposal held while it is being typed.

use std::sync::Arc;

use serde_json::Value;

use crate::judge::judge;
use crate::options::Options;
use crate::proposal::{EditError, Field, Proposal, Reading, Touched};
use crate::report::Report;
use crate::rulebook::Rulebook;

/// A proposal held while it is being typed: an edit reads again only what it changed.
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
    reading: Reading,
    options: Options,
}

impl Session {
    pub(crate) fn new(rulebook: Arc<Rulebook>, proposal: Proposal, options: Options) -> Session {
        let reading = Reading::new(&rulebook.model, &proposal.0);
        Session { rulebook, proposal, reading, options }
    }

    /// Sets what stands at an RFC 6901 path, or removes it with `None`.
    ///
    /// `/partners/-` adds a partner; removing `/partners/2` moves the later ones up. An object or
    /// list that is not given yet begins with its first field. A field that the format does not
    /// know is ignored, as it is in a proposal.
    ///
    /// # Errors
    /// Where the path is no JSON Pointer or leads nowhere; the proposal is then as it was.
    pub fn set(&mut self, path: &str, value: Option<&Value>) -> Result<(), EditError> {
        match self.proposal.edit(path, value)? {
            Touched::Nothing => {}
            Touched::All => self.reading = Reading::new(&self.rulebook.model, &self.proposal.0),
            Touched::Head => self.read_head(),
            Touched::Partner(index) => self.read_partner(index),
            Touched::PartnerAdded => self.add_partner(),
            Touched::PartnerRemoved(index) => self.remove_partner(index),
        }
        Ok(())
    }

    /// Exactly what `check` would say of the proposal as it stands.
    pub fn report(&self) -> Report {
        judge(&self.rulebook, &self.reading, &self.options)
    }

    fn read_head(&mut self) {
        let partners = std::mem::take(&mut self.reading.partners);
        self.reading = Reading { partners, ..Reading::without_partners(&self.rulebook.model, &self.proposal.0) };
    }

    fn read_partner(&mut self, index: usize) {
        let Some(node) = self.proposal.0.partner_nodes().given().and_then(|nodes| nodes.get(index)) else { return };
        let partner = self.reading.read_partner(&self.rulebook.model, node);
        if let Field::Given(partners) = &mut self.reading.partners
            && let Some(place) = partners.get_mut(index)
        {
            *place = partner;
        }
    }

    fn add_partner(&mut self) {
        if let Field::Given(partners) = &mut self.reading.partners {
            partners.push(crate::proposal::Partner::default());
            let last = partners.len().saturating_sub(1);
            self.read_partner(last);
        }
    }

    fn remove_partner(&mut self, index: usize) {
        if let Field::Given(partners) = &mut self.reading.partners
            && index < partners.len()
        {
            partners.remove(index);
        }
    }
}
