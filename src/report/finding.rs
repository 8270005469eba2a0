//! What is wrong with a proposal, or may be better.

use std::sync::Arc;

use serde::Serialize;

use super::{Numbers, Severity, Source};

/// What kind of finding it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
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
