//! Bad input: each kind gets a finding or a problem at its own place, and nothing hangs or passes.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;

use callcheck::report::{Code, Report, Verdict};
use callcheck::{Options, Rulebook};
use serde_json::{Value, json};

/// A rulebook with every table, and one rule of each reach.
fn rulebook() -> Arc<Rulebook> {
    let source = json!({ "ref": "text" });
    let text = json!({
        "callcheck": 1, "id": "hostile", "version": "1.0.0", "title": "Hostile", "currency": "EUR",
        "types": { "company": "Company" }, "labels": { "gold": "Gold" }, "costs": { "staff": "Staff" },
        "contributions": { "own": "Own" }, "strands": { "small": "Small" },
        "questions": {
            "jobs": { "of": "proposal", "kind": "count" }, "civil": { "of": "proposal", "kind": "boolean" },
            "smes": { "of": "partner", "kind": "count" }, "turnover": { "of": "partner", "kind": "money" },
            "field": { "of": "partner", "kind": "choice", "choices": { "food": "Food" } },
            "skills": { "of": "partner", "kind": "choices", "choices": { "lab": "Laboratory" } }
        },
        "sources": { "text": { "title": "Text" } },
        "rules": [
            { "id": "cap", "title": "Cap", "require": { "measure": "grant", "max": "999999999" }, "source": source },
            { "id": "share", "title": "Share", "each": "partner", "source": source,
              "require": { "measure": "grant", "max": { "rate": "50%", "measure": "grant", "of": "proposal" } } },
            { "id": "country-share", "title": "Country share", "each": "country", "source": source,
              "require": { "measure": "cost", "max": { "rate": "60%", "measure": "cost", "of": "proposal" } } },
            { "id": "neighbours", "title": "Neighbours", "each": "partner", "where": { "type": "company" }, "source": source,
              "require": { "measure": "partners", "of": "country", "min": 1 } },
            { "id": "nations", "title": "Nations", "each": "partner", "source": source,
              "require": { "measure": "countries", "of": "country", "max": 400 } },
            { "id": "own", "title": "Own", "each": "partner", "source": source,
              "require": { "measure": "grant", "max": { "rate": "70%", "measure": "cost" } } }
        ]
    });
    Arc::new(Rulebook::from_json(&text.to_string()).expect("sound"))
}

fn check(proposal: &Value) -> Report {
    rulebook().check(proposal, &Options::default())
}

/// The paths of what cannot be read; each finding says something.
fn invalid(proposal: &Value) -> BTreeSet<String> {
    let report = check(proposal);
    let found = report.findings.iter().filter(|finding| finding.code == Code::InvalidValue);
    found.inspect(|finding| assert!(!finding.message.is_empty())).map(|finding| finding.path.clone()).collect()
}

fn with(pointer: &str, value: &Value) -> Value {
    let mut proposal = json!({ "answers": {}, "costs": {}, "contributions": {}, "partners": [
        { "costs": {}, "contributions": {}, "answers": {}, "labels": [null] }
    ] });
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match proposal.pointer_mut(parent).expect("a parent") {
        Value::Object(fields) => {
            fields.insert(key.to_owned(), value.clone());
        }
        parent => *parent = json!([value]),
    }
    proposal
}

const AMOUNTS: [&str; 7] = [
    "/grant",
    "/costs/staff",
    "/contributions/own",
    "/partners/0/grant",
    "/partners/0/costs/staff",
    "/partners/0/contributions/own",
    "/partners/0/answers/turnover",
];

const OTHERS: [&str; 17] = [
    "/months",
    "/start",
    "/end",
    "/submitted",
    "/currency",
    "/strand",
    "/answers/jobs",
    "/answers/civil",
    "/partners/0/country",
    "/partners/0/region",
    "/partners/0/type",
    "/partners/0/size",
    "/partners/0/role",
    "/partners/0/submitted",
    "/partners/0/currency",
    "/partners/0/answers/field",
    "/partners/0/labels/0",
];

