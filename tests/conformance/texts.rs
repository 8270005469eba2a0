//! What loading says: the author's words, what may stand there, and what was probably meant.

use std::collections::BTreeMap;

use callcheck::Rulebook;
use serde_json::{Value, json};

use crate::files::case_files;

/// A sound rulebook that uses a little of everything.
fn rulebook() -> Value {
    let case_file = case_files().into_iter().find(|file| file.name == "rulebook-errors.json").expect("cases");
    let first = case_file.cases.into_iter().next().and_then(|case| case.rulebook).expect("a rulebook");
    serde_json::from_str(first.get()).expect("a rulebook is JSON")
}

/// What is said of the rulebook with these values put in place, by pointer.
fn told(changes: &[(&str, Value)]) -> BTreeMap<String, String> {
    let mut rulebook = rulebook();
    for (pointer, value) in changes {
        let (object, key) = pointer.rsplit_once('/').expect("a pointer");
        rulebook.pointer_mut(object).unwrap_or_else(|| panic!("{object} is not there"))[key] = value.clone();
    }
    let error = Rulebook::from_json(&rulebook.to_string()).expect_err("it is broken");
    error.problems.into_iter().map(|problem| (problem.pointer, problem.message)).collect()
}

#[test]
fn one_problem_hides_no_other() {
    let rule = |more: Value| {
        let mut rule = json!({ "id": "a", "title": "A", "source": { "ref": "spec" } });
        rule.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        json!([rule])
    };
    let crossed = json!({ "measure": "partners", "min": 5, "max": 3 });
    let stray = json!({ "type": "nobody" });
    for (rules, expected) in [
        (json!({ "when": crossed, "require": {} }), vec!["/require", "/when/min"]),
        (json!({ "when": crossed }), vec!["", "/when/min"]),
        (json!({ "require": { "all": [crossed] }, "rows": [{ "id": "a" }] }), vec!["/require", "/require/all/0/min"]),
        (json!({ "require": { "all": [{ "measure": "months", "max": 3 }] }, "rows": [] }), vec!["/rows"]),
        (
            json!({ "require": { "measure": "grant", "max": { "amount": "x", "measure": "partners", "where": stray } } }),
            vec!["/require/max/amount", "/require/max/where/type"],
        ),
        (
            json!({ "require": { "measure": "partners", "max": { "amount": "5", "measure": "partners", "where": stray } } }),
            vec!["/require/max/amount", "/require/max/where/type"],
        ),
        (json!({ "require": { "any": [{ "title": "" }, { "measure": "months", "max": 3 }] } }), vec!["/require/any/0"]),
    ] {
        let told = told(&[("/rules", rule(rules))]);
        let found: Vec<&str> = told.keys().filter_map(|pointer| pointer.strip_prefix("/rules/0")).collect();
        assert_eq!(found, expected, "{told:#?}");
    }
}

#[test]
fn one_mistake_is_one_problem() {
    let rule = |require: Value, rows: Option<Value>| {
        let mut rule = json!({ "id": "a", "title": "A", "require": require, "source": { "ref": "spec" } });
        rows.into_iter().for_each(|rows| rule["rows"] = rows);
        json!([rule])
    };
    let share = |filter: Value| json!({ "measure": "grant", "max": { "measure": "grant", "where": filter } });
    let row = || Some(json!([{ "country": "DK", "max": "1" }]));
    for (rules, pointer, told) in [
        (rule(json!({ "mesure": "grant" }), row()), "/require", "unknown test `mesure`"),
        (rule(json!("grant"), row()), "/require", "\"grant\" is no test"),
        (rule(json!({ "measure": "grant", "all": [] }), row()), "/require", "`all` and `measure` in one test"),
        (rule(json!({ "all": [{ "measure": "months", "max": 3 }] }), row()), "/require", "with `rows`, "),
        (rule(share(json!({ "coutnry": "DK" })), None), "/require/max/where/coutnry", "unknown field `coutnry`"),
        (rule(share(json!(["DK"])), None), "/require/max/where", "a list is no filter"),
        (rule(share(json!({ "answers": "profit" })), None), "/require/max/where/answers", "\"profit\" is no condition"),
    ] {
        let mut rulebook = rulebook();
        rulebook["rules"] = rules;
        let problems = Rulebook::from_json(&rulebook.to_string()).expect_err("it is broken").problems;
        let [problem] = problems.as_slice() else { panic!("{pointer}: {problems:#?}") };
        assert_eq!(problem.pointer, format!("/rules/0{pointer}"));
        assert!(problem.message.starts_with(told), "{}", problem.message);
    }
}

