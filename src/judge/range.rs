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

    /// Adds a set's factor, which counts as far as the partner is in the set.
    pub(crate) fn add(&mut self, factor: Exact, membership: Truth) {
        let (low, high) = match membership {
            Truth::False => return,
            Truth::True => (factor, factor),
            Truth::Unknown => (factor.min(Exact::ZERO), factor.max(Exact::ZERO)),
        };
        self.low = self.low.plus(low);
        self.high = self.high.plus(high);
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

    // A range is long: it is changed where it lies, and not handed on.

    pub(crate) fn add(&mut self, part: &Range) {
        self.low = self.low.plus(part.low);
        self.high = self.high.plus(part.high);
        self.endless_low = self.endless_low.saturating_add(part.endless_low);
        self.endless_high = self.endless_high.saturating_add(part.endless_high);
        self.unsure = self.unsure.saturating_add(part.unsure);
    }

    /// Takes out again what was added.
    pub(crate) fn subtract(&mut self, part: &Range) {
        self.low = self.low.minus(part.low);
        self.high = self.high.minus(part.high);
        self.endless_low = self.endless_low.saturating_sub(part.endless_low);
        self.endless_high = self.endless_high.saturating_sub(part.endless_high);
        self.unsure = self.unsure.saturating_sub(part.unsure);
    }

    /// Adds a number to both ends.
    pub(crate) fn shift(&mut self, by: Exact) {
        self.low = self.low.plus(by);
        self.high = self.high.plus(by);
    }

    /// Adds a value of 0 or more times its net factor; an unknown one lies anywhere in [0, inf).
    pub(crate) fn add_times(&mut self, net: &Net, value: Option<i128>) {
        match value.map(Exact::new) {
            Some(value) if net.low == net.high => self.shift(net.low.times(value)),
            Some(value) => {
                self.low = self.low.plus(net.low.times(value));
                self.high = self.high.plus(net.high.times(value));
            }
            None => {
                self.endless_low = self.endless_low.saturating_add(net.low.is_negative().into());
                self.endless_high = self.endless_high.saturating_add(net.high.is_positive().into());
            }
        }
    }

    pub(crate) fn lower(&self) -> Option<Exact> {
        (self.endless_low == 0).then_some(self.low)
    }

    pub(crate) fn upper(&self) -> Option<Exact> {
        (self.endless_high == 0).then_some(self.high)
    }

    /// The one value that it may have.
    pub(crate) fn point(&self) -> Option<Exact> {
        self.lower().filter(|low| self.upper() == Some(*low))
    }

    /// Whether *measure - bound*, which this is, keeps the bound: with `slack` allowed for `is`.
    pub(crate) fn keeps(&self, op: Op, slack: Exact) -> Truth {
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
    pub(crate) fn is_one_of(&self, values: &[i128]) -> Truth {
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

    /// A value times its net factor.
    fn times(low: i128, high: i128, value: Option<i128>) -> Range {
        let mut range = Range::ZERO;
        range.add_times(&Net { low: Exact::new(low), high: Exact::new(high) }, value);
        range
    }

    #[test]
    fn an_unknown_value_reaches_as_far_as_its_factor_lets_it() {
        assert_eq!(times(0, 0, None), Range::ZERO);
        assert_eq!(times(-1, 1, None).lower(), None);
        assert_eq!(times(0, 1, None).lower(), Some(Exact::ZERO));
        assert_eq!(times(0, 1, None).upper(), None);
        assert_eq!(times(-2, 3, Some(10)), Range { low: Exact::new(-20), high: Exact::new(30), ..Range::ZERO });
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
        let mut part = times(-1, 2, None);
        part.add(&times(1, 1, Some(5)));
        let mut whole = Range::at(Exact::new(7));
        whole.add(&part);
        assert_eq!(whole.lower(), None);
        whole.subtract(&part);
        assert_eq!(whole, Range::at(Exact::new(7)));
    }
}
