//! Reading single values leniently: given, not given or unreadable.

use super::field::{Field, Money};
use super::node::Node;
use crate::rulebook::model::Names;
use crate::value::{Amount, Country, Currency, Date, Literal, Moment, Region, count};

fn text<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

pub(super) fn any_text(node: &Node<'_>) -> Option<()> {
    text(node).map(|_| ())
}

pub(super) fn name_text(node: &Node<'_>) -> Option<Box<str>> {
    text(node).map(Box::from)
}

pub(super) fn country(node: &Node<'_>) -> Option<Country> {
    text(node).and_then(Country::from_code)
}

pub(super) fn currency(node: &Node<'_>) -> Option<Currency> {
    text(node).and_then(Currency::from_code)
}

pub(super) fn date(node: &Node<'_>) -> Option<Date> {
    text(node).and_then(Date::from_text)
}

pub(super) fn moment(node: &Node<'_>) -> Option<Moment> {
    text(node).and_then(Moment::from_text)
}

/// The prefix must be the partner's country, where that is known.
pub(super) fn region(node: &Node<'_>, country: &Field<Country>) -> Option<Region> {
    let region = text(node).and_then(Region::from_code)?;
    let fits = match country {
        Field::Given(country) => *country == region.country,
        Field::Absent | Field::Unreadable => true,
    };
    fits.then_some(region)
}

pub(super) fn word(node: &Node<'_>, words: &[&str]) -> Option<usize> {
    let text = text(node)?;
    words.iter().position(|word| *word == text)
}

pub(super) fn name(node: &Node<'_>, names: &Names) -> Option<usize> {
    text(node).and_then(|text| names.find(text))
}

pub(super) fn boolean(node: &Node<'_>) -> Option<usize> {
    match node {
        Node::Boolean(boolean) => Some(usize::from(*boolean)),
        _ => None,
    }
}

pub(super) fn whole(node: &Node<'_>) -> Option<i128> {
    match node {
        Node::Number(number) => count(*number),
        _ => None,
    }
}

/// What a text would say without quotation marks: a yes or no, or digits alone.
pub(super) fn unquoted(node: &Node<'_>) -> Option<Node<'static>> {
    match text(node)? {
        "true" => Some(Node::Boolean(true)),
        "false" => Some(Node::Boolean(false)),
        text if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Node::Number),
        _ => None,
    }
}

/// In minor units; without a currency a sound amount is one of which nothing is known.
pub(super) fn money(node: &Node<'_>, currency: Option<Currency>) -> Option<Money> {
    let literal = match node {
        Node::Text(text) => Literal::from_text(text)?,
        Node::Number(number) => Literal::from_number(*number)?,
        _ => return None,
    };
    match currency {
        Some(currency) => Amount::from_literal(&literal, currency).map(|amount| Some(amount.minor)),
        None => literal.is_amount().then_some(None),
    }
}
