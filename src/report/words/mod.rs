//! The sentences of a report, all in one place: found, allowed, what to do.

mod bound;
mod counted;
mod quantity;
mod unreadable;

pub(crate) use self::unreadable::irregularity;

use serde_json::Value;

use self::bound::Bound;
use self::counted::Counted;
use self::quantity::Quantity;
use super::format::{counted, date, items, money};
use super::{Alternative, Code, Group, Numbers, Shown};
use crate::rulebook::model::{Atom, AtomKind, Choices, DateField, Model, Names, Op, QuestionKind, Rule};
use crate::value::{Area, Country};

/// Whom a finding speaks of.
pub(crate) struct Subject<'a> {
    pub(crate) group: Option<Group>,
    /// The partner's name, where the finding is of one partner and he gives it.
    pub(crate) name: Option<&'a str>,
    /// The partner's country, where the finding is of one partner.
    pub(crate) country: Option<Country>,
}

/// What a rule's finding is made of.
pub(crate) struct Told<'a> {
    /// What failed; none of a test that is more than one atom.
    pub(crate) atom: Option<&'a Atom>,
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
    let whose = Counted::of(model, rule, subject, told.atom);
    let vocabulary = &model.vocabulary;
    let with_keys = |verbs: [&str; 2], names| verbs.map(|verb| format!("{verb}{} of", keys(told.params, names)));
    match quantity {
        Quantity::Grant => sum(&whose, rule, told, ["requests", "request"].map(str::to_owned), bound),
        Quantity::Cost => sum(&whose, rule, told, with_keys(["has costs", "have costs"], &vocabulary.costs), bound),
        Quantity::Contribution => {
            let verbs = with_keys(["brings contributions", "bring contributions"], &vocabulary.contributions);
            sum(&whose, rule, told, verbs, bound)
        }
        Quantity::Partners => partners(&whose, rule, told, bound),
        Quantity::Countries => countries(&whose, rule, told, bound),
        Quantity::Months => duration(rule, told, bound),
        Quantity::Date(field) => day(subject, told, field, bound, rule),
        Quantity::Answer(name) => answer(model, &whose, rule, told, name, bound),
        Quantity::Attribute(name) => attribute(model, subject, rule, told, name, bound),
    }
}

impl Subject<'_> {
    fn says(&self) -> String {
        match (self.group, self.name) {
            (Some(Group::Partner(_)), Some(name)) => name.to_owned(),
            (Some(Group::Partner(index)), None) => format!("Partner {}", index.saturating_add(1)),
            (Some(Group::Country(country)), _) => counted::from(country),
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

/// The change that would keep the bound; none where nothing can be so low.
fn remedy(
    told: &Told<'_>,
    bound: Option<&Bound<'_>>,
    one: impl Fn(&Shown) -> String,
    (down, up): (&str, &str),
) -> String {
    let by = told.params.by.as_ref().filter(|_| !bound.is_some_and(Bound::is_negative));
    let Some(by) = by else { return String::new() };
    // At an exclusive bound a change by the distance itself would not be enough.
    let is_exclusive = bound.is_some_and(|bound| matches!(bound.op, Op::Above | Op::Below));
    let by_how_much = match is_exclusive {
        true if by.is_zero() => String::new(),
        true => format!(" by more than {}", one(by)),
        false => format!(" by {}", one(by)),
    };
    match told.code {
        Code::AboveMax => format!(" {down}{by_how_much}."),
        Code::BelowMin => format!(" {up}{by_how_much}."),
        _ => format!(" The difference is {}.", one(by)),
    }
}

/// Whether it is only what is known so far.
fn so_far(params: &Numbers) -> &'static str {
    if params.open == Some(true) { " already" } else { "" }
}

/// ` (Staff, Travel)` or ` (all but Travel)`, where a measure lists its keys.
fn keys(params: &Numbers, names: &Names) -> String {
    let listed = params.measure.as_deref().and_then(Value::as_object).and_then(|measure| measure.values().next());
    let (but, listed) = match listed.and_then(|listed| listed.get("not")) {
        Some(others) => ("all but ", Some(others)),
        None => ("", listed),
    };
    let listed = listed.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let titles: Vec<String> = listed.map(|key| titled(names, key)).collect();
    if titles.is_empty() { String::new() } else { format!(" ({but}{})", titles.join(", ")) }
}

fn sum(whose: &Counted, rule: &Rule, told: &Told<'_>, [one, several]: [String; 2], bound: Option<Bound<'_>>) -> String {
    let params = told.params;
    let verb = if whose.is_plural { several } else { one };
    let found = params.found.as_ref().map(plain).unwrap_or_default();
    let remedy = remedy(told, bound.as_ref(), plain, ("Reduce it", "Raise it"));
    format!("{}{} {verb} {found}; {}.{remedy}", whose.who, so_far(params), allowed(bound.as_ref(), rule, plain))
}

fn partners(whose: &Counted, rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let count = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "partner", "partners"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(count).unwrap_or_default();
    let from = whose.from.map_or_else(String::new, |country| format!(" from {}", country.name()));
    let that_count = if whose.narrows { " that count here" } else { "" };
    format!("{}: {found}{from} found{that_count}, where {}.", rule.title, allowed(bound.as_ref(), rule, count))
}

fn countries(whose: &Counted, rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let count = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "country", "countries"),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(count).unwrap_or_default();
    let remedy = match (told.code, &told.params.by) {
        (Code::BelowMin, Some(Shown::Count(by))) => {
            format!(" Bring in partners from {}.", counted(*by, "more country", "more countries"))
        }
        _ => String::new(),
    };
    let verb = if whose.is_plural { "come" } else { "comes" };
    format!("{} {verb} from {found}; {}.{remedy}", whose.who, allowed(bound.as_ref(), rule, count))
}

