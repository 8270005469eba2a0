//! The sums of a proposal, in the rulebook's currency.

use super::consistency::quantities;
use super::world::World;
use crate::report::{CountryTotals, Totals};
use crate::rulebook::model::Kind;
use crate::value::{Amount, Country, Exact};

/// What is known of a sum, and whether that is all of it.
#[derive(Clone, Copy)]
struct Known {
    sum: i128,
    is_complete: bool,
}

impl Known {
    const NOTHING: Known = Known { sum: 0, is_complete: true };

    fn plus(self, other: Known) -> Known {
        Known { sum: self.sum.saturating_add(other.sum), is_complete: self.is_complete && other.is_complete }
    }

    fn show(self, world: &World<'_>) -> String {
        Amount::show(Exact::new(self.sum), world.model.currency)
    }
}

pub(crate) fn totals(world: &World<'_>) -> Totals {
    let all: Vec<usize> = world.indices().collect();
    let total = |kind| if world.has_total(kind) { of(world, None, kind) } else { of_partners(world, &all, kind) };
    let [grant, cost, contribution] = [Kind::Grant, Kind::Cost, Kind::Contribution].map(total);
    Totals {
        currency: world.model.currency,
        grant: grant.show(world),
        cost: cost.show(world),
        contribution: contribution.show(world),
        complete: grant.plus(cost).plus(contribution).is_complete && world.reading.partners.given().is_some(),
        countries: by_country(world)
            .into_iter()
            .map(|(country, partners)| country_totals(world, country, &partners))
            .collect(),
    }
}

/// The partners of each country, in the order of first appearance.
fn by_country(world: &World<'_>) -> Vec<(Country, Vec<usize>)> {
    let mut countries: Vec<(Country, Vec<usize>)> = Vec::new();
    for (partner, country) in world.indices().filter_map(|partner| Some((partner, world.country(partner)?))) {
        match countries.iter_mut().find(|(known, _)| *known == country) {
            Some((_, partners)) => partners.push(partner),
            None => countries.push((country, vec![partner])),
        }
    }
    countries
}

fn country_totals(world: &World<'_>, country: Country, partners: &[usize]) -> CountryTotals {
    let [grant, cost, contribution] =
        [Kind::Grant, Kind::Cost, Kind::Contribution].map(|kind| of_partners(world, partners, kind));
    CountryTotals {
        country,
        partners: partners.len(),
        grant: grant.show(world),
        cost: cost.show(world),
        contribution: contribution.show(world),
        complete: grant.plus(cost).plus(contribution).is_complete,
    }
}

fn of_partners(world: &World<'_>, partners: &[usize], kind: Kind) -> Known {
    partners.iter().fold(Known::NOTHING, |sum, partner| sum.plus(of(world, Some(*partner), kind)))
}

fn of(world: &World<'_>, who: Option<usize>, kind: Kind) -> Known {
    quantities(world, kind).into_iter().fold(Known::NOTHING, |known, quantity| {
        let value = world.value(who, quantity, world.model.currency);
        known.plus(Known { sum: value.unwrap_or(0), is_complete: value.is_ok() })
    })
}
