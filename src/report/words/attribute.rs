//! The sentences of attributes and answers.

use super::bound::Bound;
use super::counted::Counted;
use super::parts::{allowed, each, plain, remedy, titled};
use super::{Subject, Told};
use crate::report::Shown;
use crate::rulebook::model::{Asked, Atom, AtomKind, Choices, Model, Op, QuestionKind, Rule};
use crate::value::{Area, Country};

pub(super) fn answer(
    model: &Model,
    whose: &Counted,
    rule: &Rule,
    told: &Told<'_>,
    name: &str,
    bound: Option<Bound<'_>>,
) -> String {
    let question = model.vocabulary.question(name).map(|(_, question)| question);
    let label = question.map_or(name, |question| question.label.as_str());
    let value = |shown: &Shown| match (shown, question.map(|question| &question.kind)) {
        (Shown::Text(choice), Some(QuestionKind::Choice(choices) | QuestionKind::Choices(choices))) => {
            titled(choices, choice)
        }
        _ => plain(shown),
    };
    let found = told.params.found.as_ref().map(|found| each(found, value)).filter(|found| !found.is_empty());
    let found = found.unwrap_or_else(|| "none".to_owned());
    let remedy = remedy(told, bound.as_ref(), value, ("Reduce it", "Raise it"));
    let is_of_proposal = question.is_some_and(|question| question.of == Asked::Proposal);
    let whose = if whose.is_everyone || is_of_proposal { String::new() } else { format!("{}: ", whose.who) };
    format!("{whose}{label}: {found}; {}.{remedy}", allowed(bound.as_ref(), rule, value))
}

pub(super) fn attribute(
    model: &Model,
    subject: &Subject<'_>,
    rule: &Rule,
    told: &Told<'_>,
    name: &str,
    bound: Option<Bound<'_>>,
) -> String {
    let vocabulary = &model.vocabulary;
    let value = |shown: &Shown| match (shown, name) {
        (Shown::Text(text), "type") => titled(&vocabulary.types, text),
        (Shown::Text(text), "labels") => titled(&vocabulary.labels, text),
        (Shown::Text(text), "strand") => titled(&vocabulary.strands, text),
        // A word of rulebooks alone, which no proposal can give as its size.
        (Shown::Text(text), "size") if **text == *"sme" => "SME (micro, small or medium)".to_owned(),
        (Shown::Text(text), "country") => {
            Country::from_code(text).map_or_else(|| text.to_string(), |country| country.name().to_owned())
        }
        _ => plain(shown),
    };
    let has = match (told.params.found.as_ref().map(|found| each(found, value)), subject.country) {
        (Some(found), _) if name == "country" => format!("is from {found}"),
        (Some(found), _) if !found.is_empty() => format!("has the {name} {found}"),
        // Of what region he is need not be known where he is of another country.
        (None, Some(country)) if name == "region" => format!("is from {}", country.name()),
        _ => format!("has no {name}"),
    };
    let whose = if name == "strand" { "The proposal".to_owned() } else { subject.says() };
    let places = told.atom.filter(|_| name == "country").and_then(places);
    let bound = match (bound, &places) {
        (Some(_), Some(shown)) => Some(Bound { op: Op::In, shown }),
        (bound, _) => bound,
    };
    format!("{}: {whose} {has}; {}.", rule.title, allowed(bound.as_ref(), rule, value))
}

/// The countries and regions of a list, whose groups have names for rules only.
fn places(atom: &Atom) -> Option<Shown> {
    let AtomKind::Attribute { bounds, .. } = &atom.kind else { return None };
    let [bound] = bounds.as_slice() else { return None };
    let Choices::Areas(areas) = &bound.choices else { return None };
    let code = |area: &Area| match area {
        Area::Country(country) => Shown::Text(country.code().into()),
        Area::Region(region) => Shown::Text(region.code().into()),
    };
    Some(Shown::List(areas.iter().map(code).collect()))
}