#[test]
fn what_is_beyond_reading_is_not_called_no_json() {
    let deep = "[".repeat(100) + &"]".repeat(100);
    for (text, told) in [
        (deep.as_str(), "this cannot be read: nested more than 64 levels deep"),
        ("{\"callcheck\": 1e400}", "this cannot be read: the number is out of range"),
        ("[1,]", "this is no JSON: a comma stands behind the last item: take it out"),
        (
            "{\"exchange\": 7,46}",
            "this is no JSON: expected a key in double quotes; a number has a point before its decimals, and nothing between its thousands",
        ),
        (
            "[1 500]",
            "this is no JSON: expected `,` or `]`; a number has a point before its decimals, and nothing between its thousands",
        ),
        (
            "[1.500.000]",
            "this is no JSON: expected `,` or `]`; a number has a point before its decimals, and nothing between its thousands",
        ),
        (
            "[1'500]",
            "this is no JSON: expected `,` or `]`; a number has a point before its decimals, and nothing between its thousands",
        ),
        ("['a']", "this is no JSON: expected a value; texts stand in straight double quotes"),
        ("[\u{a0}1]", "this is no JSON: expected a value; this is a special space: put a plain one"),
        ("[1, 5", "this is no JSON: the text ends too early"),
        ("[007]", "this is no JSON: expected `,` or `]`"),
        ("[\"a,\n1]", "this is no JSON: a text ends on its line: close it with `\"`, or write its line end as `\\n`"),
        ("[\"a\tb\"]", "this is no JSON: a control character stands in a text: write it as an escape"),
        ("{\"id\" 5}", "this is no JSON: expected `:`"),
        ("{5: 5}", "this is no JSON: expected a key in double quotes"),
    ] {
        let error = Rulebook::from_json(text).expect_err("it cannot be read");
        assert_eq!(error.problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>(), [told]);
    }
}