fn duration(rule: &Rule, told: &Told<'_>, bound: Option<Bound<'_>>) -> String {
    let months = |shown: &Shown| match shown {
        Shown::Count(count) => counted(*count, "month", "months"),
        other => plain(other),
    };
    let Some(found) = told.params.found.as_ref().map(months) else {
        return format!("However long the project lasts, {}.", allowed(bound.as_ref(), rule, months));
    };
    let days =
        told.params.days.map_or_else(String::new, |days| format!(" and {}", counted(days.into(), "day", "days")));
    let by = |by: &Shown| match told.params.over_by() {
        Some((0, days)) => counted(days.into(), "day", "days"),
        Some((whole, days)) => {
            format!("{} and {}", counted(whole, "month", "months"), counted(days.into(), "day", "days"))
        }
        None => months(by),
    };
    let remedy = remedy(told, bound.as_ref(), by, ("Shorten it", "Lengthen it"));
    format!("The project lasts {found}{days}; {}.{remedy}", allowed(bound.as_ref(), rule, months))
}

fn day(subject: &Subject<'_>, told: &Told<'_>, field: DateField, bound: Option<Bound<'_>>, rule: &Rule) -> String {
    let is_of_partner = matches!(subject.group, Some(Group::Partner(_)));
    let who = if is_of_partner { subject.says() } else { "The project".to_owned() };
    let verb = match field {
        DateField::Start => "starts on",
        DateField::End => "ends on",
        DateField::Submitted if is_of_partner => "files on",
        DateField::Submitted => "is filed on",
    };
    let written = |shown: &Shown| match shown {
        Shown::Text(text) => date(text),
        other => plain(other),
    };
    let found = told.params.found.as_ref().map(written).unwrap_or_default();
    let limit = bound.map_or_else(
        || rule.title.to_string(),
        |bound| {
            let is_instant = matches!(bound.shown, Shown::Text(text) if text.contains('T'));
            let words = match (bound.op, is_instant) {
                (Op::Min, false) => "a day on or after",
                (Op::Max, false) => "a day on or before",
                (Op::Above, false) => "a day after",
                (_, false) => "a day before",
                (Op::Min, true) => "a time at or after",
                (Op::Max, true) => "a time at or before",
                (Op::Above, true) => "a time after",
                (_, true) => "a time before",
            };
            format!("the call asks for {words} {}", written(bound.shown))
        },
    );
    format!("{who} {verb} {found}; {limit}.")
}

fn answer(
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
    let whose = if whose.is_everyone { String::new() } else { format!("{}: ", whose.who) };
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

fn each(shown: &Shown, one: impl Fn(&Shown) -> String) -> String {
    items(shown).into_iter().map(one).collect::<Vec<_>>().join(", ")
}

fn titled(names: &Names, name: &str) -> String {
    names.find(name).map(|index| names.title(index)).filter(|title| !title.is_empty()).unwrap_or(name).to_owned()
}

fn not_satisfied(rule: &Rule, subject: &Subject<'_>, alternatives: Option<&[Alternative]>) -> String {
    let whose = subject.group.map_or_else(String::new, |_| format!("{}: ", subject.says()));
    let ways = alternatives.unwrap_or_default();
    let mut titles: Vec<String> = ways.iter().filter_map(|way| way.title.as_deref().map(str::to_owned)).collect();
    if titles.is_empty() {
        return format!("{whose}{} This is not kept.", sentence(&rule.title));
    }
    match ways.len().saturating_sub(titles.len()) {
        0 => {}
        1 => titles.push("one other way".to_owned()),
        others => titles.push(format!("{others} other ways")),
    }
    format!("{whose}{} None of these holds: {}.", sentence(&rule.title), titles.join("; "))
}

/// A title as a sentence of its own.
fn sentence(title: &str) -> String {
    if title.ends_with(['.', '?']) { title.to_owned() } else { format!("{title}.") }
}
