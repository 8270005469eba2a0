//! The interval of a linear form, as a sum that parts can be taken out of again.

use super::truth::Truth;
use crate::rulebook::model::Op;
use crate::value::Exact;

/// The net factor of a value: anywhere between two numbers while memberships are unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Net {
    pub(crate) low: Exact,
    pub(crate) high: Exact,
}

impl Net {
    pub(crate) const ZERO: Net = Net { low: Exact::ZERO, high: Exact::ZERO };

    pub(crate) fn is_zero(self) -> bool {
        self.low.is_zero() && self.high.is_zero()
    }

    /// With a set's factor, which counts as far as the partner is in the set.
    pub(crate) fn plus(self, factor: Exact, membership: Truth) -> Net {
        match membership {
            Truth::False => self,
            Truth::True => Net { low: self.low.plus(factor), high: self.high.plus(factor) },
            Truth::Unknown => {
                Net { low: self.low.plus(factor.min(Exact::ZERO)), high: self.high.plus(factor.max(Exact::ZERO)) }
            }
        }
    }

    /// What a value of 0 or more adds to a form; an unknown one lies anywhere in [0, inf).
    pub(crate) fn times(self, value: Option<i128>) -> Range {
        match value.map(Exact::new) {
            Some(value) if self.low == self.high => Range::at(self.low.times(value)),
            Some(value) => Range { low: self.low.times(value), high: self.high.times(value), ..Range::ZERO },
            None => Range {
                endless_low: i32::from(self.low.is_negative()),
                endless_high: i32::from(self.high.is_positive()),
                ..Range::ZERO
            },
        }
    }
}

/// An interval; each end is a number unless something endless counts towards it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) low: Exact,
    pub(crate) high: Exact,
    /// How many values draw the lower end to minus infinity.
    pub(crate) endless_low: i32,
    /// How many values draw the upper end to infinity.
    pub(crate) endless_high: i32,
    /// How many partners are not surely in or out of a set that was summed.
    pub(crate) unsure: i32,
}

impl Range {
    pub(crate) const ZERO: Range =
        Range { low: Exact::ZERO, high: Exact::ZERO, endless_low: 0, endless_high: 0, unsure: 0 };

    /// Anywhere in [0, inf): an unknown count or amount.
    pub(crate) const ANY: Range = Range { endless_high: 1, ..Range::ZERO };

    pub(crate) fn at(value: Exact) -> Range {
        Range { low: value, high: value, ..Range::ZERO }
    }

    pub(crate) fn plus(self, other: Range) -> Range {
        Range {
            low: self.low.plus(other.low),
            high: self.high.plus(other.high),
            endless_low: self.endless_low.saturating_add(other.endless_low),
            endless_high: self.endless_high.saturating_add(other.endless_high),
            unsure: self.unsure.saturating_add(other.unsure),
        }
    }

    /// Adds what there is to add.
    pub(crate) fn add(&mut self, part: Option<Range>) {
        if let Some(part) = part {
            *self = self.plus(part);
        }
    }

    pub(crate) fn minus(self, other: Range) -> Range {
        Range {
            low: self.low.minus(other.low),
            high: self.high.minus(other.high),
            endless_low: self.endless_low.saturating_sub(other.endless_low),
            endless_high: self.endless_high.saturating_sub(other.endless_high),
            unsure: self.unsure.saturating_sub(other.unsure),
        }
    }

    pub(crate) fn lower(self) -> Option<Exact> {
        (self.endless_low == 0).then_some(self.low)
    }

    pub(crate) fn upper(self) -> Option<Exact> {
        (self.endless_high == 0).then_some(self.high)
    }

    /// The one value that it may have.
    pub(crate) fn point(self) -> Option<Exact> {
        self.lower().filter(|low| self.upper() == Some(*low))
    }

