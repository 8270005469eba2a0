//! The numbers of an atom: what was found, what is allowed, by how much it is missed.

use super::atom::{Measured, PreparedAtom, PreparedBound, PreparedSum, count_op};
use super::filter::Attributed;
use super::form::Tally;
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
        let op = self.bounds(instance).into_iter().find(|(_, truth)| *truth == Truth::False)?.0;
        let mut numbers = self.found(instance);
        if let Some((_, shown)) = self.shown_bounds(instance).into_iter().find(|(shown, _)| *shown == op) {
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
            Measured::Months { .. } => self.world.duration().map_or_else(|_| Numbers::default(), found_duration),
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
    fn shown_bounds(&self, instance: &Instance) -> Vec<(Op, Shown)> {
        match &self.measured {
            Measured::Sum(sum) => sum
                .bounds
                .iter()
                .filter_map(|bound| sum.show_bound(bound, instance).map(|shown| (bound.op(), shown)))
                .collect(),
            Measured::Countries { bounds, .. } | Measured::Months { bounds } => {
                bounds.iter().map(|bound| (count_op(bound), show_count_bound(bound))).collect()
            }
            Measured::Date { bounds, .. } => {
                bounds.iter().map(|(op, moment)| (*op, Shown::Text(moment.text.clone()))).collect()
            }
            Measured::Attribute { bounds, .. } => bounds.iter().map(|bound| (bound.op, bound.shown.clone())).collect(),
        }
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
                let duration = self.world.duration().ok()?;
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
        let range = self.measure.at(instance, currency);
        // The measure's factors are 1 and its values 0 or more: its lower end is what is known.
        let is_unknown_answer = self.measure.form.linear.entities.is_empty() && range.point().is_none();
        let found = (!is_unknown_answer).then(|| self.show(range.low, currency));
        let open = (found.is_some() && range.point().is_none()).then_some(true);
        Numbers { found, open, currency: (self.sum.unit == Unit::Money).then_some(currency), ..Numbers::default() }
    }

    fn show(&self, value: Exact, currency: Currency) -> Shown {
        match self.sum.unit {
            Unit::Money => Shown::Text(Amount::show(value, currency)),
            Unit::Count => Shown::Count(value.narrowed()),
        }
    }

    fn show_bound(&self, bound: &PreparedBound<'_>, instance: &Instance) -> Option<Shown> {
        let currency = self.currency(instance);
        match bound {
            PreparedBound::OneOf(values) => {
                Some(Shown::List(values.iter().map(|value| self.show(Exact::new(*value), currency)).collect()))
            }
            PreparedBound::Form { op, bound, .. } => {
                rounded(bound, *op, instance, currency).map(|value| self.show(value, currency))
            }
        }
    }

    fn missed_by(&self, op: Op, instance: &Instance) -> Option<Shown> {
        let currency = self.currency(instance);
        let bound = self.bounds.iter().find_map(|bound| match bound {
            PreparedBound::Form { op: own, bound, .. } if *own == op => rounded(bound, op, instance, currency),
            _ => None,
        })?;
        let found = self.measure.at(instance, currency).low;
        self.found(instance).found.map(|_| self.show(found.distance(bound), currency))
    }
}

/// A bound's value to the minor unit or the integer, always to the side that keeps it.
fn rounded(bound: &Tally<'_>, op: Op, instance: &Instance, currency: Currency) -> Option<Exact> {
    let value = bound.at(instance, currency).point()?;
    let denominator = Exact::new(bound.form.linear.denominator);
    Some(match op {
        Op::Max | Op::Below => value.divided_down(denominator),
        Op::Min | Op::Above => value.divided_up(denominator),
        Op::Is | Op::In | Op::Within => value.divided_half_away(denominator),
    })
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
            Attribute::Country => partner?.country.given().map(|country| Shown::Text(country.code().to_owned())),
            Attribute::Region => partner?.region.given().map(|region| Shown::Text(region.code())),
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
        let name = |names: &Names| Shown::Text(names.name(index).to_owned());
        match attribute {
            Attribute::Type => name(&vocabulary.types),
            Attribute::Labels => name(&vocabulary.labels),
            Attribute::Strand => name(&vocabulary.strands),
            Attribute::Size => Shown::Text(SIZES.get(index).copied().unwrap_or("").to_owned()),
            Attribute::Role => Shown::Text(ROLES.get(index).copied().unwrap_or("").to_owned()),
            Attribute::Answer(question) | Attribute::OwnAnswer(question) => {
                match vocabulary.questions.get(question).map(|question| &question.kind) {
                    Some(QuestionKind::Choice(choices) | QuestionKind::Choices(choices)) => name(choices),
                    _ => Shown::Boolean(index == 1),
                }
            }
            Attribute::Country | Attribute::Region => Shown::Text(String::new()),
        }
    }
}
