//! callcheck judges a funding proposal against the rules of a call.

pub mod report;

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

/// ISO 3166-1 alpha-2 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Country(&'static str);

/// ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Currency(&'static str);

impl std::fmt::Display for Country { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.0) } }
impl std::fmt::Display for Currency { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.0) } }

/// One problem of a rulebook, or one piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// RFC 6901 pointer into the rulebook.
    pub pointer: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Byte offset into the text.
    #[serde(skip)]
    pub offset: usize,
    /// Length in bytes of what it is about.
    #[serde(skip)]
    pub length: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// A rulebook that cannot be used, with every problem in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the rulebook has {} problem(s)", problems.len())]
pub struct RulebookError {
    /// At least one; in the order of the text.
    pub problems: Vec<Problem>,
}

/// What a call demands.
#[derive(Debug)]
pub struct Rulebook { advice: Vec<Problem> }

/// How to judge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether partners may still be added.
    pub draft: bool,
    /// The caller's exchange rates.
    pub exchange: Option<Exchange>,
}

impl Options {
    /// Reads `{ "draft": bool, "exchange": { "base": …, "units": { … } } }`; both may be absent.
    ///
    /// # Errors
    /// Where the options cannot be read.
    pub fn from_value(_value: &Value) -> Result<Options, OptionsError> { Ok(Options::default()) }
}

/// A table of exchange rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {}

impl Exchange {
    /// Reads `{ "base": …, "units": { … } }`.
    ///
    /// # Errors
    /// Where the table cannot be read.
    pub fn from_value(_value: &Value) -> Result<Exchange, OptionsError> { Ok(Exchange {}) }
}

/// Options that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct OptionsError {
    /// RFC 6901 pointer into the options.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl Rulebook {
    /// Reads a rulebook strictly.
    ///
    /// # Errors
    /// Every problem at once.
    pub fn from_json(_text: &str) -> Result<Rulebook, RulebookError> { Ok(Rulebook { advice: Vec::new() }) }
    /// The rulebook's id.
    pub fn id(&self) -> &str { "stub" }
    /// The rulebook's version.
    pub fn version(&self) -> &str { "0.0.0" }
    /// The rulebook's title.
    pub fn title(&self) -> &str { "Stub" }
    /// `sha256:` and the digest of its RFC 8785 form.
    pub fn digest(&self) -> &str { "sha256:00" }
    /// The rulebook as JSON, as it was written.
    pub fn to_value(&self) -> &Value { &Value::Null }
    /// What could be better in the rulebook.
    pub fn advice(&self) -> &[Problem] { &self.advice }
    /// The rules in words, for people.
    pub fn sheet(&self) -> Sheet { Sheet { id: "stub".into(), version: "0".into(), title: "Stub".into(), digest: "sha256:00".into(), rules: Vec::new(), notices: Vec::new(), exchange: None } }
    /// The JSON Schema 2020-12 of a proposal to this call.
    pub fn proposal_schema(&self) -> Value { Value::Bool(true) }
    /// Judges a proposal; never fails.
    pub fn check(&self, _proposal: &Value, options: &Options) -> report::Report { stub(options.draft) }
    /// Judges a proposal from its JSON text.
    ///
    /// # Errors
    /// Only where the text is no JSON.
    pub fn check_json(&self, _proposal: &str, options: &Options) -> Result<report::Report, serde_json::Error> { Ok(stub(options.draft)) }
    /// Holds a proposal while it is being typed.
    pub fn session(self: &Arc<Self>, _proposal: &Value, options: Options) -> Session { Session { options } }
}

/// The JSON Schema 2020-12 of a rulebook.
pub fn rulebook_schema() -> Value { Value::Bool(true) }

/// A proposal held while it is being typed.
#[derive(Debug)]
pub struct Session { options: Options }

impl Session {
    /// Sets one field; `None` removes it. `/partners/-` adds a partner, removing `/partners/2` moves the later ones up.
    ///
    /// # Errors
    /// Where the path leads nowhere.
    pub fn set(&mut self, _path: &str, _value: Option<Value>) -> Result<(), EditError> { Ok(()) }
    /// What `check` would say of the proposal as it stands.
    pub fn report(&self) -> report::Report { stub(self.options.draft) }
}

/// An edit that could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct EditError {
    /// The path that was to be changed.
    pub path: String,
    /// Why it could not be.
    pub message: String,
}

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
    pub severity: report::Severity,
    /// Whom it speaks of, such as "Each country: funded partners from Denmark"; absent where it is all partners together.
    pub applies_to: Option<String>,
    /// The condition, in words; absent where it always applies.
    pub when: Option<String>,
    /// What it demands, in words.
    pub requires: String,
    /// The countries its filter names, for grouping a sheet; empty where it names none.
    pub countries: Vec<Country>,
    /// Where the call says so.
    pub source: Arc<report::Source>,
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
    pub source: Arc<report::Source>,
}

/// The rulebooks that callcheck ships.
pub mod embedded {
    use std::sync::Arc;

    /// Their ids, the default first.
    pub fn ids() -> impl Iterator<Item = &'static str> { ["innovation-express"].into_iter() }
    /// The text of one.
    pub fn text(_id: &str) -> Option<&'static str> { None }
    /// One, read when first asked for.
    pub fn rulebook(_id: &str) -> Option<Arc<crate::Rulebook>> { None }
}

fn stub(draft: bool) -> report::Report {
    use report::*;
    let source = Arc::new(Source { title: "The booklet".into(), url: None, kind: Some("official".into()), date: None, at: Some("p. 3".into()), says: Some("Small grants.".into()) });
    let numbers = Numbers { measure: Some("grant".into()), found: Some(Shown::Text("260000.00".into())), max: Some(Shown::Text("250000.00".into())), by: Some(Shown::Text("10000.00".into())), currency: Some(Currency("DKK")), ..Numbers::default() };
    Report {
        verdict: Verdict::Ineligible, so_far: draft.then_some(Verdict::Ineligible), draft,
        rulebook: RulebookRef { id: "stub".into(), version: "0.0.0".into(), digest: "sha256:00".into() },
        findings: vec![Finding { code: Code::AboveMax, severity: Severity::Error, rule: Some("dk-cap".into()), path: "/partners".into(), related: vec!["/partners/0/grant".into()], group: Some(Group::Country(Country("DK"))), params: Some(numbers.clone()), alternatives: None, message: "The partners from Denmark request DKK 260,000; this call gives them at most DKK 250,000. Reduce it by DKK 10,000.".into(), source: Some(source.clone()) }],
        missing: vec![Missing { path: "/partners/1/country".into(), reason: Reason::NotGiven, rules: vec!["dk-cap".into()] }],
        checks: vec![Check { rule: "dk-cap".into(), group: Some(Group::Country(Country("DK"))), status: Status::Fail, so_far: None, numbers }],
        limits: vec![Limit { path: "/partners/0/grant".into(), min: Some(Shown::Text("0.00".into())), max: Some(Shown::Text("150000.00".into())), currency: Some(Currency("DKK")), min_rule: None, max_rule: Some("dk-cap".into()) }],
        notices: vec![Notice { id: "ask".into(), status: NoticeStatus::Applies, title: "Ask your agency".into(), amount: Some("10000.00".into()), currency: Some(Currency("EUR")), source }],
        exchange: None,
        totals: Totals { currency: Currency("EUR"), grant: "0.00".into(), cost: "0.00".into(), contribution: "0.00".into(), complete: false, countries: vec![] },
    }
}