#[test]
fn what_was_probably_meant_is_asked() {
    let rule = |require: Value| json!([{ "id": "a", "title": "A", "each": "partner", "require": require, "source": { "ref": "spec" } }]);
    let of = |filter: Value| rule(json!({ "measure": "partners", "max": 3, "where": filter }));
    let filter = "/rules/0/require/where";
    for (place, changed, pointer, meant) in [
        ("/rules", of(json!({ "country": "@nordics" })), format!("{filter}/country"), "@nordic"),
        ("/rules", of(json!({ "country": "nordic" })), format!("{filter}/country"), "@nordic"),
        ("/rules", of(json!({ "country": "Denmark" })), format!("{filter}/country"), "DK"),
        ("/rules", of(json!({ "country": "dk" })), format!("{filter}/country"), "DK"),
        ("/rules", of(json!({ "type": "compnay" })), format!("{filter}/type"), "company"),
        ("/rules", of(json!({ "labels": "Gold" })), format!("{filter}/labels"), "gold"),
        ("/rules", of(json!({ "size": "smal" })), format!("{filter}/size"), "small"),
        ("/rules", of(json!({ "role": "leader" })), format!("{filter}/role"), "lead"),
        ("/rules", of(json!({ "countries": "DK" })), format!("{filter}/countries"), "country"),
        ("/rules", of(json!({ "answers": { "profits": true } })), format!("{filter}/answers/profits"), "profit"),
        (
            "/rules",
            rule(json!({ "measure": { "cost": ["staf"] }, "max": "1" })),
            "/rules/0/require/measure/cost/0".into(),
            "staff",
        ),
        (
            "/rules",
            rule(json!({ "measure": { "contribution": ["own"] }, "max": "1" })),
            "/rules/0/require/measure/contribution/0".into(),
            "owns",
        ),
        (
            "/rules",
            rule(json!({ "measure": { "answer": "sme" }, "max": 1 })),
            "/rules/0/require/measure/answer".into(),
            "smes",
        ),
        (
            "/rules",
            rule(json!({ "measure": { "answer": "field" }, "is": "fod" })),
            "/rules/0/require/is".into(),
            "food",
        ),
        ("/rules", rule(json!({ "measure": "strand", "is": "smal" })), "/rules/0/require/is".into(), "small"),
        ("/rules", rule(json!({ "measure": "grants", "max": "1" })), "/rules/0/require/measure".into(), "grant"),
        (
            "/rules",
            rule(json!({ "measure": "grant", "maximum": "1", "min": "0" })),
            "/rules/0/require/maximum".into(),
            "max",
        ),
        ("/rules/0/source/ref", json!("specs"), "/rules/0/source/ref".into(), "spec"),
        ("/rules/0/severity", json!("errors"), "/rules/0/severity".into(), "error"),
        ("/rules/0/each", json!("partners"), "/rules/0/each".into(), "partner"),
        ("/rules/0/require/of", json!("groups"), "/rules/0/require/of".into(), "group"),
        ("/rules/0/minimum", json!(3), "/rules/0/minimum".into(), "min"),
        ("/rules/0/sorce", json!({}), "/rules/0/sorce".into(), "source"),
        ("/questions/smes/kind", json!("counts"), "/questions/smes/kind".into(), "count"),
        ("/sources/spec/kind", json!("offical"), "/sources/spec/kind".into(), "official"),
        ("/label", json!({}), "/label".into(), "labels"),
        ("/currency", json!("euro"), "/currency".into(), "EUR"),
        ("/groups/nordic", json!(["Denmark"]), "/groups/nordic/0".into(), "DK"),
    ] {
        let contributions = ("/contributions", json!({ "owns": "Own funds" }));
        let told = told(&[contributions, (place, changed)]);
        let message = told.get(&pointer).unwrap_or_else(|| panic!("nothing at {pointer}: {told:?}"));
        assert!(message.contains(&format!("did you mean `{meant}`")), "{pointer}: {message}");
    }
}

