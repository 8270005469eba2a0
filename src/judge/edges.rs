//! The range that one field may still take: the tightest edge on each side, and the rule that sets it.

use super::place::{Part, Place};
use super::world::World;
use crate::report::{Limit, Shown};
use crate::value::{Amount, Currency, Date, Exact};

/// The last value on one side that keeps a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limiting {
    Lowest(Exact),
    Highest(Exact),
}

/// What a field's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    Amount(Currency),
    Months,
    Days,
}

/// A bound reads a field, and perhaps limits it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldEdge {
    pub(crate) place: Place,
    pub(crate) scale: Scale,
    pub(crate) limiting: Option<Limiting>,
}

struct Field {
    place: Place,
    scale: Scale,
    /// The value and the rule, by its index.
    lowest: Option<(Exact, usize)>,
    highest: Option<(Exact, usize)>,
}

/// The limits of all fields that counted bounds read.
pub(crate) struct Limits {
    layout: Layout,
    /// In the order of the fields; `None` for one that no bound reads.
    fields: Vec<Option<Field>>,
}

impl Limits {
    pub(crate) fn new(world: &World<'_>) -> Limits {
        let layout = Layout {
            costs: world.model.vocabulary.costs.len(),
            contributions: world.model.vocabulary.contributions.len(),
        };
        let partners = layout.of_partner().saturating_mul(world.partners.len());
        let mut fields = Vec::new();
        fields.resize_with(layout.own().saturating_add(partners), || None);
        Limits { layout, fields }
    }

    fn field(&mut self, place: Place) -> Option<&mut Option<Field>> {
        let slot = self.layout.slot(place)?;
        self.fields.get_mut(slot)
    }

    /// Of two rules with the same edge the first is named.
    pub(crate) fn add(&mut self, edge: &FieldEdge, rule: usize) {
        let FieldEdge { place, scale, limiting } = *edge;
        let Some(field) = self.field(place) else { return };
        let field = field.get_or_insert_with(|| Field { place, scale, lowest: None, highest: None });
        match limiting {
            Some(Limiting::Lowest(value)) if field.lowest.is_none_or(|(known, _)| value > known) => {
                field.lowest = Some((value, rule))
            }
            Some(Limiting::Highest(value)) if field.highest.is_none_or(|(known, _)| value < known) => {
                field.highest = Some((value, rule))
            }
            _ => {}
        }
    }

    pub(crate) fn into_report(self, world: &World<'_>) -> Vec<Limit> {
        self.fields.into_iter().flatten().map(|field| field.into_limit(world)).collect()
    }
}

/// Where each field that a bound may limit stands: the proposal's own first, then each partner's.
#[derive(Clone, Copy)]
struct Layout {
    costs: usize,
    contributions: usize,
}

impl Layout {
    /// The duration's and the dates' fields of the proposal, before its amounts.
    const DATES: [Part; 4] = [Part::Months, Part::Start, Part::End, Part::Submitted];

    fn amounts(self) -> usize {
        self.costs.saturating_add(self.contributions).saturating_add(1)
    }

    fn own(self) -> usize {
        self.amounts().saturating_add(Layout::DATES.len())
    }

    /// The day of filing, and the amounts.
    fn of_partner(self) -> usize {
        self.amounts().saturating_add(1)
    }

    fn slot(self, place: Place) -> Option<usize> {
        match place {
            Place::Own(part) => match Layout::DATES.iter().position(|date| *date == part) {
                Some(date) => Some(date),
                None => self.amount(part).map(|amount| amount.saturating_add(Layout::DATES.len())),
            },
            Place::Of(partner, Some(part)) => {
                let first = self.own().saturating_add(partner.saturating_mul(self.of_partner()));
                let amount = if part == Part::Submitted { 0 } else { self.amount(part)?.saturating_add(1) };
                Some(first.saturating_add(amount))
            }
            Place::Whole | Place::Partners | Place::Of(_, None) => None,
        }
    }

    fn amount(self, part: Part) -> Option<usize> {
        match part {
            Part::Grant => Some(0),
            Part::Costs(key) => key.map(|key| key.saturating_add(1)),
            Part::Contributions(key) => key.map(|key| key.saturating_add(self.costs).saturating_add(1)),
            _ => None,
        }
    }
}

impl Field {
    fn into_limit(self, world: &World<'_>) -> Limit {
        let currency = match self.scale {
            Scale::Amount(currency) => Some(currency),
            Scale::Months | Scale::Days => None,
        };
        let (lowest, min_rule) = self.lowest().unzip();
        let (highest, max_rule) = self.highest.unzip();
        let show = |value: Option<Exact>| value.map(|value| self.scale.show(value));
        let name = |rule: Option<usize>| rule.and_then(|rule| world.model.rules.get(rule)).map(|rule| rule.id.clone());
        Limit {
            path: self.place.pointer(world.model),
            min: show(lowest),
            max: show(highest),
            currency,
            min_rule: name(min_rule.flatten()),
            max_rule: name(max_rule),
        }
    }

    /// No amount and no number of months is below 0, whatever a rule says.
    fn lowest(&self) -> Option<(Exact, Option<usize>)> {
        let known = self.lowest.map(|(value, rule)| (value, Some(rule)));
        match self.scale {
            Scale::Days => known,
            Scale::Amount(_) | Scale::Months => {
                known.filter(|(value, _)| value.is_positive()).or(Some((Exact::ZERO, None)))
            }
        }
    }
}

impl Scale {
    fn show(self, value: Exact) -> Shown {
        match self {
            Scale::Amount(currency) => Shown::Amount(Amount::of(value, currency)),
            Scale::Months => Shown::Count(value.narrowed()),
            Scale::Days => Shown::Text(Date::from_day_number(value.narrowed()).to_string().into()),
        }
    }
}

/// The edge of the whole numbers `x` with `rest + factor * x <= 0`, or `< 0`; the factor is not 0.
pub(crate) fn solve(rest: Exact, factor: Exact, is_strict: bool) -> Limiting {
    let (one, quotient) = (Exact::new(1), rest.negated());
    match (factor.is_positive(), is_strict) {
        (true, false) => Limiting::Highest(quotient.divided_down(factor)),
        (true, true) => Limiting::Highest(quotient.divided_up(factor).minus(one)),
        (false, false) => Limiting::Lowest(quotient.divided_up(factor)),
        (false, true) => Limiting::Lowest(quotient.divided_down(factor).plus(one)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Limiting, solve};
    use crate::value::Exact;

    #[test]
    fn edges_are_tight_on_whole_numbers() {
        for rest in -7_i128..=7 {
            for factor in [-3_i128, -2, -1, 1, 2, 3] {
                for is_strict in [false, true] {
                    let keeps = |x: i128| if is_strict { rest + factor * x < 0 } else { rest + factor * x <= 0 };
                    let (inside, outside) = match solve(Exact::new(rest), Exact::new(factor), is_strict) {
                        Limiting::Highest(x) => (x.narrowed(), x.narrowed() + 1),
                        Limiting::Lowest(x) => (x.narrowed(), x.narrowed() - 1),
                    };
                    assert!(keeps(inside) && !keeps(outside), "{rest} + {factor} x, strict: {is_strict}");
                }
            }
        }
    }
}
