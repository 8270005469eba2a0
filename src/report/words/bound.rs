//! What a failed bound asks for, in words.

use crate::report::format::{either, items};
use crate::report::{Numbers, Shown};
use crate::rulebook::model::Op;

/// The failed bound, where it can be shown.
pub(super) struct Bound<'a> {
    pub(super) op: Op,
    pub(super) shown: &'a Shown,
}

impl<'a> Bound<'a> {
    pub(super) fn of(params: &'a Numbers) -> Option<Bound<'a>> {
        let bounds = [
            (Op::Min, &params.min),
            (Op::Max, &params.max),
            (Op::Above, &params.above),
            (Op::Below, &params.below),
            (Op::Is, &params.is),
            (Op::In, &params.one_of),
            (Op::Within, &params.within),
        ];
        bounds.into_iter().find_map(|(op, shown)| shown.as_ref().map(|shown| Bound { op, shown }))
    }

    fn words(&self) -> &'static str {
        match self.op {
            Op::Min => "at least",
            Op::Max => "at most",
            Op::Above => "more than",
            Op::Below => "less than",
            Op::Is => "exactly",
            Op::In => "one of",
            Op::Within => "none but",
        }
    }

    /// Whether only what is less than nothing keeps it.
    pub(super) fn is_below_nothing(&self) -> bool {
        let least = if self.op == Op::Below { 1 } else { 0 };
        match self.shown {
            Shown::Amount(amount) => amount.minor_units() < least,
            Shown::Count(count) => *count < least,
            _ => false,
        }
    }

    pub(super) fn says(&self, one: impl Fn(&Shown) -> String) -> String {
        let values: Vec<String> = items(self.shown).into_iter().map(one).collect();
        let is_choice =
            self.op == Op::Is && matches!(self.shown, Shown::Boolean(_)) || self.op == Op::In && values.len() == 1;
        if is_choice { either(&values) } else { format!("{} {}", self.words(), either(&values)) }
    }
}
