//! Whether an atom keeps its bounds.

use std::cell::OnceCell;

use super::countries::CountryTally;
use super::filter::Gaps;
use super::form::{Form, Tally};
use super::instance::{Grouping, Instance};
use super::range::Range;
use super::setting::Setting;
use super::truth::Truth;
use super::world::World;
use crate::rulebook::model::{
    Atom, AtomKind, Attribute, AttributeBound, CountBound, DateField, Each, Linear, Op, Sum, SumBound, Unit,
};
use crate::value::{Currency, Duration, DurationBound, Exact, Moment, Order};

pub(crate) struct PreparedAtom<'a> {
    pub(crate) atom: &'a Atom,
    pub(crate) world: &'a World<'a>,
    pub(crate) grouping: Grouping,
    pub(crate) measured: Measured<'a>,
}

/// What an atom measures, summed as far as it is a sum.
pub(crate) enum Measured<'a> {
    Sum(PreparedSum<'a>),
    Countries { tally: CountryTally<'a>, bounds: &'a [CountBound] },
    Months { bounds: &'a [CountBound] },
    Date { field: DateField, bounds: &'a [(Op, Moment)] },
    Attribute { attribute: Attribute, bounds: &'a [AttributeBound] },
}

pub(crate) struct PreparedSum<'a> {
    pub(crate) sum: &'a Sum,
    pub(crate) measure: Form<'a>,
    pub(crate) bounds: Vec<PreparedBound<'a>>,
    /// What is measured, for every instance.
    ranges: Vec<Range>,
}

pub(crate) enum PreparedBound<'a> {
    Constant(ConstantBound<'a>),
    Terms(Box<TermsBound<'a>>),
    OneOf(&'a [i128]),
}

/// A constant, and by how much the measure must be shifted to be *measure - bound*.
pub(crate) struct ConstantBound<'a> {
    op: Op,
    pub(crate) value: Exact,
    shift: Exact,
    difference: Form<'a>,
}

/// A bound made of terms.
pub(crate) struct TermsBound<'a> {
    pub(crate) op: Op,
    pub(crate) bound: Form<'a>,
    /// The bound of the listed partners, summed only where it is shown.
    pub(crate) summed: OnceCell<Tally<'a>>,
    difference: Form<'a>,
    /// *measure - bound* for every instance.
    ranges: Vec<Range>,
}

impl<'a> PreparedBound<'a> {
    pub(crate) fn op(&self) -> Op {
        match self {
            PreparedBound::Constant(constant) => constant.op,
            PreparedBound::Terms(terms) => terms.op,
            PreparedBound::OneOf(_) => Op::In,
        }
    }

    /// *measure - bound*; a list of values has none.
    pub(crate) fn difference(&self) -> Option<Form<'a>> {
        match self {
            PreparedBound::Constant(constant) => Some(constant.difference),
            PreparedBound::Terms(terms) => Some(terms.difference),
            PreparedBound::OneOf(_) => None,
        }
    }
}

impl<'a> PreparedAtom<'a> {
    pub(crate) fn new(atom: &'a Atom, setting: Setting<'a>) -> PreparedAtom<'a> {
        let Setting { world, grouping, .. } = setting;
        let measured = match &atom.kind {
            AtomKind::Sum(sum) => Measured::Sum(PreparedSum::new(sum, setting)),
            AtomKind::Countries { set, bounds } => {
                Measured::Countries { tally: CountryTally::new(world, set, grouping, setting.instances), bounds }
            }
            AtomKind::Months { bounds } => Measured::Months { bounds },
            AtomKind::Date { field, bounds } => Measured::Date { field: *field, bounds },
            AtomKind::Attribute { attribute, bounds } => Measured::Attribute { attribute: *attribute, bounds },
        };
        PreparedAtom { atom, world, grouping, measured }
    }

    pub(crate) fn truth(&self, instance: &Instance) -> Truth {
        Truth::all(self.bounds(instance).map(|(_, truth)| truth))
    }

    /// Every bound and whether it is kept, in the order in which they are told.
    pub(crate) fn bounds(&self, instance: &Instance) -> impl Iterator<Item = (Op, Truth)> {
        (0..).map_while(|index| self.bound(index, instance))
    }

    /// One bound and whether it is kept.
    pub(crate) fn bound(&self, index: usize, instance: &Instance) -> Option<(Op, Truth)> {
        match &self.measured {
            Measured::Sum(sum) => sum.bounds.get(index).map(|bound| (bound.op(), sum.keeps(bound, instance))),
            Measured::Countries { tally, bounds } => {
                let bound = bounds.get(index)?;
                Some((count_op(bound), keeps_count(tally.at(instance), bound)))
            }
            Measured::Months { bounds } => {
                let bound = bounds.get(index)?;
                let truth = match self.world.duration {
                    Some(duration) => Truth::from(keeps_months(duration, bound)),
                    None => keeps_count(Range::ANY, bound),
                };
                Some((count_op(bound), truth))
            }
            Measured::Date { field, bounds } => {
                let (op, bound) = bounds.get(index)?;
                let order = self.moment(*field, instance).map(|moment| moment.order(bound));
                Some((*op, Truth::known(order.and_then(|order| keeps_date(order, *op)))))
            }
            Measured::Attribute { attribute, bounds } => {
                let bound = bounds.get(index)?;
                Some((bound.op, self.keeps_attribute(*attribute, bound, instance, &mut Gaps::new())))
            }
        }
    }

    pub(crate) fn keeps_attribute(
        &self,
        attribute: Attribute,
        bound: &AttributeBound,
        instance: &Instance,
        gaps: &mut Gaps,
    ) -> Truth {
        if bound.op == Op::Within {
            return self.world.is_within(instance.own, attribute, &bound.choices, gaps);
        }
        self.world.is_one_of(instance.own, attribute, &bound.choices, gaps)
    }

    /// Whom alone the rule asks: each partner, where it asks each of them.
    pub(crate) fn who_is_asked(&self, instance: &Instance) -> Option<usize> {
        instance.own.filter(|_| self.grouping.each == Each::Partner)
    }

    pub(crate) fn moment(&self, field: DateField, instance: &Instance) -> Option<Moment> {
        match field {
            DateField::Submitted => self.world.submitted(self.who_is_asked(instance)).ok().cloned(),
            DateField::Start | DateField::End => self.world.date(field == DateField::End).ok().map(Moment::from_date),
        }
    }
}

