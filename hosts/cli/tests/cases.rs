//! `callcheck test`: all as expected, what differs and where, and files of cases that cannot be used.

use std::path::PathBuf;

use callcheck::{Options, Rulebook, embedded};
use serde_json::{Value, json};

use crate::support::{Files, Ran};

/// A case of the tiny call: a grant of so much.
fn case(grant: &str, expect: Value) -> Value {
    json!({ "name": "a grant", "proposal": { "partners": [{ "country": "SE", "grant": grant }] }, "expect": expect })
}

fn test(file: &Value) -> Ran {
    test_text(&file.to_string())
}

fn test_text(text: &str) -> Ran {
    let files = Files::new();
    files.write("tiny.cases.json", text);
    files.run(["test", "tiny.json", "tiny.cases.json"])
}

/// What differs, without the closing line.
fn differences(grant: &str, expect: Value) -> String {
    let ran = test(&json!({ "cases": [case(grant, expect)] }));
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{}", ran.out);
    let head = ran.out.strip_prefix("× a grant\n").expect("the case is named");
    head.split("\n\n").next().expect("its differences").to_owned()
}

#[test]
fn all_cases_of_the_shipped_rulebooks_are_as_expected() {
    let files = Files::new();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    let mut count = 0;
    for id in embedded::ids() {
        let cases = folder.join(format!("{id}.cases.json"));
        let ran = files.run(["test".as_ref(), id.as_ref(), cases.as_os_str()]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
        let told = ran.out.strip_prefix("✓ ").and_then(|told| told.split_once(" cases of ")).expect("a count");
        count += told.0.parse::<usize>().expect("a number");
    }
    assert_eq!(count, 152);
}

/// What `expect` means stands here and beside the format's own cases, in words and in their test: it is the same.
#[test]
fn all_cases_of_the_format_are_as_expected() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the cases") {
        let path = entry.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("a text");
        let file: Value = serde_json::from_str(&text).unwrap_or_default();
        if !file["rulebook"].is_object() {
            continue;
        }
        let files = Files::new();
        files.write("rulebook.json", file["rulebook"].to_string());
        let ran = files.run(["test".as_ref(), "rulebook.json".as_ref(), path.as_os_str()]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}\n{}", path.display(), ran.out);
        count += file["cases"].as_array().map_or(0, Vec::len);
    }
    assert!(count > 300, "only {count} cases were found");
}

#[test]
fn what_differs_is_shown_value_by_value_with_its_path() {
    let within = json!({ "verdict": "eligible", "findings": [] });
    let above = json!({ "verdict": "ineligible", "findings": [{ "code": "above-max", "params": { "by": "2.00" } }] });
    let ran = test(&json!({ "cases": [case("1000", within.clone()), case("1001", above), case("1001", within)] }));
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.out, @r#"
    × a grant
        /findings/0/params/by
          expected  "2.00"
          found     "1.00"

    × a grant
        /verdict
          expected  "eligible"
          found     "ineligible"
        /findings/0
          expected  nothing
          found     {"code":"above-max","path":"/partners","rule":"grant-cap"}

    × 3 cases of tiny 1.0.0: 2 not as expected.
    "#);
}

