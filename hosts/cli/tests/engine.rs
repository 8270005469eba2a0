//! The command with the engine behind it: verdicts as exit codes, broken texts underlined.

use callcheck::{Problem, Rulebook, embedded};
use serde_json::{Value, json};

use crate::support::{Files, Ran, TINY};

fn check(proposal: &Value, more: &[&str]) -> Ran {
    let args = ["check", "--rulebook", "tiny.json", "-"];
    Files::new().run_with_stdin(args.iter().chain(more), proposal.to_string().as_bytes())
}

fn asks_for(grant: &str) -> Value {
    json!({ "partners": [{ "name": "Ideon", "country": "SE", "grant": grant }] })
}

#[test]
fn the_verdict_is_the_exit_code() {
    for (proposal, code, verdict) in [
        (asks_for("1000"), 0, "Eligible"),
        (asks_for("1000.01"), 1, "Ineligible"),
        (asks_for(""), 3, "Incomplete"),
        (json!({}), 3, "Incomplete"),
    ] {
        for more in [&[][..], &["--json"]] {
            assert_eq!(check(&proposal, more).code, Some(code), "{proposal}");
        }
        let ran = check(&proposal, &[]);
        assert!(ran.out.contains(verdict), "{}", ran.out);
        assert_eq!(ran.err, "");
    }
}

#[test]
fn a_drafts_exit_code_is_its_verdict() {
    assert_eq!(check(&asks_for("1000.01"), &["--draft"]).code, Some(1));
    let within = check(&asks_for("1000"), &["--draft"]);
    assert_eq!(within.code, Some(3), "a further partner may ask for more");
    assert!(within.out.contains("Draft, nothing against it"), "{}", within.out);
    assert!(check(&asks_for(""), &["--draft"]).out.contains("Draft, not complete yet"));
}

#[test]
fn what_a_draft_does_not_keep_yet_is_told_of_rules_that_decide() {
    let files = Files::new();
    let least = TINY.replace("\"max\": \"EUR 1000\"", "\"min\": \"EUR 1000\"");
    files.write("p.json", asks_for("5").to_string());
    for (rulebook, is_told) in
        [(least.clone(), true), (least.replace("\"require\"", "\"severity\": \"advice\", \"require\""), false)]
    {
        files.write("least.json", &rulebook);
        let out = files.run(["check", "--rulebook", "least.json", "--draft", "p.json"]).out;
        assert_eq!(out.contains("Not kept yet"), is_told, "{out}");
    }
}

#[test]
fn a_finding_is_told_with_field_found_allowed_distance_rule_and_source() {
    let out = check(&asks_for("260000.50"), &[]).out;
    for part in [
        "error[grant-cap]: ",
        "  found     EUR 260,000.50\n",
        "  from      Ideon: requested grant  /partners/0/grant\n",
        "  allowed   at most EUR 1,000\n",
        "  over by   EUR 259,000.50\n",
        "  rule      At most EUR 1,000 for all partners\n",
        "  source    The booklet, p. 3 (official)\n            Small grants only.\n",
        "Ideon: requested grant  EUR 0 to 1,000 [grant-cap]  /partners/0/grant\n",
    ] {
        assert!(out.contains(part), "{part:?} is not in\n{out}");
    }
}

#[test]
fn what_cannot_be_read_is_shown() {
    let long = "x".repeat(100);
    for (partner, shown) in [
        (json!({ "grant": "18.000" }), "  found     \"18.000\"\n"),
        (json!({ "grant": 1.005 }), "  found     1.005\n"),
        (json!({ "country": "Sweden" }), "  found     \"Sweden\"\n"),
        (json!({ "labels": "gold" }), "  found     \"gold\"\n"),
        (json!({ "size": long }), &format!("  found     \"{}…\n", &long[..59])),
        (json!(5), "  found     5\n"),
    ] {
        let out = check(&json!({ "partners": [partner] }), &[]).out;
        assert!(out.contains(shown), "{shown:?} is not in\n{out}");
    }
    let out = check(&json!({ "months": "18", "partners": [] }), &[]).out;
    assert!(out.contains("  found     \"18\", in quotation marks\n"), "{out}");
    let out = check(&json!({ "partners": [{ "costs": { "staff": "5" } }] }), &[]).out;
    assert!(!out.contains("  found     "), "there the key is wrong, not the value:\n{out}");
}

