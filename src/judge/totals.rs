//! The sums of a proposal, in the rulebook's currency.

use super::consistency::quantities;
use super::world::World;
use crate::report::{CountryTotals, Totals};
use crate::rulebook::model::Kind;
use crate::value::{Amount, Country};

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

    fn show(self, world: &World<'_>) -> Amount {
        Amount { minor: self.sum, currency: world.model.currency }
    }
}

const KINDS: [Kind; 3] = [Kind::Grant, Kind::Cost, Kind::Contribution];

/// What is known of each kind.
type Sums = [Known; 3];

pub(crate) fn totals(world: &World<'_>) -> Totals {
    let mut all = [Known::NOTHING; 3];
    let mut countries = vec![(0_usize, [Known::NOTHING; 3]); world.countries.len()];
    for partner in world.indices() {
        let own = KINDS.map(|kind| of(world, Some(partner), kind));
        all = plus(all, own);
        let slot = world.country(partner).and_then(|country| world.slot(country));
        if let Some((count, sums)) = slot.and_then(|slot| countries.get_mut(slot)) {
            *count = count.saturating_add(1);
            *sums = plus(*sums, own);
        }
    }
    let [grant, cost, contribution] = given_or(world, all);
    Totals {
        currency: world.model.currency,
        grant: grant.show(world),
        cost: cost.show(world),
        contribution: contribution.show(world),
        complete: grant.plus(cost).plus(contribution).is_complete && world.reading.partners.given().is_some(),
        countries: world
            .countries
            .iter()
            .zip(countries)
            .map(|(country, (partners, sums))| country_totals(world, *country, partners, sums))
            .collect(),
    }
}

fn plus([a, b, c]: Sums, [d, e, f]: Sums) -> Sums {
    [a.plus(d), b.plus(e), c.plus(f)]
}

/// A total that is given stands for the partners' sum.
fn given_or(world: &World<'_>, [grant, cost, contribution]: Sums) -> Sums {
    [(Kind::Grant, grant), (Kind::Cost, cost), (Kind::Contribution, contribution)]
        .map(|(kind, summed)| if world.has_total(kind) { of(world, None, kind) } else { summed })
}

fn country_totals(world: &World<'_>, country: Country, partners: usize, sums: Sums) -> CountryTotals {
    let [grant, cost, contribution] = sums;
    CountryTotals {
        country,
        partners,
        grant: grant.show(world),
        cost: cost.show(world),
        contribution: contribution.show(world),
        complete: grant.plus(cost).plus(contribution).is_complete,
    }
}

fn of(world: &World<'_>, who: Option<usize>, kind: Kind) -> Known {
    quantities(world, kind).fold(Known::NOTHING, |known, quantity| {
        let value = world.value(who, quantity, world.model.currency);
        known.plus(Known { sum: value.unwrap_or(0), is_complete: value.is_ok() })
    })
}
