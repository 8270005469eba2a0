//! What follows from a proposal: the report, exactly as it goes over the wire.
//!
//! The structs *are* the JSON of the format's section 5; no host changes them. None of them is
//! `non_exhaustive`: a `match` over a [`Code`] needs no arm for what nobody knows, since a new one would be a new
//! version of the format, and a report can be built where it is tested what is made of it. Words such as a
//! verdict are displayed as the JSON has them.

mod finding;
pub(crate) mod format;
mod numbers;
mod since;
pub(crate) mod words;

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

pub use self::finding::{Alternative, AlternativeFinding, Code, Finding, Group};
pub use self::format::grouped;
pub use self::numbers::Numbers;
use crate::json;
pub use crate::rulebook::{Severity, Source};
pub use crate::value::{Amount, Shown};

/// What the rules say of a proposal as a whole.
///
/// ```
/// assert_eq!(callcheck::report::Verdict::Eligible.to_string(), "eligible");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// No rule of severity `error` is broken or open.
    Eligible,
    /// At least one rule of severity `error` is broken.
    Ineligible,
    /// Nothing is broken, but something that decides is missing or unreadable.
    Incomplete,
}

/// The judgement of one proposal against one rulebook.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The verdict; a draft's `ineligible` is final.
    pub verdict: Verdict,
    /// In a draft: the verdict of the same proposal as a closed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub so_far: Option<Verdict>,
    /// Whether the proposal was judged as a draft.
    pub draft: bool,
    /// The rulebook that was judged against.
    pub rulebook: RulebookRef,
    /// What is wrong, and what may be better.
    pub findings: Vec<Finding>,
    /// What the open rules of severity `error` wait for.
    pub missing: Vec<Missing>,
    /// One entry for each instance of each rule.
    pub checks: Vec<Check>,
    /// The range that each field may still take.
    pub limits: Vec<Limit>,
    /// What the applicant should know.
    pub notices: Vec<Notice>,
    /// The table that converted, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<ExchangeUsed>,
    /// The sums of the proposal, in the rulebook's currency.
    pub totals: Totals,
}

/// A word of the format, as the JSON has it.
macro_rules! displayed {
    ($($word:ty),+) => {$(
        impl fmt::Display for $word {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.serialize(formatter)
            }
        }
    )+};
}

displayed!(Verdict, Code, Severity, Reason, Status, NoticeStatus, ExchangeFrom);

impl Report {
    /// The report as it goes over the wire: JSON without spaces.
    ///
    /// ```
    /// let rulebook = callcheck::embedded::rulebook("innovation-express").ok_or("not shipped")?;
    /// let report = rulebook.check(&callcheck::Proposal::default(), &callcheck::Options::default());
    /// assert!(report.to_json().starts_with(r#"{"verdict":"incomplete","#));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn to_json(&self) -> String {
        json::written(self)
    }
}

/// Which rulebook was judged against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulebookRef {
    /// The rulebook's id.
    pub id: Arc<str>,
    /// The rulebook's version.
    pub version: Arc<str>,
    /// `sha256:` and the digest of the rulebook's RFC 8785 form.
    pub digest: Arc<str>,
}

/// Why something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It was not given.
    NotGiven,
    /// It was given, but cannot be read.
    Invalid,
    /// It was given, but not exactly enough to tell.
    TooCoarse,
    /// Its currency has no exchange rate.
    NoExchangeRate,
}

/// A field that open rules wait for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// RFC 6901 pointer to the field.
    pub path: String,
    /// Why it is missing.
    pub reason: Reason,
    /// The rules that wait for it.
    pub rules: Vec<Arc<str>>,
}

/// How an instance of a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its condition is false.
    Skipped,
    /// No completion mends it.
    Fail,
    /// No completion breaks it.
    Pass,
    /// Unknown as yet.
    Open,
}

/// How one instance of one rule stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// The rule's id.
    pub rule: Arc<str>,
    /// The group of partners; absent for `each: proposal`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// How it stands.
    pub status: Status,
    /// Of an open one: its truth in the same proposal as a closed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub so_far: Option<Option<bool>>,
    /// The numbers, where `require` is a single atom.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// The range that one field may still take, all others as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limit {
    /// RFC 6901 pointer to the field.
    pub path: String,
    /// The least value, or `null`.
    pub min: Option<Shown>,
    /// The greatest value, or `null`; below `min` where no value of this field alone helps.
    pub max: Option<Shown>,
    /// ISO 4217 code, of amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<crate::Currency>,
    /// The rule that sets `min`, or `null`.
    pub min_rule: Option<Arc<str>>,
    /// The rule that sets `max`, or `null`.
    pub max_rule: Option<Arc<str>>,
}

/// Whether a notice applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeStatus {
    /// It applies.
    Applies,
    /// It may apply.
    Open,
}

/// What the applicant should know; never judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The notice's id.
    pub id: Arc<str>,
    /// Whether it applies.
    pub status: NoticeStatus,
    /// What it tells.
    pub title: Arc<str>,
    /// The exact amount it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// ISO 4217 code of the amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<crate::Currency>,
    /// Where the call says so.
    pub source: Arc<Source>,
}

/// Whose table converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExchangeFrom {
    /// The rulebook's.
    Rulebook,
    /// The caller's.
    Caller,
}

/// The table that converted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExchangeUsed {
    /// The currency whose one unit the table prices.
    pub base: crate::Currency,
    /// The table's date, of the rulebook's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Arc<str>>,
    /// Whose table it is.
    pub from: ExchangeFrom,
}

/// The sums of the proposal, in the rulebook's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// ISO 4217 code of the sums.
    pub currency: crate::Currency,
    /// The requested grants.
    pub grant: Amount,
    /// The costs.
    pub cost: Amount,
    /// The contributions.
    pub contribution: Amount,
    /// Whether everything summed is known.
    pub complete: bool,
    /// The same by country, in the order of first appearance.
    pub countries: Vec<CountryTotals>,
}

/// The sums of one country's partners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryTotals {
    /// ISO 3166-1 alpha-2 code.
    pub country: crate::Country,
    /// How many partners.
    pub partners: usize,
    /// The requested grants.
    pub grant: Amount,
    /// The costs.
    pub cost: Amount,
    /// The contributions.
    pub contribution: Amount,
    /// Whether everything summed is known.
    pub complete: bool,
}