#[test]
fn the_sizes_of_an_sme_are_named() {
    let files = Files::new();
    let rule = "\"each\": \"partner\", \"require\": { \"measure\": \"size\", \"in\": [\"sme\"] }";
    files.write("size.json", TINY.replace("\"require\": { \"measure\": \"grant\", \"max\": \"EUR 1000\" }", rule));
    files.write("p.json", r#"{"partners": [{"size": "large"}]}"#);
    let out = files.run(["check", "--rulebook", "size.json", "p.json"]).out;
    assert!(out.contains("  allowed   one of sme (micro, small or medium)\n"), "{out}");
}

#[test]
fn a_group_of_countries_is_named_by_those_in_it() {
    let files = Files::new();
    let rule = "\"each\": \"partner\", \"require\": { \"measure\": \"country\", \"in\": [\"@payers\", \"SE\"] }";
    let rulebook = TINY.replace("\"require\": { \"measure\": \"grant\", \"max\": \"EUR 1000\" }", rule);
    let source = "\"source\": { \"ref\": \"booklet\" }";
    files.write("p.json", r#"{"partners": [{"country": "UK"}]}"#);
    for group in ["[\"DK\", \"NL\"]", &format!("{{ \"areas\": [\"DK\", \"NL\"], {source} }}")] {
        let groups = format!("\"groups\": {{ \"payers\": {group} }}, \"sources\"");
        files.write("payers.json", rulebook.replace("\"sources\"", &groups));
        let out = files.run(["check", "--rulebook", "payers.json", "p.json"]).out;
        assert!(out.contains("  allowed   one of DK, NL, SE\n"), "{out}");
    }
}

#[test]
fn an_exclusive_bound_is_missed_by_no_zero() {
    let files = Files::new();
    files.write("above.json", TINY.replace("\"max\"", "\"above\""));
    files.write("p.json", asks_for("1000").to_string());
    let out = files.run(["check", "--rulebook", "above.json", "p.json"]).out;
    assert!(out.contains("more than EUR\u{a0}1,000. Raise it.\n") && !out.contains("short by"), "{out}");
}

#[test]
fn a_duration_is_told_to_the_day() {
    let files = Files::new();
    files.write(
        "months.json",
        TINY.replace("{ \"measure\": \"grant\", \"max\": \"EUR 1000\" }", "{ \"measure\": \"months\", \"max\": 18 }"),
    );
    for (end, over) in [("2028-07-01", "1 day"), ("2028-08-02", "1 month and 2 days"), ("2028-07-31", "1 month")] {
        files.write("p.json", json!({ "start": "2027-01-01", "end": end, "partners": [] }).to_string());
        let out = files.run(["check", "--rulebook", "months.json", "p.json"]).out;
        assert!(out.contains(&format!("  over by   {over}\n")), "{over} is not in\n{out}");
    }
}

#[test]
fn countries_have_their_article_in_sentences() {
    let files = Files::new();
    files.write("each.json", TINY.replace("\"require\"", "\"each\": \"country\", \"require\""));
    files.write("p.json", r#"{"partners": [{"country": "NL", "grant": "1001"}, {"country": "UK", "grant": "1"}]}"#);
    let out = files.run(["check", "--rulebook", "each.json", "p.json"]).out;
    for part in [
        "The partners from the Netherlands request ",
        "  field     Partners from the Netherlands  /partners\n",
        "\n        United Kingdom, 1 partner: ",
    ] {
        assert!(out.contains(part), "{part:?} is not in\n{out}");
    }
}

fn problems(rulebook: &str) -> Vec<Problem> {
    Rulebook::from_json(rulebook).expect_err("the rulebook is broken").problems
}

#[test]
fn every_problem_of_a_rulebook_is_underlined() {
    let files = Files::new();
    let broken = TINY.replace("\"max\": \"EUR 1000\"", "\"max\": \"EUR 1000\", \"mix\": 1");
    let broken = broken.replace("booklet\", \"at\"", "brochure\", \"at\"");
    files.write("broken.json", &broken);
    let problems = problems(&broken);
    assert_eq!(problems.len(), 2);
    for args in [
        &["check", "--rulebook", "broken.json", "tiny.json"][..],
        &["show", "broken.json"],
        &["schema", "proposal", "--rulebook", "broken.json"],
    ] {
        let ran = files.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        for Problem { pointer, line, column, message, .. } in &problems {
            for part in [&format!("[broken.json:{line}:{column}]"), pointer, message, "┬"] {
                assert!(ran.err.contains(part), "{part:?} is not in\n{}", ran.err);
            }
        }
        assert!(ran.err.contains("callcheck: broken.json has 2 problems"), "{}", ran.err);
    }
}

#[test]
fn a_text_that_is_no_json_is_underlined_where_it_stops_being_json() {
    let files = Files::new();
    files.write("p.json", "{\n  \"months\": 18,\n  \"title\" \"Food\"\n}\n");
    let ran = files.run(["check", "--rulebook", "tiny.json", "p.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("[p.json:3:11]"), "{}", ran.err);
    assert!(ran.err.contains("callcheck: p.json is no JSON."), "{}", ran.err);
    let hint = "schema proposal --rulebook tiny.json";
    assert!(ran.err.contains(&format!("`callcheck {hint}`")), "{}", ran.err);
    assert_eq!(files.run(hint.split(' ')).code, Some(0), "what is recommended can be done");
}

#[test]
fn a_number_beyond_reading_is_not_called_no_json() {
    let files = Files::new();
    files.write("p.json", "{ \"grant\": 1e400 }");
    let ran = files.run(["check", "--rulebook", "tiny.json", "p.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("This cannot be read: the number is out of range"), "{}", ran.err);
    assert!(ran.err.contains("callcheck: p.json cannot be read.") && !ran.err.contains("no JSON"), "{}", ran.err);
    let ran = files.run(["batch", "--rulebook", "tiny.json", "p.json"]);
    assert!(ran.out.contains("\"error\":\"column 12: the number is out of range"), "{}", ran.out);
}

#[test]
fn exchange_rates_that_cannot_be_used_are_underlined() {
    let files = Files::new();
    files.write("p.json", "{}");
    for (rates, place) in [
        ("{\n  \"base\": \"EUR\",\n  \"units\": { \"DKK\": \"-7\" }\n}", "[rates.json:3:21]"),
        ("{\n  \"base\": \"euro\",\n  \"units\": {}\n}", "[rates.json:2:11]"),
        ("{\n  \"base\": ", "[rates.json:2:"),
        ("[]", "[rates.json:1:1]"),
    ] {
        files.write("rates.json", rates);
        for command in ["check", "batch"] {
            let ran = files.run([command, "--rulebook", "tiny.json", "--exchange", "rates.json", "p.json"]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{rates}");
            assert!(ran.err.contains(place), "{place} is not in\n{}", ran.err);
        }
    }
}

#[test]
fn what_is_wrong_with_exchange_rates_is_said_at_its_place() {
    let files = Files::new();
    files.write("p.json", "{}");
    for (rates, place, told) in [
        (
            "{ \"units\": {} }",
            "1:1",
            "`base` is missing: write the currency of which one unit is counted, such as \"EUR\"",
        ),
        (
            "{ \"base\": \"EUR\", \"unit\": { \"DKK\": \"7.46\" } }",
            "1:1",
            "`units` is missing: write how many of each currency make one of the base, such as { \"DKK\": \"7.46\" }; did you mean it by `unit`?",
        ),
        ("[]", "1:1", "exchange rates are an object with `base` and `units`"),
        ("{ \"base\": \"EUR\", \"units\": [] }", "1:27", "`units` is an object, such as { \"DKK\": \"7.46\" }"),
        (
            "{ \"base\": \"euro\", \"units\": {} }",
            "1:11",
            "`euro` is no currency: write the ISO 4217 code of one that has a minor unit, such as \"EUR\"; did you mean `EUR`?",
        ),
        (
            "{ \"base\": \"EUR\", \"units\": { \"DKR\": \"7.46\" } }",
            "1:29",
            "`DKR` is no currency: write the ISO 4217 code of one that has a minor unit, such as \"EUR\"; did you mean `DKK`?",
        ),
        ("{ \"base\": \"EUR\", \"units\": { \"D/K~\": \"7.46\" } }", "1:29", "`D/K~` is no currency"),
        (
            "{ \"base\": \"EUR\", \"units\": { \"DKK\": \"7.46\", \"DKK\": \"8\" } }",
            "1:44",
            "The key `DKK` stands twice in this object: keep one of the two.",
        ),
    ] {
        files.write("rates.json", rates);
        let ran = files.run(["check", "--rulebook", "tiny.json", "--exchange", "rates.json", "p.json"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{rates}");
        assert!(
            ran.err.contains(told) && ran.err.contains(&format!("[rates.json:{place}]")),
            "{place} {told}\n{}",
            ran.err
        );
    }
}

#[test]
fn exchange_rates_are_used() {
    let files = Files::new();
    files.write("rates.json", r#"{"base": "EUR", "units": {"DKK": "7.5"}}"#);
    files.write("p.json", r#"{"partners": [{"country": "DK", "currency": "DKK", "grant": "7500"}]}"#);
    let check = |more: &[&str]| files.run(["check", "--rulebook", "tiny.json", "p.json"].iter().chain(more));
    assert_eq!(check(&["--exchange", "rates.json"]).code, Some(0));
    let without = check(&[]);
    assert_eq!(without.code, Some(3));
    assert!(without.out.contains("give one with --exchange"), "{}", without.out);
}

/// The line that `lint` prints.
fn linted(file: &str, word: &str, problem: &Problem) -> String {
    format!("{file}:{}:{}: {word}: {}\n", problem.line, problem.column, problem.message)
}

#[test]
fn lint_prints_each_problem_and_all_advice_on_a_line() {
    let files = Files::new();
    let advised = TINY.replace("\"booklet\": {", "\"unused\": { \"title\": \"Another\" }, \"booklet\": {");
    let broken = TINY.replace("\"max\"", "\"mix\"").replace("\"version\"", "\"revision\"");
    let no_json = "{\n  no";
    let texts = [("advised.json", advised.as_str()), ("broken.json", &broken), ("no.json", no_json)];
    for (name, text) in texts {
        files.write(name, text);
    }
    let lint = |names: &[&str]| files.run(["lint"].iter().chain(names));

    assert_eq!(lint(&["tiny.json"]).code, Some(0));
    let rulebook = Rulebook::from_json(&advised).expect("advice breaks nothing");
    let [advice] = rulebook.advice() else { panic!("there is one piece of advice") };
    let of_advised = linted("advised.json", "advice", advice);
    let ran = lint(&["advised.json"]);
    assert_eq!((ran.code, &ran.out), (Some(0), &of_advised));
    assert_eq!(ran.err, "0 problems, 1 piece of advice.\n");

    let of = |file, text| -> String { problems(text).iter().map(|problem| linted(file, "problem", problem)).collect() };
    let (of_broken, of_no_json) = (of("broken.json", &broken), of("no.json", no_json));
    let ran = lint(&["advised.json", "broken.json", "no.json", "tiny.json"]);
    assert_eq!((ran.code, ran.out), (Some(1), format!("{of_advised}{of_broken}{of_no_json}")));

    let ran = lint(&["nothing.json", "broken.json"]);
    assert_eq!((ran.code, ran.out), (Some(2), of_broken), "what was not read may have problems");
    let count = problems(&broken).len();
    assert!(
        ran.err.ends_with(&format!("{count} problems, 0 pieces of advice; 1 file could not be read.\n")),
        "{}",
        ran.err
    );
}

#[test]
fn of_files_that_cannot_be_read_no_problems_are_counted() {
    let files = Files::new();
    files.write("latin.json", b"\xe9");
    for names in [&["nothing.json"][..], &["latin.json"], &["."], &["nothing.json", "latin.json"]] {
        let ran = files.run(["lint"].iter().chain(names));
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{names:?}");
        assert!(!ran.err.contains("problem") && ran.err.ends_with("could not be read.\n"), "{}", ran.err);
    }
}

#[test]
fn a_text_with_nothing_in_it_is_called_empty() {
    let files = Files::new();
    files.write("p.json", "{}");
    for text in ["", " \n\n"] {
        files.write("empty.json", text);
        let ran = files.run(["lint", "empty.json"]);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(1), "empty.json:1:1: problem: this is no JSON: the text is empty\n")
        );
        for args in [
            &["check", "--rulebook", "tiny.json", "empty.json"][..],
            &["check", "--rulebook", "tiny.json", "--exchange", "empty.json", "p.json"],
            &["test", "tiny.json", "empty.json"],
        ] {
            let ran = files.run(args);
            assert_eq!(ran.code, Some(2), "{args:?}");
            assert!(ran.err.contains("The text is empty.") && !ran.err.contains("EOF"), "{}", ran.err);
        }
    }
}

#[test]
fn the_built_in_rulebooks_are_listed_shown_and_judged_by() {
    let files = Files::new();
    files.write("p.json", "{}");
    let listed = files.run(["rulebooks"]);
    assert_eq!(listed.code, Some(0));
    let ids: Vec<&str> = listed.out.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(ids, embedded::ids().collect::<Vec<_>>());
    for id in embedded::ids() {
        let rulebook = embedded::rulebook(id).expect("it is built in");
        let shown = files.run(["show", id]);
        assert_eq!(shown.code, Some(0));
        for rule in &rulebook.sheet().rules {
            assert!(shown.out.contains(&format!("{} [{}]\n", rule.title, rule.id)), "{}", shown.out);
        }
        assert_eq!(files.run(["check", "--rulebook", id, "p.json"]).code, Some(3));
    }
}

#[test]
fn schemas_are_of_2020_12() {
    let files = Files::new();
    for args in [&["schema", "rulebook"][..], &["schema", "proposal", "--rulebook", "tiny.json"]] {
        let ran = files.run(args);
        let schema: Value = serde_json::from_str(&ran.out).expect("a schema is JSON");
        assert_eq!(
            (ran.code, schema["$schema"].as_str()),
            (Some(0), Some("https://json-schema.org/draft/2020-12/schema"))
        );
    }
}

#[test]
fn a_batch_gives_the_reports_of_check_in_order() {
    let proposals: Vec<Value> = (0..300).map(|number| asks_for(&format!("{number}.01"))).collect();
    let input: String = proposals.iter().map(|proposal| format!("{proposal}\n")).collect();
    let ran =
        Files::new().run_with_stdin(["batch", "--rulebook", "tiny.json", "--threads", "8", "-"], input.as_bytes());
    assert_eq!(ran.code, Some(0));
    let reports: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("a report is JSON")).collect();
    assert_eq!(reports.len(), proposals.len());
    for (number, report) in reports.iter().enumerate() {
        assert_eq!(report["totals"]["grant"], format!("{number}.01"));
    }
    let one: Value = serde_json::from_str(&check(&proposals[7], &["--json"]).out).expect("a report is JSON");
    assert_eq!(reports[7], one);
}

#[test]
fn a_line_that_is_no_json_tells_its_column() {
    let ran = Files::new().run_with_stdin(["batch", "--rulebook", "tiny.json", "-"], b"{}\n{\"a\" 1}\n\n[]\n");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(ran.code, Some(2));
    assert_eq!(lines[1], r#"{"line":2,"error":"column 6: no JSON: expected `:`"}"#);
    assert_eq!(lines.len(), 3, "a list is no proposal, but it is judged");
}
