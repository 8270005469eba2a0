//! The range that one field may still take: the tightest edge on each side, and the rule that sets it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::place::Place;
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

struct Field {
    scale: Scale,
    lowest: Option<(Exact, Arc<str>)>,
    highest: Option<(Exact, Arc<str>)>,
}

/// The limits of all fields that counted bounds read.
#[derive(Default)]
pub(crate) struct Limits {
    fields: BTreeMap<Place, Field>,
}

impl Limits {
    /// A bound reads the field, whether or not it limits it.
    pub(crate) fn read(&mut self, place: Place, scale: Scale) {
        self.fields.entry(place).or_insert(Field { scale, lowest: None, highest: None });
    }

    /// Of two rules with the same edge the first is named.
    pub(crate) fn limit(&mut self, place: Place, edge: Limiting, rule: &Arc<str>) {
        let Some(field) = self.fields.get_mut(&place) else { return };
        match edge {
            Limiting::Lowest(value) if field.lowest.as_ref().is_none_or(|(known, _)| value > *known) => {
                field.lowest = Some((value, rule.clone()))
            }
            Limiting::Highest(value) if field.highest.as_ref().is_none_or(|(known, _)| value < *known) => {
                field.highest = Some((value, rule.clone()))
            }
            Limiting::Lowest(_) | Limiting::Highest(_) => {}
        }
    }

    pub(crate) fn into_report(self, world: &World<'_>) -> Vec<Limit> {
        self.fields.into_iter().map(|(place, field)| field.into_limit(place.pointer(world.model))).collect()
    }
}

impl Field {
    fn into_limit(self, path: String) -> Limit {
        let currency = match self.scale {
            Scale::Amount(currency) => Some(currency),
            Scale::Months | Scale::Days => None,
        };
        let (lowest, min_rule) = self.lowest().unzip();
        let (highest, max_rule) = self.highest.clone().unzip();
        let show = |value: Option<Exact>| value.map(|value| self.scale.show(value));
        Limit { path, min: show(lowest), max: show(highest), currency, min_rule: min_rule.flatten(), max_rule }
    }

    /// No amount and no number of months is below 0, whatever a rule says.
    fn lowest(&self) -> Option<(Exact, Option<Arc<str>>)> {
        let known = self.lowest.clone().map(|(value, rule)| (value, Some(rule)));
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
            Scale::Amount(currency) => Shown::Text(Amount::show(value, currency)),
            Scale::Months => Shown::Count(value.narrowed()),
            Scale::Days => Shown::Text(Date::from_day_number(value.narrowed()).to_string()),
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
