//! Every example of the guide to rulebooks: it loads, is the shipped rule it is taken from, or is refused as the guide quotes.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write;

use callcheck::report::Status;
use callcheck::{Options, Rulebook, embedded};
use serde_json::{Value, json};

const GUIDE: &str = include_str!("../docs/rulebook.md");

/// A fenced block: what stands behind the fence, word by word, and the text.
struct Block {
    line: usize,
    words: Vec<&'static str>,
    text: String,
}

fn blocks() -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (number, line) in (1..).zip(GUIDE.lines()) {
        match line.strip_prefix("```") {
            Some("") => is_open = false,
            Some(words) => {
                is_open = true;
                blocks.push(Block { line: number, words: words.split(' ').collect(), text: String::new() });
            }
            None if is_open => {
                writeln!(blocks.last_mut().expect("an open block").text, "{line}").expect("a text grows")
            }
            None => {}
        }
    }
    assert!(!is_open, "a block of the guide is not closed");
    blocks
}

impl Block {
    fn is_json(&self) -> bool {
        self.words.first() == Some(&"json")
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }

    fn value(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("line {}: no JSON: {error}", self.line))
    }

    /// The edition that an example is taken from.
    fn edition(&self) -> Option<Value> {
        let year = self.words.iter().find(|word| word.starts_with("20"))?;
        let text = embedded::text(&format!("innovation-express-{year}")).expect("a shipped edition");
        Some(serde_json::from_str(text).expect("a rulebook is JSON"))
    }

    /// The example as a whole rulebook.
    fn rulebook(&self, reference: &Value) -> Value {
        let mut rulebook = self.edition().unwrap_or_else(|| reference.clone());
        let rule = |fields: Value| {
            let mut rule = json!({ "id": "a", "title": "A", "require": { "measure": "months", "max": 9 }, "source": { "ref": "booklet" } });
            let fields = fields.as_object().expect("fields").clone();
            rule.as_object_mut().expect("a rule").extend(fields);
            rule
        };
        let each = if self.has("partner") { "partner" } else { "proposal" };
        let (list, entry) = match self.words.get(1) {
            Some(&"rule") => ("rules", self.value()),
            Some(&"notice") => ("notices", self.value()),
            Some(&"require") => ("rules", rule(json!({ "each": each, "require": self.value() }))),
            Some(&"bound") => ("rules", rule(json!({ "require": { "measure": "grant", "max": self.value() } }))),
            Some(&"filter") => ("rules", rule(json!({ "where": self.value() }))),
            _ => return self.value(),
        };
        rulebook.as_object_mut().expect("a rulebook").insert(list.to_owned(), json!([entry]));
        rulebook
    }
}

/// The rulebook in which the fragments stand.
fn reference(blocks: &[Block]) -> Value {
    let mut whole = blocks.iter().filter(|block| block.words == ["json"]).map(Block::value);
    whole.find(|rulebook| rulebook["id"] == "reference").expect("a rulebook to stand in")
}

#[test]
fn every_example_loads() {
    let blocks = blocks();
    let reference = reference(&blocks);
    let mut count = 0;
    let others = ["refused", "cases", "proposal"];
    for block in blocks.iter().filter(|block| block.is_json() && !others.iter().any(|other| block.has(other))) {
        let loaded = Rulebook::from_json(&block.rulebook(&reference).to_string());
        assert!(loaded.is_ok(), "line {}: {:#?}", block.line, loaded.err());
        count += 1;
    }
    assert!(count >= 17, "only {count} examples were found");
}

#[test]
fn what_is_taken_from_a_call_is_as_it_is_shipped() {
    let mut count = 0;
    for block in blocks() {
        let (Some(edition), taken) = (block.edition(), || block.value()) else { continue };
        let list = if block.has("notice") { "notices" } else { "rules" };
        let shipped = edition[list].as_array().expect("a list");
        assert!(shipped.contains(&taken()), "line {}: {} is not shipped so", block.line, taken()["id"]);
        count += 1;
    }
    assert!(count >= 8, "only {count} examples are taken from calls");
}

#[test]
fn what_the_guide_says_is_refused_is_refused_in_these_words() {
    let blocks = blocks();
    let reference = reference(&blocks);
    let mut count = 0;
    for pair in blocks.windows(2) {
        let [refused, quoted] = pair else { continue };
        if !refused.has("refused") {
            continue;
        }
        assert_eq!(quoted.words, ["text"], "line {}: the words stand below", refused.line);
        let error = Rulebook::from_json(&refused.rulebook(&reference).to_string()).expect_err("it is refused");
        let mut told: Vec<&str> = error.problems.iter().map(|problem| problem.message.as_str()).collect();
        let mut quoted: Vec<&str> = quoted.text.lines().collect();
        told.sort_unstable();
        quoted.sort_unstable();
        assert_eq!(told, quoted, "line {}", refused.line);
        count += 1;
    }
    let marked = blocks.iter().filter(|block| block.has("refused")).count();
    assert!(count == marked && count >= 5, "{count} of {marked} were refused");
}