#[test]
fn where_nothing_near_is_there_it_is_said_what_is() {
    for (pointer, value, message) in [
        (
            "/rules/0/where",
            json!({ "type": "ngo" }),
            "unknown type `ngo`; the rulebook lists `cluster`, `company` and `university`",
        ),
        ("/rules/0/source/page", json!(3), "unknown field `page`; known here: `ref`, `at` and `says`"),
        ("/rules/0/max", json!(3), "`max` stands in `require`, not beside it"),
        ("/rules/0/require/when", json!({}), "`when` stands beside `require`, not in it"),
        (
            "/rules/0/require",
            json!({ "all": [{ "exists": {}, "strand": "small" }] }),
            "`strand` stands beside `require`, not in it",
        ),
        ("/rules/0/if", json!({}), "unknown field `if`; did you mean `when`?"),
        ("/rules/0/then", json!({}), "unknown field `then`; did you mean `require`?"),
        ("/rules/0/severity", json!("warning"), "\"warning\" is no severity: write `error` or `advice`"),
        (
            "/id",
            json!("Small Grants"),
            "\"Small Grants\" is no id of a rulebook: write small letters and digits, joined by single hyphens, such as \"small-grants-2027\"",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "labels" }),
            "`labels` is measured of one partner: give the rule `\"each\": \"partner\"`, or count partners by a `where`",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "months", "within": [12] }),
            "this measure takes no `within`: its bounds are `min`, `max`, `above`, `below`, `is` and `in`",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "grant", "max": "250,000" }),
            "\"250,000\" is no amount: write at most 15 digits without grouping and, in EUR, at most 2 decimals behind a point, such as \"250000.50\" or \"EUR 250000.50\"",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "grant", "max": "DKR 1" }),
            "\"DKR 1\" is no amount: the currency in front is unknown; write the ISO 4217 code of one that has a minor unit, such as \"EUR\"; did you mean `DKK`?",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "months", "min": 18, "max": 12 }),
            "the minimum 18 is above the maximum 12: nothing keeps both",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "grant", "min": "EUR 1", "max": "DKK 2" }),
            "amounts in `DKK` and `EUR`: let all carry the same currency, or none",
        ),
        ("/rules/0/require", json!({ "exist": { "type": "company" } }), "unknown test `exist`; did you mean `exists`?"),
        ("/rules/0/require", json!({ "or": [] }), "unknown test `or`; did you mean `any`?"),
        ("/rules/0/require", json!({ "title": "A", "and": [] }), "unknown test `and`; did you mean `all`?"),
        (
            "/rules/0/require",
            json!({ "formula": 3 }),
            "unknown test `formula`; tests are `all`, `any`, `not`, `exists`, `none` and `measure`",
        ),
        ("/rules/0/require", json!({ "min": 3, "where": {} }), "a test with bounds needs a `measure`"),
        (
            "/rules/0/require",
            json!({ "where": {} }),
            "an object is no test: write an object with one of `all`, `any`, `not`, `exists`, `none` or `measure`",
        ),
        (
            "/rules/0/require",
            json!({}),
            "an empty object is no test: write an object with one of `all`, `any`, `not`, `exists`, `none` or `measure`",
        ),
        (
            "/rules/0/require",
            json!([]),
            "an empty list is no test: write an object with one of `all`, `any`, `not`, `exists`, `none` or `measure`",
        ),
        (
            "/rules/0/require",
            json!({ "measure": { "costs": ["staff"] }, "max": "1" }),
            "unknown measure `costs`; did you mean `cost`?",
        ),
        (
            "/rules/0/require",
            json!({ "measure": { "sum": ["staff"] }, "max": "1" }),
            "unknown measure `sum`; measures of keys are `cost`, `contribution` and `answer`",
        ),
        (
            "/rules/0/require",
            json!({ "measure": { "cost": ["staff"], "answer": "smes" }, "max": "1" }),
            "`cost` and `answer` in one measure: keep one",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "grant", "max": "60%" }),
            "\"60%\" is no amount: a share says of what, { \"rate\": \"60%\", \"measure\": … }",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "partners", "max": "60%" }),
            "\"60%\" is no count: a share says of what, { \"rate\": \"60%\", \"measure\": … }",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "grant", "max": "2238000 DKK" }),
            "\"2238000 DKK\" is no amount: the currency stands in front, such as \"DKK 250000.50\"",
        ),
        (
            "/rules/0/require",
            json!({ "measure": "grant", "max": "2238000EUR" }),
            "\"2238000EUR\" is no amount: the currency stands in front, such as \"EUR 250000.50\"",
        ),
        (
            "/rules/0/require",
            json!({ "all": [], "any": [] }),
            "`all` and `any` in one test: keep one, or put each into a test of `all` or `any`",
        ),
    ] {
        let told = told(&[(pointer, value)]);
        assert!(told.values().any(|found| found == message), "{message}\n{told:#?}");
    }
}

