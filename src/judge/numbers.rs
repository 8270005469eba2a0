//! The numbers of an atom: what was found, what is allowed, by how much it is missed.

use super::atom::{Measured, PreparedAtom, PreparedBound, PreparedSum, count_op};
use super::filter::Attributed;
use super::instance::Instance;
use super::truth::Truth;
use super::world::World;
use crate::report::{Numbers, Shown};
use crate::rulebook::model::{Attribute, CountBound, Names, Op, QuestionKind, ROLES, SIZES, Unit};
use crate::value::{Amount, Currency, Duration, Exact};

impl PreparedAtom<'_> {
    /// Puts in what was found, and every bound under its own name.
    pub(crate) fn put_numbers(&self, instance: &Instance, numbers: &mut Numbers) {
        self.put_found(instance, numbers);
        for (op, shown) in self.shown_bounds(instance) {
            numbers.put(op, shown);
        }
    }

    /// The first bound that fails, and the numbers of that alone.
    pub(crate) fn failing(&self, instance: &Instance) -> Option<(Op, Numbers)> {
        let op = self.bounds(instance).find(|(_, truth)| *truth == Truth::False)?.0;
        let mut numbers = Numbers::default();
        self.put_found(instance, &mut numbers);
        if let Some((_, shown)) = self.shown_bounds(instance).find(|(shown, _)| *shown == op) {
            numbers.put(op, shown);
        }
        numbers.by = self.missed_by(op, instance);
        Some((op, numbers))
    }

    fn put_found(&self, instance: &Instance, numbers: &mut Numbers) {
        numbers.measure = Some(self.atom.measure.clone());
        match &self.measured {
            Measured::Sum(sum) => sum.put_found(instance, numbers),
            Measured::Countries { tally, .. } => {
                let range = tally.at(instance);
                numbers.found = Some(Shown::Count(range.low.narrowed()));
                numbers.open = range.point().is_none().then_some(true);
            }
            Measured::Months { .. } => self.world.duration.into_iter().for_each(|found| put_duration(found, numbers)),
            Measured::Date { field, .. } => {
                numbers.found = self.moment(*field, instance).map(|moment| Shown::Text(moment.text));
            }
            Measured::Attribute { attribute, .. } => {
                numbers.found = self.world.show_attribute(instance.own, *attribute);
            }
        }
    }

    /// A bound that hangs on what is not known is left out.
    fn shown_bounds(&self, instance: &Instance) -> impl Iterator<Item = (Op, Shown)> {
        let shown = (0..).map_while(|index| self.shown_bound(index, instance));
        shown.filter_map(|(op, shown)| shown.map(|shown| (op, shown)))
    }

    fn shown_bound(&self, index: usize, instance: &Instance) -> Option<(Op, Option<Shown>)> {
        Some(match &self.measured {
            Measured::Sum(sum) => {
                let bound = sum.bounds.get(index)?;
                (bound.op(), sum.show_bound(bound, instance))
            }
            Measured::Countries { bounds, .. } | Measured::Months { bounds } => {
                let bound = bounds.get(index)?;
                (count_op(bound), Some(show_count_bound(bound)))
            }
            Measured::Date { bounds, .. } => {
                let (op, moment) = bounds.get(index)?;
                (*op, Some(Shown::Text(moment.text.clone())))
            }
            Measured::Attribute { bounds, .. } => {
                let bound = bounds.get(index)?;
                (bound.op, Some(bound.shown.clone()))
            }
        })
    }

    /// The distance of what was found from the shown bound; of dates, attributes and lists there is none.
    fn missed_by(&self, op: Op, instance: &Instance) -> Option<Shown> {
        match &self.measured {
            Measured::Sum(sum) => sum.missed_by(op, instance),
            Measured::Countries { tally, bounds } => {
                let bound = one_count(bounds, op)?;
                Some(Shown::Count(tally.at(instance).low.distance(Exact::new(bound)).narrowed()))
            }
            Measured::Months { bounds } => {
                let bound = one_count(bounds, op)?;
                let duration = self.world.duration?;
                // Over a maximum or an `is`, a day beyond whole months begins another.
                let is_over = !matches!(op, Op::Min | Op::Above) && duration.months_begun() > bound;
                let counted = if is_over { duration.months_begun() } else { duration.months };
                Some(Shown::Count(Exact::new(counted).distance(Exact::new(bound)).narrowed()))
            }
            Measured::Date { .. } | Measured::Attribute { .. } => None,
        }
    }
}

