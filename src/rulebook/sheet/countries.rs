//! The countries that a rule's filter names.

use crate::rulebook::model::{Choices, Clause, FilterId, Model};
use crate::value::{Area, Country};

/// In the rulebook's order; where several conditions name some, those that all of them name.
pub(super) fn named(model: &Model, filter: Option<FilterId>) -> Vec<Country> {
    let clauses = filter.and_then(|filter| model.filters.get(filter)).map_or(&[][..], |filter| &filter.clauses);
    let mut lists = clauses.iter().filter_map(wanted);
    let first = distinct(lists.next().unwrap_or_default());
    lists.fold(first, |named, areas| {
        let others = distinct(areas);
        named.into_iter().filter(|country| others.contains(country)).collect()
    })
}

/// The areas that a clause asks for; one that excludes some names none.
fn wanted(clause: &Clause) -> Option<&[Area]> {
    match clause {
        Clause::Attribute { choices: Choices::Areas(areas), negated: false, .. } => Some(areas),
        _ => None,
    }
}

fn distinct(areas: &[Area]) -> Vec<Country> {
    let mut countries: Vec<Country> = Vec::new();
    for country in areas.iter().map(Area::country) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    countries
}
