//! The tables of a rulebook: everything that rules may name.

use serde_json::{Map, Value, json};

use super::draw::Draw;
use super::vocabulary::{COUNTRIES, Vocabulary};
use super::{Language, cite};

const ISO_REGIONS: [&str; 5] = ["DE-BB", "DE-BE", "DE-B", "FR-IDF", "GR-I"];
const NUTS_REGIONS: [&str; 6] = ["DE4", "DE40", "DE402", "DE3", "FR1", "EL3"];

/// A rulebook that has all but its rules, and what it lists.
pub fn tables(draw: &mut Draw, language: Language) -> (Map<String, Value>, Vocabulary) {
    let regions = regions(draw, language);
    let mut rulebook = head(draw);
    add_names(draw, &mut rulebook);
    if draw.chance(70) {
        rulebook.insert("groups".to_owned(), groups(draw, &regions));
    }
    if draw.chance(80) {
        rulebook.insert("questions".to_owned(), questions(draw));
    }
    if draw.chance(60) {
        rulebook.insert("exchange".to_owned(), exchange(draw));
    }
    let rulebook = Value::Object(rulebook);
    let vocabulary = Vocabulary::of(&rulebook, regions);
    let Value::Object(rulebook) = rulebook else { unreachable!("it was an object") };
    (rulebook, vocabulary)
}

fn head(draw: &mut Draw) -> Map<String, Value> {
    let head = json!({
        "callcheck": 1, "id": "drawn", "version": "1.0.0", "title": "Drawn",
        "currency": draw.pick(&["EUR", "EUR", "EUR", "EUR", "DKK", "JPY", "KWD"]),
        "sources": {
            "text": { "title": "Call text" },
            "booklet": { "title": "Booklet", "url": "https://example.org", "kind": "official", "date": "2016" },
        },
    });
    head.as_object().cloned().unwrap_or_default()
}

/// A rulebook names regions by one kind of code only; where what fields may take is at stake, by
/// none, since a region is so easily too coarse to tell.
fn regions(draw: &mut Draw, language: Language) -> Vec<&'static str> {
    match draw.below(3) {
        _ if language.is_steady() => Vec::new(),
        0 => ISO_REGIONS.to_vec(),
        1 => NUTS_REGIONS.to_vec(),
        _ => Vec::new(),
    }
}

fn add_names(draw: &mut Draw, rulebook: &mut Map<String, Value>) {
    let tables: [(&str, &[&str]); 5] = [
        ("types", &["company", "university"]),
        ("labels", &["gold", "silver", "tin"]),
        ("costs", &["staff", "travel", "a/b~c"]),
        ("contributions", &["own", "in kind"]),
        ("strands", &["small", "large"]),
    ];
    for (table, names) in tables {
        let least = usize::from(draw.chance(80));
        let names = draw.some(names, least, names.len());
        if !names.is_empty() || draw.chance(30) {
            let entries: Map<String, Value> = names.into_iter().map(|name| (name.to_owned(), name.into())).collect();
            rulebook.insert(table.to_owned(), Value::Object(entries));
        }
    }
}

fn groups(draw: &mut Draw, regions: &[&'static str]) -> Value {
    let areas = [&COUNTRIES[..], regions, &["UK"]].concat();
    let mut groups = Map::new();
    for name in draw.some(&["north", "south"], 1, 2) {
        let areas = draw.some(&areas, 1, 3);
        let group = if draw.chance(50) { json!(areas) } else { json!({ "areas": areas, "source": cite("text") }) };
        groups.insert(name.to_owned(), group);
    }
    Value::Object(groups)
}

/// Some of one or two questions of each kind.
fn questions(draw: &mut Draw) -> Value {
    let all = json!({
        "smes": { "of": "partner", "kind": "count", "label": "SMEs that take part" },
        "jobs": { "of": "proposal", "kind": "count" },
        "turnover": { "of": "partner", "kind": "money", "currency": draw.pick(&["DKK", "EUR"]) },
        "aid": { "of": "partner", "kind": "money" },
        "value": { "of": "proposal", "kind": "money" },
        "worth": { "of": "proposal", "kind": "money", "currency": "SEK" },
        "profit": { "of": "partner", "kind": "boolean" },
        "civil": { "of": "proposal", "kind": "boolean" },
        "sector": { "of": "partner", "kind": "choice", "choices": { "public": "Public", "private": "Private" } },
        "field": { "of": "proposal", "kind": "choice", "choices": { "food": "Food", "wood": "Wood" } },
        "methods": { "of": "partner", "kind": "choices", "choices": { "lab": "Lab", "desk": "Desk", "none": "None" } },
        "goals": { "of": "proposal", "kind": "choices", "choices": { "jobs": "Jobs", "fame": "Fame" } },
    });
    let all: Vec<(String, Value)> = all.as_object().cloned().unwrap_or_default().into_iter().collect();
    Value::Object(draw.some(&all, 3, 9).into_iter().collect())
}

/// Units of each currency for one of the base, not of all that are used.
fn exchange(draw: &mut Draw) -> Value {
    let base = draw.pick(&["EUR", "EUR", "EUR", "DKK"]);
    let mut exchange = json!({ "base": base, "source": cite("booklet"), "units": units(draw, base) });
    if draw.chance(50) {
        exchange["date"] = "2013-02-01".into();
    }
    exchange
}

pub fn units(draw: &mut Draw, base: &str) -> Value {
    let all = json!({ "EUR": "0.134", "DKK": "7.46", "SEK": 8.6, "JPY": "130", "KWD": "0.3331" });
    let all = all.as_object().cloned().unwrap_or_default();
    Value::Object(all.into_iter().filter(|(code, _)| code != base && draw.chance(70)).collect())
}