#[test]
fn every_key_of_an_expectation_is_held_against_the_report() {
    for (expect, pointer, expected, found) in [
        (json!({ "draft": true }), "/draft", "true", "false"),
        (json!({ "soFar": "eligible" }), "/soFar", "\"eligible\"", "nothing"),
        (json!({ "exchange": { "base": "EUR" } }), "/exchange", "{\"base\":\"EUR\"}", "nothing"),
        (
            json!({ "findings": [] }),
            "/findings/0",
            "nothing",
            "{\"code\":\"above-max\",\"path\":\"/partners\",\"rule\":\"grant-cap\"}",
        ),
        (json!({ "findings": [{ "related": [] }] }), "/findings/0/related", "[]", "[\"/partners/0/grant\"]"),
        (json!({ "findings": [{ "absent": ["rule"] }] }), "/findings/0/rule", "nothing", "\"grant-cap\""),
        (json!({ "notices": [{ "id": "n" }] }), "/notices", "{\"id\":\"n\"}", "nothing"),
        (json!({ "missing": [{ "path": "/months" }] }), "/missing", "{\"path\":\"/months\"}", "nothing"),
        (json!({ "checks": [{ "rule": "grant-cap", "status": "pass" }] }), "/checks/0/status", "\"pass\"", "\"fail\""),
        (json!({ "checks": [{ "rule": "duration" }] }), "/checks", "{\"rule\":\"duration\"}", "nothing"),
        (
            json!({ "checks": [{ "rule": "grant-cap" }, { "rule": "grant-cap" }] }),
            "/checks",
            "{\"rule\":\"grant-cap\"}",
            "earlier in the list",
        ),
        (json!({ "totals": { "countries": [] } }), "/totals/countries", "[]", "[{"),
        (
            json!({ "limits": [{ "path": "/partners/0/grant", "max": "1.00" }] }),
            "/limits/0/max",
            "\"1.00\"",
            "\"1000.00\"",
        ),
        (
            json!({ "noLimits": ["/partners/0/grant"] }),
            "/limits/0",
            "nothing",
            "{\"max\":\"1000.00\",\"min\":\"0.00\",\"path\":\"/partners/0/grant\"}",
        ),
        (json!({ "totals": { "grant": "1.00" } }), "/totals/grant", "\"1.00\"", "\"1001.00\""),
        (json!({ "rulebook": { "id": "huge" } }), "/rulebook/id", "\"huge\"", "\"tiny\""),
        (json!({ "absent": ["totals"] }), "/totals", "nothing", "{"),
    ] {
        let told = differences("1001", expect);
        let expected = format!("    {pointer}\n      expected  {expected}\n      found     {found}");
        assert!(told.starts_with(&expected), "{told}\nis not\n{expected}");
    }
}

#[test]
fn among_others_the_finding_that_is_meant_is_held_against() {
    let finding = json!({ "rule": "grant-cap", "params": { "by": "2.00" } });
    let mut with_more = case("1001", json!({ "findings": [finding] }));
    with_more["proposal"]["months"] = json!("18");
    let told = test(&json!({ "cases": [with_more] })).out;
    for difference in [
        "    /findings/0\n      expected  nothing\n      found     {\"code\":\"invalid-value\",\"path\":\"/months\"}\n",
        "    /findings/1/params/by\n      expected  \"2.00\"\n      found     \"1.00\"\n",
    ] {
        assert!(told.contains(difference), "{difference} is not in\n{told}");
    }
    assert_eq!(told.matches("expected  ").count(), 2, "{told}");
}

#[test]
fn what_is_missing_and_not_expected_differs() {
    let told = differences("", json!({ "missing": [] }));
    assert!(told.starts_with("    /missing/0\n      expected  nothing\n      found     {"), "{told}");
}

#[test]
fn the_order_of_related_fields_is_free() {
    let partner = |grant: &str| json!({ "country": "SE", "grant": grant });
    let expect = |related: Value| json!({ "findings": [{ "related": related }] });
    let case = |related| json!({ "name": "two", "proposal": { "partners": [partner("600"), partner("601")] }, "expect": expect(related) });
    for (related, code) in [
        (json!(["/partners/0/grant", "/partners/1/grant"]), 0),
        (json!(["/partners/1/grant", "/partners/0/grant"]), 0),
        (json!(["/partners/1/grant"]), 1),
    ] {
        assert_eq!(test(&json!({ "cases": [case(related.clone())] })).code, Some(code), "{related}");
    }
}

#[test]
fn an_exchange_that_is_there_differs_from_none() {
    let mut with_rates = case("1", json!({ "noExchange": true }));
    with_rates["proposal"]["partners"][0]["currency"] = json!("SEK");
    with_rates["options"] = json!({ "exchange": { "base": "EUR", "units": { "SEK": "10" } } });
    let ran = test(&json!({ "cases": [with_rates] }));
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("    /exchange\n      expected  nothing\n"), "{}", ran.out);
}

#[test]
fn a_case_that_expects_nothing_is_refused() {
    let bare = json!({ "name": "a grant", "proposal": {} });
    let empty = || "This expects nothing, so it shows nothing: say at least the verdict.";
    for (case, told) in [
        (bare, "A case needs an `expect`: say at least the verdict."),
        (case("1", json!({})), empty()),
        (case("1", json!({ "checks": [], "totals": {}, "noExchange": false })), empty()),
    ] {
        let ran = test(&json!({ "cases": [case] }));
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains(told), "{told}\n{}", ran.err);
    }
}

