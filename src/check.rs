//! The doors of the library: a proposal judged once, or held while it is being typed.

use std::sync::Arc;

use self::written::Written;
use crate::json::JsonError;
use crate::judge::judge;
use crate::options::Options;
use crate::proposal::{Node, Proposal, Reading};
use crate::report::Report;
use crate::rulebook::Rulebook;
use crate::session::Session;

/// What a proposal can be read from: a [`Proposal`] or a [`serde_json::Value`].
pub trait ToProposal: Written {}

impl ToProposal for Proposal {}

impl ToProposal for serde_json::Value {}

/// Keeps [`ToProposal`] to the types of this file: how a proposal is held is nobody else's concern.
mod written {
    use std::borrow::Cow;

    use crate::proposal::{Node, Proposal};

    pub trait Written {
        /// The proposal as it is written; of a value in memory what it says is borrowed.
        fn node(&self) -> Cow<'_, Node<'_>>;
    }

    impl Written for Proposal {
        fn node(&self) -> Cow<'_, Node<'_>> {
            Cow::Borrowed(&self.0)
        }
    }

    impl Written for serde_json::Value {
        fn node(&self) -> Cow<'_, Node<'_>> {
            Cow::Owned(Node::from_value(self))
        }
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
        judge(self, &Reading::new(&self.model, &proposal.node()), options)
    }

    /// Judges a proposal from its JSON text.
    ///
    /// # Errors
    /// Only where the text is no JSON, or has a number beyond double precision's range.
    pub fn check_json(&self, proposal: &str, options: &Options) -> Result<Report, JsonError> {
        Node::from_json(proposal).map(|node| judge(self, &Reading::new(&self.model, &node), options))
    }

    /// Holds a proposal while it is being typed. A session shares the rulebook, and so asks for one that can
    /// be shared, as [`embedded::rulebook`](crate::embedded::rulebook) gives it.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use callcheck::{Options, Proposal, Rulebook, embedded};
    ///
    /// let text = embedded::text("innovation-express").ok_or("not shipped")?;
    /// let rulebook = Arc::new(Rulebook::from_json(text)?);
    /// let mut session = rulebook.session(&Proposal::default(), Options::default());
    /// session.set_json("/months", Some("18"))?;
    /// assert_eq!(session.report(), rulebook.check_json(r#"{ "months": 18 }"#, &Options::default())?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn session(self: &Arc<Self>, proposal: &impl ToProposal, options: Options) -> Session {
        Session::new(self.clone(), Proposal(proposal.node().into_owned().into_owned()), options)
    }
}
