//! The sentences of a report, all in one place: found, allowed, what to do.

mod unreadable;

pub(crate) use self::unreadable::irregularity;

use serde_json::Value;

use super::format::{counted, date, either, items, money};
use super::{Alternative, Code, Group, Numbers, Shown};
use crate::rulebook::model::{Model, QuestionKind, Rule};
use crate::value::Country;

/// Whom a finding speaks of.
pub(crate) struct Subject<'a> {
    pub(crate) group: Option<Group>,
    /// The partner's name, where the finding is of one partner and he gives it.
    pub(crate) name: Option<&'a str>,
}

/// What a rule's finding is made of.
pub(crate) struct Told<'a> {
    pub(crate) code: Code,
    pub(crate) params: &'a Numbers,
    pub(crate) alternatives: Option<&'a [Alternative]>,
}

pub(crate) fn failure(model: &Model, rule: &Rule, subject: &Subject<'_>, told: &Told<'_>) -> String {
    if told.code == Code::NotSatisfied {
        return not_satisfied(rule, subject, told.alternatives);
    }
    let quantity = Quantity::of(told.params.measure.as_deref());
    let bound = Bound::of(told.params);
    match quantity {
        Quantity::Grant => sum(subject, rule, told, ("requests", "request"), bound),
        Quantity::Cost => sum(subject, rule, told, ("has costs of", "have costs of"), bound),
        Quantity::Contribution => {
            sum(subject, rule, told, ("brings contributions of", "bring contributions of"), bound)
        }
        Quantity::Partners => partners(subject, rule, told, bound),
        Quantity::Countries => countries(rule, told, bound),
        Quantity::Months => duration(rule, told, bound),
        Quantity::Date(verb) => day(subject, told, verb, bound, rule),
        Quantity::Answer(name) => answer(model, subject, rule, told, name, bound),
        Quantity::Attribute(name) => attribute(model, subject, rule, told, name, bound),
    }
}

