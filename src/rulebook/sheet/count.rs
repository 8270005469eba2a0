//! Counts between their bounds, in words.

use crate::report::format::{counted, either, grouped};
use crate::rulebook::model::{CountBound, Op};

pub(super) fn and(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" and ")
}

pub(super) fn words(op: Op, below: &'static str) -> &'static str {
    match op {
        Op::Min => "at least",
        Op::Max => "at most",
        Op::Above => "more than",
        Op::Below => below,
        Op::Is | Op::In | Op::Within => "exactly",
    }
}

pub(super) fn is_none(bounds: &[CountBound]) -> bool {
    matches!(bounds, [CountBound::One(Op::Max | Op::Is, 0) | CountBound::One(Op::Below, 1)])
}

pub(super) fn is_any(bounds: &[CountBound]) -> bool {
    matches!(bounds, [CountBound::One(Op::Min, 1) | CountBound::One(Op::Above, 0)])
}

/// What is counted: `no partner`, `at least one partner`, `at least 2 and at most 5 partners`.
pub(super) fn of(bounds: &[CountBound], one: &str, several: &str) -> String {
    if is_none(bounds) {
        return format!("no {one}");
    }
    if is_any(bounds) {
        return format!("at least one {one}");
    }
    number(bounds, "fewer than", one, several)
}

/// The number alone: `none`, `at least one`, `at most 5`.
pub(super) fn bare(bounds: &[CountBound]) -> String {
    if is_none(bounds) {
        return "none".to_owned();
    }
    if is_any(bounds) {
        return "at least one".to_owned();
    }
    and(bounds.iter().map(|bound| one_number(bound, "fewer than", |value| grouped(&value.to_string()))))
}

pub(super) fn is_singular(bounds: &[CountBound]) -> bool {
    is_none(bounds) || is_any(bounds) || matches!(bounds.last(), Some(CountBound::One(_, 1)))
}

/// The noun stands behind the last number.
pub(super) fn number(bounds: &[CountBound], below: &'static str, one: &str, several: &str) -> String {
    let with_noun = |value| counted(value, one, several);
    let bare = |value: i128| grouped(&value.to_string());
    let Some((last, rest)) = bounds.split_last() else { return String::new() };
    let rest = rest.iter().map(|bound| one_number(bound, below, bare));
    and(rest.chain([one_number(last, below, with_noun)]))
}

fn one_number(bound: &CountBound, below: &'static str, last: impl Fn(i128) -> String) -> String {
    match bound {
        CountBound::One(op, value) => format!("{} {}", words(*op, below), last(*value)),
        CountBound::OneOf(values) => {
            let Some((value, rest)) = values.split_last() else { return String::new() };
            let mut items: Vec<String> = rest.iter().map(|value| grouped(&value.to_string())).collect();
            items.push(last(*value));
            format!("exactly {}", either(&items))
        }
    }
}
