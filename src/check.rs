//! The doors of the library: a proposal judged once, or held while it is being typed.

use std::borrow::Cow;
use std::sync::Arc;

use crate::judge::judge;
use crate::options::Options;
use crate::proposal::{Node, Proposal, Reading};
use crate::report::Report;
use crate::rulebook::Rulebook;
use crate::session::Session;

/// What a proposal can be read from.
pub trait ToProposal {
    /// The proposal as it is written.
    fn to_proposal(&self) -> Cow<'_, Proposal>;
}

impl ToProposal for Proposal {
    fn to_proposal(&self) -> Cow<'_, Proposal> {
        Cow::Borrowed(self)
    }
}

impl ToProposal for serde_json::Value {
    fn to_proposal(&self) -> Cow<'_, Proposal> {
        Cow::Owned(Proposal::from(self))
    }
}

impl Rulebook {
    /// Judges a proposal, given as a [`Proposal`] or any [`serde_json::Value`]; never fails.
    ///
    /// ```
    /// use callcheck::{Options, embedded, report::Verdict};
    /// use serde_json::json;
    ///
    /// let rulebook = embedded::rulebook("innovation-express").ok_or("not shipped")?;
    /// let proposal = json!({ "months": 18, "partners": [{ "country": "SE", "grant": "60000.01" }] });
    /// let report = rulebook.check(&proposal, &Options::default());
    /// assert_eq!(report.verdict, Verdict::Ineligible);
    /// assert_eq!(report.findings[0].rule.as_deref(), Some("requested-funding"));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn check(&self, proposal: &impl ToProposal, options: &Options) -> Report {
        judge(self, &Reading::new(&self.model, &proposal.to_proposal().0), options)
    }

    /// Judges a proposal from its JSON text.
    ///
    /// # Errors
    /// Only where the text is no JSON, or has a number beyond double precision's range.
    pub fn check_json(&self, proposal: &str, options: &Options) -> Result<Report, serde_json::Error> {
        Node::from_json(proposal).map(|node| judge(self, &Reading::new(&self.model, &node), options))
    }

    /// Holds a proposal while it is being typed.
    pub fn session(self: &Arc<Self>, proposal: &impl ToProposal, options: Options) -> Session {
        Session::new(self.clone(), proposal.to_proposal().into_owned(), options)
    }
}