impl<'a> PreparedSum<'a> {
    fn new(sum: &'a Sum, setting: Setting<'a>) -> PreparedSum<'a> {
        let Setting { world, grouping, currency, instances } = setting;
        let form = |linear: &'a Linear| Form { world, linear, grouping, currency };
        let ranges = |form: Form<'a>| {
            let tally = form.tally(true);
            instances.iter().map(|instance| tally.at(instance, own_currency(form, sum, instance))).collect()
        };
        let measure = form(&sum.measure);
        let bound = |bound: &'a SumBound| match bound {
            SumBound::Form { op, bound, difference } if bound.sides.is_empty() => {
                PreparedBound::Constant(ConstantBound {
                    op: *op,
                    value: Exact::new(bound.constant),
                    shift: Exact::new(difference.constant).minus(Exact::new(sum.measure.constant)),
                    difference: form(difference),
                })
            }
            SumBound::Form { op, bound, difference } => PreparedBound::Terms(Box::new(TermsBound {
                op: *op,
                bound: form(bound),
                summed: OnceCell::new(),
                difference: form(difference),
                ranges: ranges(form(difference)),
            })),
            SumBound::OneOf(values) => PreparedBound::OneOf(values),
        };
        let bounds = sum.bounds.iter().map(bound).collect();
        PreparedSum { sum, measure, bounds, ranges: ranges(measure) }
    }

    /// The currency it is computed in: the partner's own where the rule leaves that open.
    pub(crate) fn currency(&self, instance: &Instance) -> Currency {
        own_currency(self.measure, self.sum, instance)
    }

    /// What is measured for an instance.
    pub(crate) fn measured(&self, instance: &Instance) -> Range {
        self.ranges.get(instance.index).copied().unwrap_or(Range::ZERO)
    }

    /// *measure - bound* for an instance.
    pub(crate) fn difference(&self, bound: &PreparedBound<'_>, instance: &Instance) -> Range {
        match bound {
            PreparedBound::Constant(constant) => {
                let mut range = self.measured(instance);
                range.shift(constant.shift);
                range
            }
            PreparedBound::Terms(terms) => terms.ranges.get(instance.index).copied().unwrap_or(Range::ZERO),
            PreparedBound::OneOf(_) => Range::ZERO,
        }
    }

    pub(crate) fn keeps(&self, bound: &PreparedBound<'_>, instance: &Instance) -> Truth {
        match (bound, bound.difference()) {
            (PreparedBound::OneOf(values), _) => self.measured(instance).is_one_of(values),
            (bound, difference) => {
                let slack = difference.map_or(Exact::ZERO, |form| self.slack(form.linear));
                self.difference(bound, instance).keeps(bound.op(), slack)
            }
        }
    }

    /// What `is` allows: half a minor unit of money, nothing of counts. The form is a whole number,
    /// so a half that is none is rounded down.
    pub(crate) fn slack(&self, linear: &Linear) -> Exact {
        match self.sum.unit {
            Unit::Money => Exact::new(linear.denominator).divided_down(Exact::new(2)),
            Unit::Count => Exact::ZERO,
        }
    }
}