#[test]
fn what_every_report_is_like_is_refused_beside_what_is_not() {
    for (expect, told, place) in [
        (json!({ "absent": ["findngs"] }), "No report has a key `findngs`; did you mean `findings`?", "/absent/0"),
        (json!({ "absent": ["colours"] }), "No report has a key `colours`.", "/absent/0"),
        (json!({ "absent": [5] }), "A key of the report, a text, stands here.", "/absent/0"),
        (
            json!({ "findings": [{ "params": { "absent": ["opne"] } }] }),
            "No report has a key `opne`; did you mean `open`?",
            "/findings/0/params/absent/0",
        ),
        (json!({ "checks": [{ "absent": "group" }] }), "`absent` is a list, [ … ].", "/checks/0/absent"),
        (json!({ "checks": [{ "rule": "grant-cap" }, {}] }), "Every entry is like this: say its `rule`.", "/checks/1"),
        (json!({ "limits": [{}] }), "Every entry is like this: say its `path`.", "/limits/0"),
        (json!({ "noLimits": ["/partner/0/grant"] }), "No report has a limit at \"/partner/0/grant\"", "/noLimits/0"),
        (json!({ "noLimits": ["/months", "partners/0/grant"] }), "No report has a limit at", "/noLimits/1"),
        (json!({ "noLimits": ["/partners/0/costs/staf"] }), "No report has a limit at", "/noLimits/0"),
    ] {
        let mut with_verdict = expect.clone();
        with_verdict["verdict"] = json!("eligible");
        let ran = test(&json!({ "cases": [case("1", with_verdict)] }));
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{expect}");
        assert!(ran.err.contains(told) && ran.err.contains(&format!("/cases/0/expect{place}")), "{told}\n{}", ran.err);
    }
}

#[test]
fn a_key_that_stands_twice_is_refused_but_in_a_proposal() {
    let file = |proposal: &str, expect: &str| {
        format!(r#"{{ "cases": [{{ "name": "n", "proposal": {proposal}, "expect": {expect} }}] }}"#)
    };
    let ran = test_text(&file("{}", r#"{ "verdict": "eligible", "verdict": "incomplete" }"#));
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("The key `verdict` stands twice in this object: keep one of the two."), "{}", ran.err);
    assert!(ran.err.contains("╰── /cases/0/expect/verdict"), "{}", ran.err);
    let ran = test_text(&file(r#"{ "months": 1, "months": 2, "partners": [] }"#, r#"{ "verdict": "eligible" }"#));
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
}

/// Whatever a report has may be expected to be absent.
#[test]
fn every_key_of_a_report_may_be_named() {
    let mut keys = std::collections::BTreeSet::new();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    for entry in std::fs::read_dir(folder).expect("the cases") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        let file: Value = serde_json::from_str(&text).unwrap_or_default();
        let Ok(rulebook) = Rulebook::from_json(&file["rulebook"].to_string()) else { continue };
        for case in file["cases"].as_array().into_iter().flatten() {
            let options = Options::from_value(&case["options"]).expect("sound options");
            let report = rulebook.check(&case["proposal"], &options);
            collect(&serde_json::to_value(report).expect("a report is JSON"), &mut keys);
        }
    }
    // What a measure is made of is the rulebook's.
    keys.remove("answer");
    keys.remove("not");
    let ran = test(&json!({ "cases": [case("1", json!({ "verdict": "eligible", "absent": keys }))] }));
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{keys:?}");
    assert!(keys.len() > 50, "only {} keys were found", keys.len());
}

fn collect(value: &Value, keys: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            keys.insert(key.clone());
            collect(value, keys);
        }),
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys)),
        _ => {}
    }
}

#[test]
fn what_is_misspelt_is_told_with_its_place_and_nothing_is_judged() {
    let ran = test_text(
        "{\n  \"cases\": [{\n    \"name\": \"a grant\",\n    \"proposal\": {},\n    \"expct\": {}\n  }]\n}\n",
    );
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    insta::assert_snapshot!(ran.err, @r#"
      × Unknown key `expct`; did you mean `expect`?
       ╭─[tiny.cases.json:5:5]
     4 │     "proposal": {},
     5 │     "expct": {}
       ·     ───┬───
       ·        ╰── /cases/0/expct
     6 │   }]
       ╰────
    callcheck: tiny.cases.json cannot be used, and no case was judged. A case is written { "name": …, "proposal": { … }, "expect": { "verdict": … } }, and stands in the list `cases`.
    "#);
}

