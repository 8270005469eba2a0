//! What is unreadable, and what contradicts itself.

use super::world::World;
use crate::proposal::{Amounts, Field, Invalid, Money, Table};
use crate::report::Code;
use crate::rulebook::model::{Kind, Quantity};
use crate::value::Duration;

/// The invalid and inconsistent values, in the order of the format's fields.
pub(crate) fn irregularities(world: &World<'_>) -> Vec<(Code, Invalid)> {
    let mut found: Vec<(Code, Invalid)> =
        world.reading.invalid.iter().map(|invalid| (Code::InvalidValue, invalid.clone())).collect();
    for path in inconsistent_duration(world).into_iter().chain(inconsistent_totals(world)) {
        // What is unreadable is in order already; a table stands before what lies in it.
        let before = found.partition_point(|(_, known)| rank(&known.path) < rank(path));
        found.insert(before, (Code::Inconsistent, Invalid::at(path.to_owned())));
    }
    for (index, partner) in world.partners.iter().enumerate() {
        let placed = |invalid: &Invalid| Invalid { path: format!("/partners/{index}{}", invalid.path), ..*invalid };
        found.extend(partner.invalid.iter().map(|invalid| (Code::InvalidValue, placed(invalid))));
    }
    found
}

/// The place of a proposal's field among the others; fields of one table keep their order.
fn rank(path: &str) -> usize {
    const FIELDS: [&str; 11] = [
        "title",
        "strand",
        "months",
        "start",
        "end",
        "submitted",
        "currency",
        "grant",
        "costs",
        "contributions",
        "answers",
    ];
    let field = path.split('/').nth(1).unwrap_or("");
    FIELDS.iter().position(|known| *known == field).unwrap_or(if path.is_empty() { 0 } else { FIELDS.len() })
}

fn inconsistent_duration(world: &World<'_>) -> Option<&'static str> {
    let reading = world.reading;
    let (Field::Given(start), Field::Given(end)) = (&reading.start, &reading.end) else { return None };
    match (Duration::between(*start, *end), &reading.months) {
        (None, _) => Some("/end"),
        (Some(duration), Field::Given(months)) if duration != Duration::of_months(*months) => Some("/months"),
        _ => None,
    }
}

/// Totals that differ from the sum of a closed list whose amounts are all known.
fn inconsistent_totals(world: &World<'_>) -> Vec<&'static str> {
    if world.may_grow {
        return Vec::new();
    }
    let kinds = [(Kind::Grant, "/grant"), (Kind::Cost, "/costs"), (Kind::Contribution, "/contributions")];
    kinds.into_iter().filter(|(kind, _)| differs(world, *kind).unwrap_or(false)).map(|(_, path)| path).collect()
}

/// `None` where the two cannot be compared.
fn differs(world: &World<'_>, kind: Kind) -> Option<bool> {
    let currency = world.reading.default_currency?;
    if !world.has_total(kind) {
        return None;
    }
    let quantities: Vec<Quantity> = quantities(world, kind).collect();
    let total = sum(world, None, &quantities)?;
    let mut partners = 0_i128;
    for partner in world.indices() {
        let amount = sum(world, Some(partner), &quantities)?;
        if amount != 0 && world.currency_of(Some(partner)) != Some(currency) {
            return None;
        }
        partners = partners.saturating_add(amount);
    }
    Some(total != partners)
}

/// The sum in the currency it stands in.
fn sum(world: &World<'_>, who: Option<usize>, quantities: &[Quantity]) -> Option<i128> {
    let amounts: &Amounts = match who {
        None => &world.reading.totals,
        Some(partner) => &world.partner(partner)?.amounts,
    };
    if quantities.is_empty() {
        return Some(0);
    }
    let currency = world.currency_of(who);
    quantities.iter().try_fold(0_i128, |sum, quantity| {
        let value = match currency {
            Some(currency) => world.value(who, *quantity, currency).ok()?,
            None => absent_entry(amounts, *quantity)?,
        };
        Some(sum.saturating_add(value))
    })
}

/// An absent key of given costs is 0 in whatever currency.
fn absent_entry(amounts: &Amounts, quantity: Quantity) -> Option<i128> {
    let entry = |table: &Table<Money>, key: usize| matches!(table.given()?.get(key), Some(Field::Absent)).then_some(0);
    match quantity {
        Quantity::Cost(key) => entry(&amounts.costs, key),
        Quantity::Contribution(key) => entry(&amounts.contributions, key),
        _ => None,
    }
}

/// All values of a kind.
pub(crate) fn quantities(world: &World<'_>, kind: Kind) -> impl Iterator<Item = Quantity> + use<> {
    let vocabulary = &world.model.vocabulary;
    let count = match kind {
        Kind::Grant => 1,
        Kind::Cost => vocabulary.costs.len(),
        Kind::Contribution => vocabulary.contributions.len(),
    };
    (0..count).map(move |key| match kind {
        Kind::Grant => Quantity::Grant,
        Kind::Cost => Quantity::Cost(key),
        Kind::Contribution => Quantity::Contribution(key),
    })
}
