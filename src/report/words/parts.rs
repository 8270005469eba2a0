//! What sentences have in common: a value, what the call allows, what to do.

use super::Told;
use super::bound::Bound;
use crate::report::format::{grouped, items, money};
use crate::report::{Code, Numbers, Shown};
use crate::rulebook::model::{Names, Op, Rule};

pub(super) fn plain(shown: &Shown) -> String {
    match shown {
        Shown::Amount(amount) => money(*amount),
        Shown::Text(text) => text.to_string(),
        Shown::Count(count) => grouped(&count.to_string()),
        Shown::Boolean(true) => "yes".to_owned(),
        Shown::Boolean(false) => "no".to_owned(),
        Shown::List(items) if items.is_empty() => "none".to_owned(),
        Shown::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
    }
}

/// What the call allows; where the bound hangs on what is not known, its rule by name.
pub(super) fn allowed(bound: Option<&Bound<'_>>, rule: &Rule, one: impl Fn(&Shown) -> String) -> String {
    bound.map_or_else(
        || format!("the call asks: {}", rule.title),
        |bound| format!("the call asks for {}", bound.says(one)),
    )
}

/// The change that would keep the bound; none where nothing can be so low.
pub(super) fn remedy(
    told: &Told<'_>,
    bound: Option<&Bound<'_>>,
    one: impl Fn(&Shown) -> String,
    (down, up): (&str, &str),
) -> String {
    let by = told.params.by.as_ref().filter(|_| !bound.is_some_and(Bound::is_below_nothing));
    let Some(by) = by else { return String::new() };
    // At an exclusive bound a change by the distance itself would not be enough.
    let is_exclusive = bound.is_some_and(|bound| matches!(bound.op, Op::Above | Op::Below));
    let by_how_much = match is_exclusive {
        true if by.is_zero() => String::new(),
        true => format!(" by more than {}", one(by)),
        false => format!(" by {}", one(by)),
    };
    match told.code {
        Code::AboveMax => format!(" {down}{by_how_much}."),
        Code::BelowMin => format!(" {up}{by_how_much}."),
        _ => format!(" The difference is {}.", one(by)),
    }
}

/// Whether it is only what is known so far.
pub(super) fn so_far(params: &Numbers) -> &'static str {
    if params.open == Some(true) { " already" } else { "" }
}

pub(super) fn each(shown: &Shown, one: impl Fn(&Shown) -> String) -> String {
    items(shown).into_iter().map(one).collect::<Vec<_>>().join(", ")
}

pub(super) fn titled(names: &Names, name: &str) -> String {
    names.find(name).map(|index| names.title(index)).filter(|title| !title.is_empty()).unwrap_or(name).to_owned()
}
