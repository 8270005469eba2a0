//! What a test measured, and what it allows.

use std::sync::Arc;

use serde::Serialize;

use super::Shown;

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
    /// The distance of `found` from the bound; of a duration that is over it, in months begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Shown>,
    /// ISO 4217 code of the amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<crate::Currency>,
}

impl Numbers {
    /// How far a duration with days is over its bound: the whole months, and the days that `by` counts as a month.
    ///
    /// ```
    /// use callcheck::report::{Numbers, Shown};
    ///
    /// let [found, max] = [19, 18].map(|months| Some(Shown::Count(months)));
    /// let numbers = Numbers { found, days: Some(3), max, ..Numbers::default() };
    /// assert_eq!(numbers.over_by(), Some((1, 3)));
    /// ```
    pub fn over_by(&self) -> Option<(i128, u32)> {
        let bound = self.max.as_ref().or(self.below.as_ref()).or(self.is.as_ref());
        match (self.days?, self.found.as_ref()?, bound?) {
            (days, Shown::Count(found), Shown::Count(bound)) => {
                found.checked_sub(*bound).filter(|months| *months >= 0).map(|months| (months, days))
            }
            _ => None,
        }
    }
}