    /// Whether *measure - bound*, which this is, keeps the bound: with `slack` allowed for `is`.
    pub(crate) fn keeps(self, op: Op, slack: Exact) -> Truth {
        let zero = Exact::ZERO;
        let (lower, upper) = (self.lower(), self.upper());
        let (holds, fails) = match op {
            Op::Max => (upper.is_some_and(|upper| upper <= zero), lower.is_some_and(|lower| lower > zero)),
            Op::Below => (upper.is_some_and(|upper| upper < zero), lower.is_some_and(|lower| lower >= zero)),
            Op::Min => (lower.is_some_and(|lower| lower >= zero), upper.is_some_and(|upper| upper < zero)),
            Op::Above => (lower.is_some_and(|lower| lower > zero), upper.is_some_and(|upper| upper <= zero)),
            Op::Is | Op::In | Op::Within => (
                lower.is_some_and(|lower| lower >= slack.negated()) && upper.is_some_and(|upper| upper <= slack),
                lower.is_some_and(|lower| lower > slack) || upper.is_some_and(|upper| upper < slack.negated()),
            ),
        };
        settled(holds, fails)
    }

    /// Whether it is one of the values listed.
    pub(crate) fn is_one_of(self, values: &[i128]) -> Truth {
        let inside = |value: Exact| {
            self.lower().is_none_or(|lower| lower <= value) && self.upper().is_none_or(|upper| value <= upper)
        };
        let hits = values.iter().any(|value| inside(Exact::new(*value)));
        settled(hits && self.point().is_some(), !hits)
    }
}

fn settled(holds: bool, fails: bool) -> Truth {
    if holds {
        Truth::True
    } else if fails {
        Truth::False
    } else {
        Truth::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::{Net, Range, Truth};
    use crate::rulebook::model::Op;
    use crate::value::Exact;

    fn net(low: i128, high: i128) -> Net {
        Net { low: Exact::new(low), high: Exact::new(high) }
    }

    #[test]
    fn an_unknown_value_reaches_as_far_as_its_factor_lets_it() {
        assert_eq!(net(0, 0).times(None), Range::ZERO);
        assert_eq!(net(-1, 1).times(None).lower(), None);
        assert_eq!(net(0, 1).times(None).lower(), Some(Exact::ZERO));
        assert_eq!(net(0, 1).times(None).upper(), None);
        assert_eq!(net(-2, 3).times(Some(10)), Range { low: Exact::new(-20), high: Exact::new(30), ..Range::ZERO });
    }

    #[test]
    fn a_bound_is_kept_by_all_values_by_none_or_by_some() {
        let range = |low, high| Range { low: Exact::new(low), high: Exact::new(high), ..Range::ZERO };
        let keeps = |low, high, op| range(low, high).keeps(op, Exact::ZERO);
        assert_eq!(keeps(-1, 0, Op::Max), Truth::True);
        assert_eq!(keeps(-1, 0, Op::Below), Truth::Unknown);
        assert_eq!(keeps(0, 1, Op::Below), Truth::False);
        assert_eq!(keeps(0, 1, Op::Above), Truth::Unknown);
        assert_eq!(keeps(-1, 0, Op::Above), Truth::False);
        assert_eq!(keeps(-1, 1, Op::Is), Truth::Unknown);
        assert_eq!(range(-1, 1).keeps(Op::Is, Exact::new(1)), Truth::True);
        assert_eq!(range(1, 3).is_one_of(&[2]), Truth::Unknown);
        assert_eq!(range(1, 3).is_one_of(&[4]), Truth::False);
        assert_eq!(range(2, 2).is_one_of(&[4, 2]), Truth::True);
    }

    #[test]
    fn what_was_added_can_be_taken_out_again() {
        let part = net(-1, 2).times(None).plus(net(1, 1).times(Some(5)));
        let whole = Range::at(Exact::new(7)).plus(part);
        assert_eq!(whole.lower(), None);
        assert_eq!(whole.minus(part), Range::at(Exact::new(7)));
    }
}
