//! What a partner or a proposal is, in words: places, types, labels, answers, strands.

use super::{both, quoted};
use crate::report::format::either;
use crate::rulebook::model::{Attribute, AttributeBound, Choices, Model, Names, Op, Question, QuestionKind};
use crate::value::Area;

const SIZES: [&str; 4] = ["micro", "small", "medium", "large"];
const ROLES: [&str; 3] = ["lead partner", "partner", "associated partner"];

/// Behind the noun of a filter: `from Denmark`, `of type “Company”`, `whose answer to “For profit” is yes`.
pub(super) fn of_partners(model: &Model, attribute: Attribute, choices: &Choices, negated: bool) -> String {
    let values = values(model, attribute, choices);
    match attribute {
        Attribute::Labels => format!("with {}", labels(&values, negated)),
        Attribute::Answer(question) | Attribute::OwnAnswer(question) => {
            format!("whose answer to {} is {}{}", label(model, question), not(negated), either(&values))
        }
        _ => what_it_is(attribute, &values, negated),
    }
}

/// Of one partner: `from Denmark`, `of type “Company”`.
fn what_it_is(attribute: Attribute, values: &[String], negated: bool) -> String {
    match attribute {
        Attribute::Country | Attribute::Region if negated => format!("from outside {}", both(values)),
        Attribute::Country | Attribute::Region => format!("from {}", either(values)),
        Attribute::Type => format!("{}of type {}", not(negated), either(values)),
        Attribute::Size => format!("{}of size {}", not(negated), either(values)),
        _ => format!("{}in the role of {}", not(negated), either(values)),
    }
}

/// A bound of an attribute, or its contrary, as a sentence.
pub(super) fn sentence(model: &Model, attribute: Attribute, bound: &AttributeBound, negated: bool) -> String {
    let values = values(model, attribute, &bound.choices);
    let within = bound.op == Op::Within;
    match attribute {
        Attribute::Strand => format!("the strand is {}{}", not(negated), either(&values)),
        Attribute::Answer(question) => format!(
            "the partner’s answer to {} {}",
            label(model, question),
            answer(model, question, &values, within, negated)
        ),
        Attribute::OwnAnswer(question) => {
            format!("the answer to {} {}", label(model, question), answer(model, question, &values, within, negated))
        }
        Attribute::Labels if within => format!("the partner has {}", only("no labels", &values)),
        Attribute::Labels => format!("the partner has {}", labels(&values, negated)),
        _ => format!("the partner is {}", what_it_is(attribute, &values, negated)),
    }
}

fn answer(model: &Model, question: usize, values: &[String], within: bool, negated: bool) -> String {
    let is_list = model
        .vocabulary
        .questions
        .get(question)
        .is_some_and(|question| matches!(question.kind, QuestionKind::Choices(_)));
    match (is_list, within) {
        (_, true) => format!("is {}", only("nothing", values)),
        (true, false) => format!("{} {}", if negated { "does not include" } else { "includes" }, either(values)),
        (false, false) => format!("is {}{}", not(negated), either(values)),
    }
}

/// `no labels but “Gold” and “Silver”`.
fn only(nothing: &str, values: &[String]) -> String {
    format!("{nothing} but {}", both(values))
}

fn labels(values: &[String], negated: bool) -> String {
    match (values, negated) {
        ([label], false) => format!("the label {label}"),
        (_, false) => format!("one of the labels {}", either(values)),
        ([label], true) => format!("no label {label}"),
        (_, true) => format!("none of the labels {}", both(values)),
    }
}

fn not(negated: bool) -> &'static str {
    if negated { "not " } else { "" }
}

/// The question, as the rulebook asks it.
pub(super) fn label(model: &Model, question: usize) -> String {
    let words = |question: &Question| quoted(if question.label.is_empty() { &question.name } else { &question.label });
    model.vocabulary.questions.get(question).map_or_else(String::new, words)
}

/// Each value once, in the rulebook's words.
fn values(model: &Model, attribute: Attribute, choices: &Choices) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    let words: Vec<String> = match choices {
        Choices::Areas(areas) => areas.iter().map(area).collect(),
        Choices::Indices(indices) => indices.iter().map(|index| value(model, attribute, *index)).collect(),
    };
    for word in words {
        if !values.contains(&word) {
            values.push(word);
        }
    }
    values
}

/// Regions are known by their codes alone.
fn area(area: &Area) -> String {
    match area {
        Area::Country(country) => country.name().to_owned(),
        Area::Region(region) => format!("{} (region {})", region.country.name(), region.code()),
    }
}

fn value(model: &Model, attribute: Attribute, index: usize) -> String {
    let vocabulary = &model.vocabulary;
    match attribute {
        Attribute::Type => title(&vocabulary.types, index),
        Attribute::Labels => title(&vocabulary.labels, index),
        Attribute::Strand => title(&vocabulary.strands, index),
        Attribute::Size => word(&SIZES, index),
        Attribute::Role => word(&ROLES, index),
        Attribute::Answer(question) | Attribute::OwnAnswer(question) => {
            vocabulary.questions.get(question).map_or_else(String::new, |question| choice(question, index))
        }
        Attribute::Country | Attribute::Region => String::new(),
    }
}

fn choice(question: &Question, index: usize) -> String {
    match &question.kind {
        QuestionKind::Choice(choices) | QuestionKind::Choices(choices) => title(choices, index),
        _ => word(&["no", "yes"], index),
    }
}

fn word(words: &[&str], index: usize) -> String {
    words.get(index).map_or_else(String::new, |word| (*word).to_owned())
}

/// What a name stands for; the name itself where the rulebook says nothing more.
pub(super) fn title(names: &Names, index: usize) -> String {
    let title = names.title(index);
    quoted(if title.is_empty() { names.name(index) } else { title })
}