fn own_currency(form: Form<'_>, sum: &Sum, instance: &Instance) -> Currency {
    let own = instance.own.filter(|_| sum.in_own_currency);
    own.and_then(|own| form.world.currency_of(Some(own))).unwrap_or(form.currency)
}

pub(crate) fn count_op(bound: &CountBound) -> Op {
    match bound {
        CountBound::One(op, _) => *op,
        CountBound::OneOf(_) => Op::In,
    }
}

/// The bounds of a duration that a bound of `months` is: an `is` is two, a list none.
pub(crate) fn duration_bounds(bound: &CountBound) -> impl Iterator<Item = DurationBound> {
    let bounds = match bound {
        CountBound::One(Op::Min, months) => [Some(DurationBound::AtLeast(*months)), None],
        CountBound::One(Op::Max, months) => [Some(DurationBound::AtMost(*months)), None],
        CountBound::One(Op::Above, months) => [Some(DurationBound::Above(*months)), None],
        CountBound::One(Op::Below, months) => [Some(DurationBound::Below(*months)), None],
        CountBound::One(_, months) => [Some(DurationBound::AtLeast(*months)), Some(DurationBound::AtMost(*months))],
        CountBound::OneOf(_) => [None, None],
    };
    bounds.into_iter().flatten()
}

fn keeps_months(duration: Duration, bound: &CountBound) -> bool {
    match bound {
        CountBound::OneOf(counts) => duration.days == 0 && counts.contains(&duration.months),
        CountBound::One(..) => duration_bounds(bound).all(|bound| duration.keeps(bound)),
    }
}

fn keeps_count(mut range: Range, bound: &CountBound) -> Truth {
    match bound {
        CountBound::One(op, count) => {
            range.shift(Exact::new(*count).negated());
            range.keeps(*op, Exact::ZERO)
        }
        CountBound::OneOf(counts) => range.is_one_of(counts),
    }
}

fn keeps_date(order: Order, op: Op) -> Option<bool> {
    match op {
        Op::Max => order.at_or_before,
        Op::Below => order.before,
        Op::Min => order.before.map(|before| !before),
        _ => order.at_or_before.map(|at_or_before| !at_or_before),
    }
}