#[test]
fn the_proposal_of_the_guide_can_be_read_and_names_every_field() {
    let blocks = blocks();
    let rulebook = Rulebook::from_json(&reference(&blocks).to_string()).expect("the reference is sound");
    let block = blocks.iter().find(|block| block.has("proposal")).expect("a proposal");
    let report = rulebook.check(&block.value(), &Options::default());
    assert_eq!(report.findings, [], "all of it can be read");
    let (schema, described) = (rulebook.proposal_schema(), section("## Proposals"));
    for fields in ["/properties", "/$defs/partner/anyOf/0/properties"] {
        let fields = schema.pointer(fields).and_then(Value::as_object).expect("fields");
        for field in fields.keys() {
            assert!(described.contains(&format!("`{field}`")), "{field}");
        }
        assert!(fields.len() > 10, "{fields:?}");
    }
}

/// The part of the guide under a heading, to the next one of that kind.
fn section(heading: &str) -> &'static str {
    let (_, behind) = GUIDE.split_once(&format!("\n{heading}\n")).expect("such a heading");
    let marks = heading.split_inclusive(' ').next().expect("marks");
    behind.split(&format!("\n{marks}")).next().expect("a section")
}

#[test]
fn the_guide_names_every_word_that_a_report_chooses_from() {
    use callcheck::report::{Code, NoticeStatus, Reason, Severity, Verdict};
    let words = [
        json!([Code::AboveMax, Code::BelowMin, Code::TooLate, Code::TooEarly, Code::NotEqual, Code::NotAllowed]),
        json!([Code::NotSatisfied, Code::InvalidValue, Code::Inconsistent]),
        json!([Reason::NotGiven, Reason::Invalid, Reason::TooCoarse, Reason::NoExchangeRate]),
        json!([Status::Skipped, Status::Fail, Status::Pass, Status::Open]),
        json!([Verdict::Eligible, Verdict::Ineligible, Verdict::Incomplete]),
        json!([NoticeStatus::Applies, NoticeStatus::Open, Severity::Error, Severity::Advice]),
    ];
    let described = section("## Reports");
    for word in words.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str) {
        assert!(described.contains(&format!("`{word}`")), "{word}");
    }
}

/// The guide is complete: it names every word that the schema knows.
#[test]
fn every_word_of_the_language_is_named() {
    let mut words = Vec::new();
    collect(&callcheck::rulebook_schema(), &mut words);
    let is_named = |word: &String| {
        ["`", "\"", " "]
            .iter()
            .any(|mark| GUIDE.contains(&format!("{mark}{word}{}", if *mark == " " { " " } else { mark })))
    };
    let silent: Vec<&String> = words.iter().filter(|word| !is_named(word)).collect();
    assert!(silent.is_empty() && words.len() > 60, "{silent:?} of {} words", words.len());
}

/// The fields and the fixed words, codes aside.
fn collect(schema: &Value, words: &mut Vec<String>) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        words.extend(properties.keys().cloned());
    }
    words.extend(schema.get("const").and_then(Value::as_str).map(str::to_owned));
    match schema {
        Value::Object(members) => members.values().for_each(|member| collect(member, words)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        _ => {}
    }
}

/// How a rule stands for its first group.
fn status(rule: Value, proposal: &Value, draft: bool) -> Status {
    let rulebook = json!({
        "callcheck": 1, "id": "claims", "version": "1.0.0", "title": "Claims", "currency": "EUR",
        "costs": { "staff": "Staff" }, "sources": { "text": { "title": "Call text" } }, "rules": [rule]
    });
    let rulebook = Rulebook::from_json(&rulebook.to_string()).expect("a sound rulebook");
    let report = rulebook.check(proposal, &Options { draft, exchange: None });
    report.checks.first().expect("a check").status
}

/// A rule that is judged for so much.
fn rule(each: &str, require: Value) -> Value {
    json!({ "id": "a", "title": "A", "each": each, "require": require, "source": { "ref": "text" } })
}

#[test]
fn what_the_guide_claims_in_numbers_holds() {
    let closed = |each, require, proposal| status(rule(each, require), &proposal, false);
    let year = |end| {
        closed("proposal", json!({ "measure": "months", "max": 12 }), json!({ "start": "2013-03-01", "end": end }))
    };
    assert_eq!((year("2014-02-28"), year("2014-03-01")), (Status::Pass, Status::Fail));

    let third = |grant| {
        let require = json!({ "measure": "grant", "max": { "rate": "1/3", "measure": "cost" } });
        closed("partner", require, json!({ "partners": [{ "grant": grant, "costs": { "staff": "100.00" } }] }))
    };
    assert_eq!((third("33.33"), third("33.34")), (Status::Pass, Status::Fail));

    let filed = |moment| {
        let require = json!({ "measure": "submitted", "max": "2014-10-31T16:00+01:00" });
        closed("proposal", require, json!({ "submitted": moment }))
    };
    assert_eq!(
        (filed("2014-10-30"), filed("2014-10-31"), filed("2014-11-02")),
        (Status::Pass, Status::Open, Status::Fail)
    );

    let danish = json!({ "partners": [{ "country": "DK" }] });
    let part = json!({ "measure": "cost", "max": { "measure": "cost", "of": "proposal" } });
    assert_eq!(status(rule("country", part), &danish, true), Status::Pass, "before any amount is known");
    let heads = |bound: &str| rule("proposal", json!({ "measure": "partners", bound: 2 }));
    assert_eq!(status(heads("min"), &danish, true), Status::Open, "a minimum is never broken in a draft");
    assert_eq!(status(heads("max"), &danish, true), Status::Open, "a maximum is never kept for good");
    let role = || rule("partner", json!({ "measure": "role", "is": "partner" }));
    assert_eq!((status(role(), &danish, true), status(role(), &danish, false)), (Status::Open, Status::Pass));
}
