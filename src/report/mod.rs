//! What follows from a proposal: the report, exactly as it goes over the wire.
//!
//! The structs *are* the JSON of the format's section 5; no host changes them.

pub(crate) mod format;
pub(crate) mod words;

use std::sync::Arc;

use serde::Serialize;

pub use crate::rulebook::{Severity, Source};
pub use crate::value::{Amount, Shown};

/// What the rules say of a proposal as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// No rule of the call is broken or open.
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

/// What kind of finding it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A number above its maximum.
    AboveMax,
    /// A number below its minimum.
    BelowMin,
    /// A date after its last day or moment.
    TooLate,
    /// A date before its first day or moment.
    TooEarly,
    /// A number or yes-no answer that is not the one asked for.
    NotEqual,
    /// A value that is not among those allowed.
    NotAllowed,
    /// None of several alternatives holds, or something holds that must not.
    NotSatisfied,
    /// A value that cannot be read.
    InvalidValue,
    /// Two values that contradict each other.
    Inconsistent,
}

/// One thing that is wrong or may be better.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What kind of finding it is.
    pub code: Code,
    /// Whether it makes the proposal ineligible.
    pub severity: Severity,
    /// The rule that asked; absent for `invalid-value` and `inconsistent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Arc<str>>,
    /// RFC 6901 pointer to the field it is about.
    pub path: String,
    /// Pointers to the fields that were summed or counted.
    pub related: Vec<String>,
    /// The group of partners it speaks of; absent for `each: proposal`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// The numbers of the failed bound; absent for `invalid-value` and `inconsistent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub params: Option<Numbers>,
    /// Of a failing `any`: what each of its members lacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<Vec<Alternative>>,
    /// The sentence for people.
    pub message: String,
    /// Where the call says so; absent for `invalid-value` and `inconsistent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Arc<Source>>,
}

/// The group of partners that an instance of a rule speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Group {
    /// The partners of one country, by its ISO 3166-1 alpha-2 code.
    Country(crate::Country),
    /// One partner, by its place in the list, from 0.
    Partner(usize),
}

/// One member of a failing `any`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// The member's title, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Arc<str>>,
    /// What fails of it.
    pub findings: Vec<AlternativeFinding>,
}

/// What fails of one alternative.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlternativeFinding {
    /// What kind of finding it is.
    pub code: Code,
    /// RFC 6901 pointer to the field it is about.
    pub path: String,
    /// Pointers to the fields that were summed or counted.
    pub related: Vec<String>,
    /// The numbers of the failed bound.
    pub params: Numbers,
    /// Of a failing `any`: what each of its members lacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<Vec<Alternative>>,
}

/// The numbers of an atom: what was found, what is allowed.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Numbers {
    /// The measure, as the rulebook writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Arc<serde_json::Value>>,
    /// The sum of the known values, or the one value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Shown>,
    /// Of a duration: the days beyond whole months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Present and true where unknown values or additions may change `found`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// The inclusive minimum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Shown>,
    /// The inclusive maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Shown>,
    /// The exclusive minimum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Shown>,
    /// The exclusive maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<Shown>,
    /// The only value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<Shown>,
    /// The values allowed, or of which one is needed.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Shown>,
    /// The values beside which none is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Shown>,
    /// The distance of `found` from the bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Shown>,
    /// ISO 4217 code of the amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<crate::Currency>,
}

/// Why something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
