//! What a bound asks of what was found.

/// The bounds, in the order in which they are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Op {
    Min,
    Max,
    Above,
    Below,
    Is,
    In,
    Within,
}

impl Op {
    pub(crate) const ALL: [Op; 7] = [Op::Min, Op::Max, Op::Above, Op::Below, Op::Is, Op::In, Op::Within];

    /// The key in a rulebook and in a report.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Op::Min => "min",
            Op::Max => "max",
            Op::Above => "above",
            Op::Below => "below",
            Op::Is => "is",
            Op::In => "in",
            Op::Within => "within",
        }
    }
}