#[test]
fn a_wrong_type_at_every_field_is_told_at_that_field() {
    for pointer in AMOUNTS.iter().chain(&OTHERS) {
        for value in [json!({}), json!({ "a": [1] }), json!([]), json!([1]), json!("nonsense"), json!(-1), json!(1e300)]
        {
            assert_eq!(invalid(&with(pointer, &value)), BTreeSet::from([(*pointer).to_owned()]), "{pointer} = {value}");
        }
    }
}

#[test]
fn objects_and_lists_that_are_none() {
    for pointer in
        ["/costs", "/contributions", "/answers", "/partners/0/costs", "/partners/0/answers", "/partners/0/labels"]
    {
        for value in [json!("text"), json!(5), json!(true)] {
            assert_eq!(invalid(&with(pointer, &value)), BTreeSet::from([pointer.to_owned()]), "{pointer} = {value}");
        }
    }
    for value in [json!(null), json!([]), json!("text"), json!(5)] {
        assert_eq!(invalid(&value), BTreeSet::from([String::new()]), "{value}");
    }
    assert_eq!(invalid(&json!({ "partners": {} })), BTreeSet::from(["/partners".to_owned()]));
    assert_eq!(
        invalid(&json!({ "partners": [5, "x", [], null, ""] })).len(),
        3,
        "null and the empty text are partners"
    );
}

#[test]
fn titles_and_names_that_are_no_text() {
    for pointer in ["/title", "/partners/0/name"] {
        for value in [json!(5), json!([]), json!({}), json!(true)] {
            assert_eq!(invalid(&with(pointer, &value)), BTreeSet::from([pointer.to_owned()]), "{pointer} = {value}");
        }
        assert!(invalid(&with(pointer, &json!("any text"))).is_empty());
    }
}

#[test]
fn countries_regions_and_currencies_that_are_none() {
    for (pointer, codes) in [
        ("/partners/0/country", ["XX", "se", "SWE", "EU", "S", " SE", "DE-BB"]),
        ("/partners/0/region", ["DE", "DE-", "DE-BBBB", "XX-1", "DE40222", "de40", "DE_40"]),
        ("/partners/0/currency", ["XXX", "eur", "EURO", "€", "XAU", "EU", "978"]),
        ("/currency", ["XXX", "eur", "EURO", "€", "XAU", "EU", "978"]),
    ] {
        for code in codes {
            let found = invalid(&with(pointer, &json!(code)));
            assert_eq!(found, BTreeSet::from([pointer.to_owned()]), "{pointer} = {code}");
        }
    }
    let elsewhere = json!({ "partners": [{ "country": "DK", "region": "DE-BB" }] });
    assert_eq!(invalid(&elsewhere), BTreeSet::from(["/partners/0/region".to_owned()]));
}

#[test]
fn days_and_moments_that_are_none() {
    let days = ["2014-02-29", "2014-1-31", "31.01.2014", "0000-01-01", "10000-01-01", "2014-01-31T12:00Z"];
    let moments = ["2014-01-31T12:00", "2014-01-31T24:00Z", "2014-01-31 12:00Z", "2016-12-31T23:59:60Z"];
    let at_submitted = days.iter().take(5).chain(&moments).map(|text| ("/submitted", *text));
    for (pointer, text) in days.iter().flat_map(|day| [("/start", *day), ("/end", *day)]).chain(at_submitted) {
        assert_eq!(invalid(&with(pointer, &json!(text))), BTreeSet::from([pointer.to_owned()]), "{pointer} = {text}");
    }
}

/// A name that is listed is not said to be missing where only the list around it is.
#[test]
fn what_is_no_list_and_what_is_no_single_value_is_told_so() {
    for (pointer, value, told) in [
        ("/partners/0/labels", json!("gold"), "This is no list. Write a list of labels"),
        ("/partners/0/labels", json!({}), "This is no list. Write a list of labels"),
        ("/partners/0/labels/0", json!("tin"), "This call has no label of that name. It lists gold."),
        ("/partners/0/answers/skills", json!("lab"), "This is no list. Write a list of choices"),
        ("/partners/0/answers/skills", json!(["desk"]), "This call has no choice of that name. It lists lab."),
        ("/partners/0/answers/field", json!(["food"]), "The answer is one of the choices: food."),
        ("/partners/0/answers/field", json!("fish"), "The answer is one of the choices: food."),
    ] {
        let report = check(&with(pointer, &value));
        let messages: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert!(messages.iter().any(|message| message.starts_with(told)), "{pointer} = {value}: {messages:?}");
    }
}

