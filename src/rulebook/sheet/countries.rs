//! The countries that a rule's filter names, or else its condition: under which a sheet groups it.

use crate::rulebook::model::{AtomKind, Choices, Clause, FilterId, Measured, Model, Rule, Test};
use crate::value::{Area, Country};

/// A rule on what others do where a country's partner takes part is that country's rule.
pub(super) fn of_rule(model: &Model, rule: &Rule) -> Vec<Country> {
    let of_filter = named(model, rule.filter);
    if of_filter.is_empty() {
        rule.when.as_ref().map_or_else(Vec::new, |when| of_condition(model, when))
    } else {
        of_filter
    }
}

/// The countries whose partners a condition counts.
fn of_condition(model: &Model, when: &Test) -> Vec<Country> {
    match when {
        Test::All(tests) => {
            tests.iter().map(|test| of_condition(model, test)).find(|named| !named.is_empty()).unwrap_or_default()
        }
        Test::Atom(atom) => match &atom.kind {
            AtomKind::Sum(sum) => sum.measure.sides.iter().flat_map(|side| counted(model, &side.measured)).collect(),
            _ => Vec::new(),
        },
        Test::Any(_) | Test::Not(_) => Vec::new(),
    }
}

fn counted(model: &Model, measured: &Measured) -> Vec<Country> {
    match measured {
        Measured::Partners { set } => named(model, set.filter),
        _ => Vec::new(),
    }
}

/// In the rulebook's order; where several conditions name some, those that all of them name.
fn named(model: &Model, filter: Option<FilterId>) -> Vec<Country> {
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
