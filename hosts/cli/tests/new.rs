//! `callcheck new`: what it writes is sound and judged as its cases say, and nothing is overwritten.

use callcheck_cli::render::starter;
use serde_json::Value;

use crate::support::{Files, plain};

#[test]
fn what_is_written_loads_without_a_word_and_its_cases_pass() {
    let files = Files::new();
    for (args, name) in
        [(&["new"][..], "my-call"), (&["new", "nordic-growth-2027"], "nordic-growth-2027"), (&["new", "a1.json"], "a1")]
    {
        let ran = files.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{name}");
        let (rulebook, cases) = (format!("{name}.json"), format!("{name}.cases.json"));
        let linted = files.run(["lint", &rulebook]);
        assert_eq!((linted.code, linted.out.as_str()), (Some(0), ""));
        assert_eq!(linted.err, "0 problems, 0 pieces of advice.\n");
        let tested = files.run(["test", &rulebook, &cases]);
        assert_eq!(tested.code, Some(0), "{}{}", tested.out, tested.err);
        assert_eq!(tested.out, format!("✓ 8 cases of {name} 0.1.0: all as expected.\n"));
    }
    assert!(files.run(["show", "nordic-growth-2027.json"]).out.starts_with("Nordic growth 2027\n"));
}

/// A rule that no case breaks teaches nothing.
#[test]
fn each_rule_of_the_starter_is_broken_by_a_case() {
    let files = Files::new();
    files.run(["new", "tiny-2"]);
    assert_eq!(files.run(["test", "tiny-2.json", "tiny-2.cases.json"]).code, Some(0));
    let read = |name: &str| -> Value { serde_json::from_str(&files.read(name)).expect("JSON") };
    let cases = read("tiny-2.cases.json");
    let findings =
        cases["cases"].as_array().expect("cases").iter().filter_map(|case| case["expect"]["findings"].as_array());
    let broken: Vec<&str> = findings.flatten().filter_map(|finding| finding["rule"].as_str()).collect();
    for rule in read("tiny-2.json")["rules"].as_array().expect("rules") {
        let id = rule["id"].as_str().expect("an id");
        let is_row = |broken: &str| broken.strip_prefix(id).is_some_and(|row| row.starts_with('.'));
        assert!(broken.iter().any(|broken| *broken == id || is_row(broken)), "{id}");
    }
}

#[test]
fn nothing_is_overwritten() {
    let files = Files::new();
    for (there, free) in [("a.json", "a.cases.json"), ("b.cases.json", "b.json")] {
        files.write(there, "mine");
        let ran = files.run(["new", &format!("{}.json", &there[..1])]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert_eq!(ran.err, format!("callcheck: {there} is there already and stays as it is. Name another.\n"));
        assert_eq!(files.read(there), "mine");
        assert!(!files.path(free).exists(), "{free} was written");
    }
}

#[test]
fn a_name_that_is_no_id_is_refused() {
    let files = Files::new();
    for name in ["Foo", "a_b", "a--b", "-a", "a.cases.json", "a.txt", "", "..", "é", "folder/"] {
        let ran = files.run(["new", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{name}");
        assert!(ran.err.starts_with("callcheck: ") || ran.err.starts_with("error: "), "{}", ran.err);
    }
    let ran = files.run(["new", "innovation-express.json"]);
    assert_eq!(ran.err, "callcheck: innovation-express is the id of a built-in rulebook. Name another.\n");
    let ran = files.run(["new", "nowhere/a.json"]);
    assert!(ran.err.starts_with("callcheck: nowhere/a.json cannot be written: "), "{}", ran.err);
    assert!(ran.err.ends_with("Name a file in a folder that is there and may be written to.\n"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn the_guide_names_each_rule_by_its_line() {
    let rulebook = "{\n \"rules\": [\n  { \"id\": \"cap\", \"source\": { \"says\": \"A maximum, and how it is written down.\" } },\n  {\n   \"id\": \"duration\", \"source\": { \"says\": \"Months.\" } }\n ] }";
    insta::assert_snapshot!(plain(&starter::guide(rulebook, "to/a.json", "to/a.cases.json", Some(60))), @r#"
    Wrote to/a.json and to/a.cases.json.

    What is in it
      line   3  cap       A maximum, and how it is written down.
      line   5  duration  Months.

    What to do next
      Replace each rule by one of your call, and cite where the
      call says so. JSON has no comments: what a rule is to tell
      its reader stands in `says` of its source. The whole
      language is described in docs/rulebook.md.
        callcheck lint to/a.json                            what is wrong, and where
        callcheck test to/a.json to/a.cases.json            what its cases show
        callcheck show to/a.json                            the rules as people read them
        callcheck check --rulebook to/a.json PROPOSAL.json  one proposal

    Completion and help in an editor
        callcheck schema rulebook > rulebook.schema.json
      and in Visual Studio Code's settings.json:
        "json.schemas": [{ "fileMatch": ["/a.json"], "url": "./rulebook.schema.json" }]
    "#);
}
