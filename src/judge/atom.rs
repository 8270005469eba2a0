//! Whether an atom keeps its bounds.

use super::countries::CountryTally;
use super::filter::Gaps;
use super::form::{Form, Tally};
use super::instance::{Grouping, Instance};
use super::range::{Net, Range};
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
    Sum(Box<PreparedSum<'a>>),
    Countries { tally: CountryTally<'a>, bounds: &'a [CountBound] },
    Months { bounds: &'a [CountBound] },
    Date { field: DateField, bounds: &'a [(Op, Moment)] },
    Attribute { attribute: Attribute, bounds: &'a [AttributeBound] },
}

pub(crate) struct PreparedSum<'a> {
    pub(crate) sum: &'a Sum,
    pub(crate) measure: Tally<'a>,
    pub(crate) bounds: Vec<PreparedBound<'a>>,
    /// The rule's currency.
    currency: Currency,
}

pub(crate) enum PreparedBound<'a> {
    /// The bound alone, of the listed partners, and *measure - bound*.
    Form {
        op: Op,
        bound: Box<Tally<'a>>,
        difference: Box<Tally<'a>>,
    },
    OneOf(&'a [i128]),
}

impl PreparedBound<'_> {
    pub(crate) fn op(&self) -> Op {
        match self {
            PreparedBound::Form { op, .. } => *op,
            PreparedBound::OneOf(_) => Op::In,
        }
    }
}

impl<'a> PreparedAtom<'a> {
    pub(crate) fn new(atom: &'a Atom, setting: Setting<'a>) -> PreparedAtom<'a> {
        let Setting { world, grouping, .. } = setting;
        let measured = match &atom.kind {
            AtomKind::Sum(sum) => Measured::Sum(Box::new(PreparedSum::new(sum, setting))),
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
        Truth::all(self.bounds(instance).into_iter().map(|(_, truth)| truth))
    }

    /// Every bound and whether it is kept, in the order in which they are told.
    pub(crate) fn bounds(&self, instance: &Instance) -> Vec<(Op, Truth)> {
        match &self.measured {
            Measured::Sum(sum) => sum.bounds.iter().map(|bound| (bound.op(), sum.keeps(bound, instance))).collect(),
            Measured::Countries { tally, bounds } => {
                let range = tally.at(instance);
                let keeps = |bound: &CountBound| match bound {
                    CountBound::One(op, count) => {
                        (*op, range.minus(Range::at(Exact::new(*count))).keeps(*op, Exact::ZERO))
                    }
                    CountBound::OneOf(counts) => (Op::In, range.is_one_of(counts)),
                };
                bounds.iter().map(keeps).collect()
            }
            Measured::Months { bounds } => {
                let duration = self.world.duration().ok();
                bounds
                    .iter()
                    .map(|bound| {
                        (
                            count_op(bound),
                            duration.map_or_else(
                                || keeps_some_months(bound),
                                |duration| Truth::from(keeps_months(duration, bound)),
                            ),
                        )
                    })
                    .collect()
            }
            Measured::Date { field, bounds } => {
                let moment = self.moment(*field, instance);
                bounds
                    .iter()
                    .map(|(op, bound)| {
                        (*op, Truth::known(moment.as_ref().and_then(|moment| keeps_date(moment.order(bound), *op))))
                    })
                    .collect()
            }
            Measured::Attribute { attribute, bounds } => bounds
                .iter()
                .map(|bound| (bound.op, self.keeps_attribute(*attribute, bound, instance, &mut Gaps::new())))
                .collect(),
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

    /// Who files: each partner where the rule asks each of them.
    pub(crate) fn who_files(&self, instance: &Instance) -> Option<usize> {
        instance.own.filter(|_| self.grouping.each == Each::Partner)
    }

    pub(crate) fn moment(&self, field: DateField, instance: &Instance) -> Option<Moment> {
        match field {
            DateField::Submitted => self.world.submitted(self.who_files(instance)).ok().cloned(),
            DateField::Start | DateField::End => self.world.date(field == DateField::End).ok().map(Moment::from_date),
        }
    }
}

impl<'a> PreparedSum<'a> {
    fn new(sum: &'a Sum, setting: Setting<'a>) -> PreparedSum<'a> {
        let form = |linear: &'a Linear| Form {
            world: setting.world,
            linear,
            grouping: setting.grouping,
            currency: setting.currency,
        };
        let measure = form(&sum.measure).tally(true);
        let bound = |bound: &'a SumBound| match bound {
            SumBound::Form { op, bound, difference } => {
                let is_constant = bound.sides.is_empty();
                let difference = form(difference);
                let difference = if is_constant { measure.shifted(difference) } else { difference.tally(true) };
                PreparedBound::Form {
                    op: *op,
                    bound: Box::new(form(bound).tally(false)),
                    difference: Box::new(difference),
                }
            }
            SumBound::OneOf(values) => PreparedBound::OneOf(values),
        };
        let bounds = sum.bounds.iter().map(bound).collect();
        PreparedSum { sum, measure, bounds, currency: setting.currency }
    }

    /// The currency it is computed in: the partner's own where the rule leaves that open.
    pub(crate) fn currency(&self, instance: &Instance) -> Currency {
        let own = instance.own.filter(|_| self.sum.in_own_currency);
        own.and_then(|own| self.measure.form.world.currency_of(Some(own))).unwrap_or(self.currency)
    }

    pub(crate) fn keeps(&self, bound: &PreparedBound<'_>, instance: &Instance) -> Truth {
        let currency = self.currency(instance);
        match bound {
            PreparedBound::Form { op, difference, .. } => {
                difference.at(instance, currency).keeps(*op, self.slack(difference.form.linear))
            }
            PreparedBound::OneOf(values) => self.measure.at(instance, currency).is_one_of(values),
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

pub(crate) fn count_op(bound: &CountBound) -> Op {
    match bound {
        CountBound::One(op, _) => *op,
        CountBound::OneOf(_) => Op::In,
    }
}

/// The bounds of a duration that a bound of `months` is: an `is` is two.
pub(crate) fn duration_bounds(bound: &CountBound) -> Vec<DurationBound> {
    match bound {
        CountBound::One(Op::Min, months) => vec![DurationBound::AtLeast(*months)],
        CountBound::One(Op::Max, months) => vec![DurationBound::AtMost(*months)],
        CountBound::One(Op::Above, months) => vec![DurationBound::Above(*months)],
        CountBound::One(Op::Below, months) => vec![DurationBound::Below(*months)],
        CountBound::One(_, months) => vec![DurationBound::AtLeast(*months), DurationBound::AtMost(*months)],
        CountBound::OneOf(_) => Vec::new(),
    }
}

fn keeps_months(duration: Duration, bound: &CountBound) -> bool {
    match bound {
        CountBound::OneOf(counts) => duration.days == 0 && counts.contains(&duration.months),
        CountBound::One(..) => duration_bounds(bound).into_iter().all(|bound| duration.keeps(bound)),
    }
}

/// An unknown duration lies anywhere in [0, inf).
fn keeps_some_months(bound: &CountBound) -> Truth {
    let anywhere = Net { low: Exact::new(1), high: Exact::new(1) }.times(None);
    match bound {
        CountBound::One(op, months) => anywhere.minus(Range::at(Exact::new(*months))).keeps(*op, Exact::ZERO),
        CountBound::OneOf(counts) => anywhere.is_one_of(counts),
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