/// What was measured.
#[derive(Clone, Copy)]
enum Quantity<'a> {
    Grant,
    Cost,
    Contribution,
    Partners,
    Countries,
    Months,
    Date(&'static str),
    Answer(&'a str),
    Attribute(&'a str),
}

impl<'a> Quantity<'a> {
    fn of(measure: Option<&'a Value>) -> Quantity<'a> {
        let Some(name) = measure.and_then(Value::as_str) else { return Quantity::of_keys(measure) };
        match name {
            "grant" => Quantity::Grant,
            "cost" => Quantity::Cost,
            "contribution" => Quantity::Contribution,
            "partners" => Quantity::Partners,
            "countries" => Quantity::Countries,
            "months" => Quantity::Months,
            "start" => Quantity::Date("starts on"),
            "end" => Quantity::Date("ends on"),
            "submitted" => Quantity::Date("files on"),
            other => Quantity::Attribute(other),
        }
    }

    fn of_keys(measure: Option<&'a Value>) -> Quantity<'a> {
        let field = |key| measure.and_then(|measure| measure.get(key));
        match (field("answer").and_then(Value::as_str), field("cost")) {
            (Some(question), _) => Quantity::Answer(question),
            (None, Some(_)) => Quantity::Cost,
            (None, None) => Quantity::Contribution,
        }
    }
}

/// The failed bound, where it can be shown.
struct Bound<'a> {
    words: &'static str,
    shown: &'a Shown,
}

impl<'a> Bound<'a> {
    fn of(params: &'a Numbers) -> Option<Bound<'a>> {
        let bounds = [
            ("at least", &params.min),
            ("at most", &params.max),
            ("more than", &params.above),
            ("less than", &params.below),
            ("exactly", &params.is),
            ("one of", &params.one_of),
            ("none but", &params.within),
        ];
        bounds.into_iter().find_map(|(words, shown)| shown.as_ref().map(|shown| Bound { words, shown }))
    }

    fn says(&self, one: impl Fn(&Shown) -> String) -> String {
        let values: Vec<String> = items(self.shown).into_iter().map(one).collect();
        let is_list_of_one = values.len() == 1 && matches!(self.words, "one of" | "none but");
        let is_choice = self.words == "exactly" && matches!(self.shown, Shown::Boolean(_)) || is_list_of_one;
        if is_choice { either(&values) } else { format!("{} {}", self.words, either(&values)) }
    }
}

impl Subject<'_> {
    fn is_plural(&self) -> bool {
        !matches!(self.group, Some(Group::Partner(_)))
    }

    fn says(&self) -> String {
        match (self.group, self.name) {
            (Some(Group::Partner(_)), Some(name)) => name.to_owned(),
            (Some(Group::Partner(index)), None) => format!("Partner {}", index.saturating_add(1)),
            (Some(Group::Country(country)), _) => format!("The partners from {}", country.name()),
            (None, _) => "The partners".to_owned(),
        }
    }
}

fn plain(shown: &Shown) -> String {
    match shown {
        Shown::Amount(amount) => money(*amount),
        Shown::Text(text) => text.to_string(),
        Shown::Count(count) => super::format::grouped(&count.to_string()),
        Shown::Boolean(true) => "yes".to_owned(),
        Shown::Boolean(false) => "no".to_owned(),
        Shown::List(items) if items.is_empty() => "none".to_owned(),
        Shown::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
    }
}

/// What the call allows; where the bound hangs on what is not known, its rule by name.
fn allowed(bound: Option<&Bound<'_>>, rule: &Rule, one: impl Fn(&Shown) -> String) -> String {
    bound.map_or_else(
        || format!("the call asks: {}", rule.title),
        |bound| format!("the call asks for {}", bound.says(one)),
    )
}

/// The change that would keep the bound.
fn remedy(code: Code, bound: Option<&Bound<'_>>, by: Option<String>, (down, up): (&str, &str)) -> String {
    let Some(by) = by else { return String::new() };
    // At an exclusive bound a change by the distance itself would not be enough.
    let more =
        if bound.is_some_and(|bound| matches!(bound.words, "more than" | "less than")) { "more than " } else { "" };
    match code {
        Code::AboveMax => format!(" {down} by {more}{by}."),
        Code::BelowMin => format!(" {up} by {more}{by}."),
        _ => format!(" The difference is {by}."),
    }
}

/// Whether it is only what is known so far.
fn so_far(params: &Numbers) -> &'static str {
    if params.open == Some(true) { " already" } else { "" }
}

fn sum(
    subject: &Subject<'_>,
    rule: &Rule,
    told: &Told<'_>,
    (one, several): (&str, &str),
    bound: Option<Bound<'_>>,
) -> String {
    let params = told.params;
    let verb = if subject.is_plural() { several } else { one };
    let found = params.found.as_ref().map(plain).unwrap_or_default();
    let remedy = remedy(told.code, bound.as_ref(), params.by.as_ref().map(plain), ("Reduce it", "Raise it"));
    format!("{}{} {verb} {found}; {}.{remedy}", subject.says(), so_far(params), allowed(bound.as_ref(), rule, plain))
}

fn partners(subject: &Subject<'_>, rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let count = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "partner", "partners"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(count).unwrap_or_default();
    let whose = match subject.group {
        Some(Group::Country(country)) => format!(" from {}", country.name()),
        _ => String::new(),
    };
    format!("{}: {found}{whose} found, where {}.", rule.title, allowed(bound.as_ref(), rule, count))
}

fn countries(rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let count = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "country", "countries"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(count).unwrap_or_default();
    let missing = told.params.by.as_ref().map(count);
    let remedy = match (told.code, missing) {
        (Code::BelowMin, Some(by)) => format!(" Bring in partners from {by} more."),
        _ => String::new(),
    };
    format!("The partners come from {found}; {}.{remedy}", allowed(bound.as_ref(), rule, count))
}

fn duration(rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let months = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "month", "months"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(months).unwrap_or_default();
    let days =
        told.params.days.map_or_else(String::new, |days| format!(" and {}", counted(days.into(), "day", "days")));
    let by = told.params.by.as_ref().map(months);
    let remedy = remedy(told.code, bound.as_ref(), by, ("Shorten it", "Lengthen it"));
    format!("The project lasts {found}{days}; {}.{remedy}", allowed(bound.as_ref(), rule, months))
}

fn day(subject: &Subject<'_>, told: &Told<'_>, verb: &str, bound: Option<Bound<'_>>, rule: &Rule) -> String {
    let who = if matches!(subject.group, Some(Group::Partner(_))) { subject.says() } else { "The project".to_owned() };
    let verb = if verb == "files on" && who == "The project" { "is filed on" } else { verb };
    let written = |shown: &Shown| match shown {
        Shown::Text(text) => date(text),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(written).unwrap_or_default();
    let limit = bound.map_or_else(
        || rule.title.to_string(),
        |bound| {
            let words = match bound.words {
                "at least" => "on or after",
                "at most" => "on or before",
                "more than" => "after",
                _ => "before",
            };
            format!("the call asks for a day {words} {}", written(bound.shown))
        },
    );
    format!("{who} {verb} {found}; {limit}.")
}

fn answer(
    model: &Model,
    subject: &Subject<'_>,
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
    let found = told.params.found.as_ref().map(|found| each(found, value)).unwrap_or_default();
    let remedy = remedy(told.code, bound.as_ref(), told.params.by.as_ref().map(value), ("Reduce it", "Raise it"));
    let whose = match subject.group {
        None => String::new(),
        Some(_) => format!("{}: ", subject.says()),
    };
    format!("{whose}{label}: {found}; {}.{remedy}", allowed(bound.as_ref(), rule, value))
}

fn attribute(
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
        (Shown::Text(text), "country") => {
            Country::from_code(text).map_or_else(|| text.to_string(), |country| country.name().to_owned())
        }
        _ => plain(shown),
    };
    let found = told.params.found.as_ref().map(|found| each(found, value)).unwrap_or_default();
    let whose = if name == "strand" { "The proposal".to_owned() } else { subject.says() };
    format!("{}: {whose} has the {name} {found}; {}.", rule.title, allowed(bound.as_ref(), rule, value))
}

fn each(shown: &Shown, one: impl Fn(&Shown) -> String) -> String {
    let values: Vec<String> = items(shown).into_iter().map(one).collect();
    if values.is_empty() { "none".to_owned() } else { values.join(", ") }
}

fn titled(names: &crate::rulebook::model::Names, name: &str) -> String {
    names.find(name).map(|index| names.title(index)).filter(|title| !title.is_empty()).unwrap_or(name).to_owned()
}

fn not_satisfied(rule: &Rule, subject: &Subject<'_>, alternatives: Option<&[Alternative]>) -> String {
    let whose = subject.group.map_or_else(String::new, |_| format!("{}: ", subject.says()));
    let titles: Vec<String> = alternatives
        .unwrap_or_default()
        .iter()
        .filter_map(|alternative| alternative.title.as_ref().map(|title| title.to_string()))
        .collect();
    if titles.is_empty() {
        return format!("{whose}{} This is not kept.", sentence(&rule.title));
    }
    format!("{whose}{} None of these holds: {}.", sentence(&rule.title), titles.join("; "))
}

/// A title as a sentence of its own.
fn sentence(title: &str) -> String {
    if title.ends_with(['.', '?']) { title.to_owned() } else { format!("{title}.") }
}
