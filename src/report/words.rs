//! The sentences of a report, all in one place.

use super::{Alternative, Code, Group, Numbers};
use crate::rulebook::model::Rule;

pub(crate) fn irregularity(code: Code, path: &str) -> String {
    format!("{code:?} {path}")
}

pub(crate) fn failure(rule: &Rule, _group: Option<Group>, _code: Code, _path: &str, _params: &Numbers, _alternatives: Option<&[Alternative]>) -> String {
    rule.title.to_string()
}
