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
    /// What was found, and every bound under its own name.
    pub(crate) fn numbers(&self, instance: &Instance) -> Numbers {
        let mut numbers = self.found(instance);
        for (op, shown) in self.shown_bounds(instance) {
            numbers.put(op, shown);
        }
        numbers
    }

    /// The first bound that fails, and the numbers of that alone.
    pub(crate) fn failing(&self, instance: &Instance) -> Option<(Op, Numbers)> {
        let op = self.bounds(instance).find(|(_, truth)| *truth == Truth::False)?.0;
        let mut numbers = self.found(instance);
        if let Some((_, shown)) = self.shown_bounds(instance).find(|(shown, _)| *shown == op) {
            numbers.put(op, shown);
        }
        numbers.by = self.missed_by(op, instance);
        Some((op, numbers))
    }

    fn found(&self, instance: &Instance) -> Numbers {
        let measure = Some(self.atom.measure.clone());
        let found = match &self.measured {
            Measured::Sum(sum) => sum.found(instance),
            Measured::Countries { tally, .. } => {
                let range = tally.at(instance);
                Numbers {
                    found: Some(Shown::Count(range.low.narrowed())),
                    open: range.point().is_none().then_some(true),
                    ..Numbers::default()
                }
            }
            Measured::Months { .. } => self.world.duration.map(found_duration).unwrap_or_default(),
            Measured::Date { field, .. } => Numbers {
                found: self.moment(*field, instance).map(|moment| Shown::Text(moment.text)),
                ..Numbers::default()
            },
            Measured::Attribute { attribute, .. } => {
                Numbers { found: self.world.show_attribute(instance.own, *attribute), ..Numbers::default() }
            }
        };
        Numbers { measure, ..found }
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
    fn found(&self, instance: &Instance) -> Numbers {
        let currency = self.currency(instance);
        let range = self.measured(instance);
        // The measure's factors are 1 and its values 0 or more: its lower end is what is known.
        let is_unknown_answer = self.measure.linear.entities.is_empty() && range.point().is_none();
        let found = (!is_unknown_answer).then(|| self.show(range.low, currency));
        let open = (found.is_some() && range.point().is_none()).then_some(true);
        Numbers { found, open, currency: (self.sum.unit == Unit::Money).then_some(currency), ..Numbers::default() }
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
        let found = self.measured(instance).low;
        self.found(instance).found.map(|_| self.show(found.distance(bound), currency))
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

fn found_duration(duration: Duration) -> Numbers {
    Numbers {
        found: Some(Shown::Count(duration.months)),
        days: (duration.days > 0).then_some(duration.days),
        ..Numbers::default()
    }
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