impl PreparedSum<'_> {
    fn put_found(&self, instance: &Instance, numbers: &mut Numbers) {
        let currency = self.currency(instance);
        let range = self.measured(instance);
        let is_open = range.point().is_none();
        if !(is_open && self.is_answer()) {
            numbers.found = Some(self.show(range.low, currency));
            numbers.open = is_open.then_some(true);
        }
        numbers.currency = (self.sum.unit == Unit::Money).then_some(currency);
    }

    /// Whether one answer is measured: where that is unknown, nothing is known. Of a sum something is: the
    /// measure's factors are 1 and its values 0 or more, so that its lower end is what is known.
    fn is_answer(&self) -> bool {
        self.measure.linear.entities.is_empty()
    }

    fn show(&self, value: Exact, currency: Currency) -> Shown {
        match self.sum.unit {
            Unit::Money => Shown::Amount(Amount::of(value, currency)),
            Unit::Count => Shown::Count(value.narrowed()),
        }
    }

    fn show_bound(&self, bound: &PreparedBound<'_>, instance: &Instance) -> Option<Shown> {
        let currency = self.currency(instance);
        match bound {
            PreparedBound::OneOf(values) => {
                Some(Shown::List(values.iter().map(|value| self.show(Exact::new(*value), currency)).collect()))
            }
            bound => bound.shown(instance, currency).map(|value| self.show(value, currency)),
        }
    }

    fn missed_by(&self, op: Op, instance: &Instance) -> Option<Shown> {
        let currency = self.currency(instance);
        let bound = self.bounds.iter().find(|bound| bound.op() == op)?.shown(instance, currency)?;
        let found = self.measured(instance);
        let is_known = found.point().is_some() || !self.is_answer();
        is_known.then(|| self.show(found.low.distance(bound), currency))
    }
}

impl PreparedBound<'_> {
    /// Its value to the minor unit or the integer, always to the side that keeps it.
    fn shown(&self, instance: &Instance, currency: Currency) -> Option<Exact> {
        match self {
            PreparedBound::Constant(constant) => Some(constant.value),
            PreparedBound::Terms(terms) => {
                let summed = terms.summed.get_or_init(|| terms.bound.tally(false));
                let value = summed.at(instance, currency).point()?;
                Some(rounded(value, terms.op, Exact::new(terms.bound.linear.denominator)))
            }
            PreparedBound::OneOf(_) => None,
        }
    }
}

fn rounded(value: Exact, op: Op, denominator: Exact) -> Exact {
    match op {
        Op::Max | Op::Below => value.divided_down(denominator),
        Op::Min | Op::Above => value.divided_up(denominator),
        Op::Is | Op::In | Op::Within => value.divided_half_away(denominator),
    }
}

fn put_duration(duration: Duration, numbers: &mut Numbers) {
    numbers.found = Some(Shown::Count(duration.months));
    numbers.days = (duration.days > 0).then_some(duration.days);
}

fn show_count_bound(bound: &CountBound) -> Shown {
    match bound {
        CountBound::One(_, count) => Shown::Count(*count),
        CountBound::OneOf(counts) => Shown::List(counts.iter().map(|count| Shown::Count(*count)).collect()),
    }
}

fn one_count(bounds: &[CountBound], op: Op) -> Option<i128> {
    bounds.iter().find_map(|bound| match bound {
        CountBound::One(own, count) if *own == op => Some(*count),
        _ => None,
    })
}

impl Numbers {
    fn put(&mut self, op: Op, shown: Shown) {
        let place = match op {
            Op::Min => &mut self.min,
            Op::Max => &mut self.max,
            Op::Above => &mut self.above,
            Op::Below => &mut self.below,
            Op::Is => &mut self.is,
            Op::In => &mut self.one_of,
            Op::Within => &mut self.within,
        };
        *place = Some(shown);
    }
}

impl World<'_> {
    fn show_attribute(&self, who: Option<usize>, attribute: Attribute) -> Option<Shown> {
        let partner = who.and_then(|partner| self.partner(partner));
        match attribute {
            Attribute::Country => partner?.country.given().map(|country| Shown::Text(country.code().into())),
            Attribute::Region => partner?.region.given().map(|region| Shown::Text(region.code().into())),
            _ => match self.attribute(who, attribute).ok()? {
                Attributed::One(index) => Some(self.show_index(attribute, index)),
                Attributed::Several(indices) => {
                    Some(Shown::List(indices.iter().map(|index| self.show_index(attribute, *index)).collect()))
                }
            },
        }
    }

    fn show_index(&self, attribute: Attribute, index: usize) -> Shown {
        let vocabulary = &self.model.vocabulary;
        let name = |names: &Names| Shown::Text(names.name(index).into());
        match attribute {
            Attribute::Type => name(&vocabulary.types),
            Attribute::Labels => name(&vocabulary.labels),
            Attribute::Strand => name(&vocabulary.strands),
            Attribute::Size => Shown::Text(SIZES.get(index).copied().unwrap_or("").into()),
            Attribute::Role => Shown::Text(ROLES.get(index).copied().unwrap_or("").into()),
            Attribute::Answer(question) | Attribute::OwnAnswer(question) => {
                match vocabulary.questions.get(question).map(|question| &question.kind) {
                    Some(QuestionKind::Choice(choices) | QuestionKind::Choices(choices)) => name(choices),
                    _ => Shown::Boolean(index == 1),
                }
            }
            Attribute::Country | Attribute::Region => Shown::Text("".into()),
        }
    }
}