/// Rules write a group with an `@`; under `groups` it stands without.
#[test]
fn a_group_that_is_listed_with_its_mark_is_told_how_it_is_listed() {
    let rule = |group: &str| json!({ "measure": "partners", "min": 1, "where": { "country": group } });
    let told = told(&[("/groups/@north", json!(["SE"])), ("/rules/0/require", rule("@north"))]);
    assert_eq!(
        told.get("/rules/0/require/where/country").map(String::as_str),
        Some("unknown group `@north`: under `groups` it stands without the `@`")
    );
}

/// Neither by its name nor as it is written: no group stands in a group.
#[test]
fn in_a_group_no_group_is_meant() {
    for written in ["@nordic", "nordic"] {
        let told = told(&[("/groups/north", json!([written, "EE"]))]);
        assert_eq!(
            told.get("/groups/north/0"),
            Some(&format!(
                "\"{written}\" is no country or region: write a code of ISO 3166-1 (\"DE\"), ISO 3166-2 (\"DE-BB\") or NUTS (\"DE40\")"
            ))
        );
    }
}

/// Beyond what a double holds, too.
#[test]
fn a_number_is_told_as_it_is_written() {
    for (number, measure, told) in [
        ("123456789012345678", "grant", "123456789012345678 is no amount: "),
        ("99999999999999999999", "partners", "99999999999999999999 is no count: "),
        ("1.50", "months", "1.50 is no bound of this measure: "),
        ("1E2", "start", "1E2 is no date: "),
        ("\"36\"", "months", "\"36\" is no bound of this measure: write the number without quotation marks"),
        ("\"36\"", "partners", "\"36\" is no count: write the number without quotation marks"),
        ("\"36.5\"", "months", "\"36.5\" is no bound of this measure: write one whole number"),
        ("\"DKK250\"", "grant", "\"DKK250\" is no amount: a space stands behind the currency, such as \"DKK 250\""),
        ("\"DKKX50\"", "grant", "\"DKKX50\" is no amount: write at most 15 digits"),
    ] {
        let mut rulebook = rulebook();
        rulebook["rules"][0]["require"] = json!({ "measure": measure, "max": "NUMBER" });
        let text = rulebook.to_string().replace("\"NUMBER\"", number);
        let error = Rulebook::from_json(&text).expect_err("it is broken");
        assert!(error.problems.iter().any(|problem| problem.message.starts_with(told)), "{told}\n{error}");
    }
}

#[test]
fn of_many_problems_all_are_told_and_the_first_are_looked_into() {
    let rows: Vec<Value> = (0..1000).map(|row| json!({ "id": row.to_string(), "type": "compny", "max": 3 })).collect();
    let rule = json!([{ "id": "a", "title": "A", "require": { "measure": "partners" }, "rows": rows, "source": { "ref": "spec" } }]);
    let told = told(&[("/rules", rule)]);
    assert_eq!(told.len(), 1000);
    let of_row = |row: usize| told.get(&format!("/rules/0/rows/{row}/type")).expect("a problem of the row").as_str();
    assert_eq!(of_row(0), "unknown type `compny`; did you mean `company`?");
    assert_eq!(of_row(999), "unknown type `compny`; the rulebook lists `cluster`, `company` and `university`");
}

/// Texts for people, wherever they come from.
#[test]
fn no_problem_text_shouts_pleads_or_speaks_of_the_inside() {
    let mut count = 0;
    for case in case_files().into_iter().flat_map(|file| file.cases) {
        let Some(text) = case.text.as_deref().or(case.rulebook.as_deref().map(|raw| raw.get())) else { continue };
        for problem in Rulebook::from_json(text).err().map_or_else(Vec::new, |error| error.problems) {
            let message = &problem.message;
            let inside = ["!", "please", "oops", "invalid", "EOF", "Some(", "None", "atom", "\n"];
            let found: Vec<&str> = inside.into_iter().filter(|word| message.contains(word)).collect();
            assert_eq!(found, [""; 0], "{message}");
            assert!(!message.ends_with('.') && message.chars().count() < 330, "{message}");
            count += 1;
        }
    }
    assert!(count > 100, "only {count} problems were found");
}