#[test]
fn a_session_holds_so_much_and_then_refuses_what_would_be_more() {
    let rulebook = rulebook();
    let text = json!("x".repeat(20_000_000));
    let mut session = rulebook.session(&json!({ "partners": [] }), Options::default());
    for _ in 0..3 {
        session.set("/partners/-", Some(&json!({ "name": text }))).expect("there is room");
    }
    let before = session.report();
    for path in ["/partners/-/name", "/title", "/costs/staff"] {
        let error = session.set(path, Some(&text)).expect_err("it is too much");
        assert!(error.message.starts_with("is too much: a session holds at most 64 MiB"), "{error}");
        assert_eq!(session.report(), before);
    }
    session.set("/partners/0/name", Some(&text)).expect("what is replaced makes room");
    session.set("", Some(&json!({ "title": text }))).expect("what is replaced makes room");
    session.set("/title", None).expect("what is removed makes room");
    for _ in 0..50 {
        session.set("/title", Some(&text)).expect("only what is there counts");
        session.set("/title", None).expect("anything can be removed");
    }
}

#[test]
fn a_session_counts_values_and_keys_too() {
    let rulebook = rulebook();
    let mut session = rulebook.session(&json!({}), Options::default());
    let labels = json!(vec![Value::Null; 700_000]);
    let grow = |at: usize| (format!("/partners/{at}/labels"), format!("/partners/{at}/costs/{}", "k".repeat(900)));
    let held = (0..200).take_while(|at| session.set(&grow(*at).0, Some(&labels)).is_ok()).count();
    assert_eq!(held, 2);
    assert!(session.set(&grow(0).1, Some(&json!(1))).is_ok());
}

/// The one that is unreadable is told; what is not given is skipped.
#[test]
fn items_of_lists_that_are_none() {
    let list = json!(["lab", null, "", "desk", 5, ["lab"], {}]);
    let proposal = json!({ "partners": [{ "answers": { "skills": list }, "labels": ["gold", "tin", "Gold"] }] });
    let skills = [3, 4, 5, 6].map(|index| format!("/partners/0/answers/skills/{index}"));
    let labels = [1, 2].map(|index| format!("/partners/0/labels/{index}"));
    assert_eq!(invalid(&proposal), skills.into_iter().chain(labels).collect());
}

#[test]
fn options_that_are_none() {
    for (options, path) in [
        (json!(5), ""),
        (json!({ "draft": "yes" }), "/draft"),
        (json!({ "exchange": [] }), "/exchange"),
        (json!({ "exchange": {} }), "/exchange/base"),
        (json!({ "exchange": { "base": 5, "units": {} } }), "/exchange/base"),
        (json!({ "exchange": { "base": "EUR" } }), "/exchange/units"),
        (json!({ "exchange": { "base": "EUR", "units": { "XXX": 1 } } }), "/exchange/units/XXX"),
        (json!({ "exchange": { "base": "EUR", "units": { "X/~": 1 } } }), "/exchange/units/X~1~0"),
        (json!({ "exchange": { "base": "EUR", "units": { "DKK": 0 } } }), "/exchange/units/DKK"),
        (json!({ "exchange": { "base": "EUR", "units": { "DKK": "7,46" } } }), "/exchange/units/DKK"),
        (json!({ "exchange": { "base": "EUR", "units": { "EUR": 2 } } }), "/exchange/units/EUR"),
    ] {
        let error = Options::from_value(&options).expect_err("unreadable");
        assert_eq!(error.path, path, "{options}");
        assert!(!error.message.is_empty());
    }
}