#[test]
fn a_currency_that_is_none_is_told_at_its_code() {
    let rates = r#"{ "base": "EUR", "units": {"DKR": "7.46"} }"#;
    let ran = test_text(&format!(
        "{{ \"cases\": [{{ \"name\": \"n\", \"proposal\": {{}}, \"expect\": {{ \"draft\": false }},\n\"options\": {{ \"exchange\": {rates} }} }}] }}"
    ));
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("did you mean `DKK`?\n"), "{}", ran.err);
    assert!(ran.err.contains("tiny.cases.json:2:53]"), "{}", ran.err);
}

#[test]
fn every_place_that_cannot_be_used_is_told() {
    let verdict = || json!({ "verdict": "eligible" });
    let with = |key: &str, value: Value| {
        let mut case = case("1", verdict());
        case[key] = value;
        json!({ "cases": [case] })
    };
    for (file, told) in [
        (json!([]), "An object, { … }, stands here."),
        (json!({ "case": [] }), "Unknown key `case`; did you mean `cases`?"),
        (json!({}), "This file has no list `cases`."),
        (json!({ "cases": {} }), "`cases` is a list."),
        (json!({ "cases": [] }), "There is no case in this list."),
        (json!({ "cases": ["x"] }), "An object, { … }, stands here."),
        (
            json!({ "rulebook": "huge", "cases": [case("1", verdict())] }),
            "These are the cases of `huge`, and the rulebook is `tiny`.",
        ),
        (
            json!({ "cases": [{ "proposal": {}, "expect": verdict() }] }),
            "A case needs a `name` that says what it shows.",
        ),
        (json!({ "cases": [{ "name": "n", "expect": verdict() }] }), "A case needs a `proposal`."),
        (
            with("colour", json!(1)),
            "Unknown key `colour`; known here: `name`, `note`, `proposal`, `options`, `expect`.",
        ),
        (with("options", json!({ "drafts": true })), "Unknown key `drafts`; did you mean `draft`?"),
        (with("options", json!({ "draft": "yes" })), "`draft` is true or false."),
        (with("options", json!({ "draft": 1 })), "╰── /cases/0/options/draft"),
        (with("expect", json!({ "verdikt": "eligible" })), "Unknown key `verdikt`; did you mean `verdict`?"),
        (with("expect", json!({ "findings": {} })), "`findings` is a list, [ … ]."),
        (with("expect", json!({ "totals": 1 })), "`totals` is an object, { … }."),
    ] {
        let ran = test(&file);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{file}");
        assert!(ran.err.contains(told), "{told}\n{}", ran.err);
    }
}

#[test]
fn what_is_no_json_and_a_broken_rulebook_judge_nothing() {
    let ran = test_text("{ \"cases\": [ }");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("tiny.cases.json is no JSON."), "{}", ran.err);
    let files = Files::new();
    files.write("broken.json", "{}");
    files.write("broken.cases.json", "{ \"cases\": [] }");
    let ran = files.run(["test", "broken.json", "broken.cases.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("broken.json has 6 problems and judges nothing."), "{}", ran.err);
}

/// The blocks of the guide that stand behind this fence.
fn of_guide(fence: &str) -> Vec<String> {
    let guide = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/rulebook.md");
    let guide = std::fs::read_to_string(guide).expect("the guide can be read");
    let block = |behind: &str| behind.split_once("\n```\n").expect("the block is closed").0.to_owned();
    guide.split(&format!("\n{fence}\n")).skip(1).map(block).collect()
}

#[test]
fn the_cases_of_the_guide_are_as_expected() {
    let files = Files::new();
    let rulebooks = of_guide("```json");
    let mut told = Vec::new();
    for cases in of_guide("```json cases") {
        let id = serde_json::from_str::<Value>(&cases).expect("cases are JSON")["rulebook"].clone();
        let rulebook =
            rulebooks.iter().find(|rulebook| rulebook.contains(&format!("\"id\": {id}"))).expect("its rulebook");
        files.write("call.json", rulebook);
        files.write("call.cases.json", cases);
        let ran = files.run(["test", "call.json", "call.cases.json"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
        told.push(ran.out);
    }
    let all = ["small-grants", "every-code"].map(|id| format!("✓ 3 cases of {id} 1.0.0: all as expected.\n"));
    assert_eq!(told, all);
}