#[test]
fn amounts_that_are_none() {
    let long = "1".repeat(28);
    for text in ["18.000", "-1", "1e3", "1,000", "1 000", "+1", ".5", "1.", "0x10", "NaN", "Infinity", "١٢", &long] {
        for pointer in AMOUNTS {
            assert_eq!(
                invalid(&with(pointer, &json!(text))),
                BTreeSet::from([pointer.to_owned()]),
                "{pointer} = {text}"
            );
        }
    }
    assert!(invalid(&with("/partners/0/grant", &json!("999999999999999.99"))).is_empty());
}

#[test]
fn keys_that_the_rulebook_does_not_list() {
    for pointer in
        ["/costs/zoo", "/partners/0/contributions/zoo", "/answers/zoo", "/answers/smes", "/partners/0/answers/jobs"]
    {
        assert_eq!(invalid(&with(pointer, &json!(1))), BTreeSet::from([pointer.to_owned()]));
    }
}

#[test]
fn texts_that_are_no_json_and_texts_that_are_deep() {
    let rulebook = rulebook();
    let options = Options::default();
    for text in ["", "{", "nul", "{\"months\": 1e999}", "{} {}", "[1,]", "\u{feff}{}"] {
        assert!(rulebook.check_json(text, &options).is_err(), "{text}");
    }
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let report = rulebook.check_json(&format!("{{\"months\": {deep}, \"unknown\": {deep}}}"), &options).expect("JSON");
    assert_eq!(report.findings.first().map(|finding| finding.path.as_str()), Some("/months"));
    assert!(Rulebook::from_json(&deep).is_err(), "a rulebook that deep is refused, not followed");
}

#[test]
fn a_rulebook_that_is_no_json_is_told_at_the_whole_character() {
    for (text, place) in [("{\n \"é\": €}", (2, 7, 9, 3)), ("[\"\\€\"]", (1, 4, 3, 3)), ("{", (1, 1, 0, 1))] {
        let error = Rulebook::from_json(text).expect_err("no JSON");
        let found = error.problems.iter().map(|problem| (problem.line, problem.column, problem.offset, problem.length));
        assert_eq!(found.collect::<Vec<_>>(), [place], "{text}");
    }
}

#[test]
fn of_equal_keys_the_last_counts() {
    let report =
        rulebook().check_json(r#"{"months": "x", "months": 3, "partners": []}"#, &Options::default()).expect("JSON");
    assert_eq!(report.verdict, Verdict::Eligible);
}

fn many(count: usize, partner: impl Fn(usize) -> Value) -> Value {
    json!({ "partners": (0..count).map(partner).collect::<Vec<_>>() })
}

#[test]
fn a_list_that_is_too_long_is_one_clear_finding() {
    let report = check(&many(10_001, |_| json!({})));
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings.first().map(|finding| finding.path.as_str()), Some("/partners"));
    assert_eq!(report.verdict, Verdict::Incomplete);
}

#[test]
fn a_session_grows_past_the_longest_list_and_back() {
    let mut session = rulebook().session(&many(10_000, |_| json!({})), Options::default());
    let before = session.report();
    session.set("/partners/-", Some(&json!({}))).expect("a place");
    assert_eq!(session.report().findings.first().map(|finding| finding.path.as_str()), Some("/partners"));
    session.set("/partners/10000", None).expect("a place");
    assert_eq!(session.report(), before);
}

/// Each looks at all the others: what grew with the square of the list would not end.
#[test]
fn ten_thousand_partners_are_judged_to_the_end() {
    let codes = ["DK", "SE", "NO", "FI"];
    let full = |index: usize| json!({ "country": codes[index % 4], "type": "company", "grant": "1", "costs": { "staff": "2" } });
    let report = check(&many(10_000, full));
    assert_eq!(report.verdict, Verdict::Eligible);
    assert_eq!(report.checks.len(), 1 + 4 * 10_000 + 4);
    assert_eq!(report.limits.iter().filter(|limit| limit.max_rule.as_deref() == Some("own")).count(), 10_000);
    let report = check(&many(10_000, |_| json!({})));
    assert_eq!(report.verdict, Verdict::Incomplete);
    assert_eq!(report.missing.len(), 3 * 10_000, "country, grant and costs of each");
}
