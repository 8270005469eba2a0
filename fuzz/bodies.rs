//! What must hold of any input: run by the fuzzers, and by the tests on a fixed number of inputs.

use std::sync::{Arc, LazyLock};

use callcheck::{Options, Problem, Report, Rulebook, embedded};
use serde_json::Value;

use crate::edit::edited;
use crate::since::puts_together;

static OPEN: Options = Options { draft: true, exchange: None };
static CLOSED: Options = Options { draft: false, exchange: None };

/// One rulebook with a rule of each kind, and the shipped ones.
static RULEBOOKS: LazyLock<Vec<Arc<Rulebook>>> = LazyLock::new(|| {
    let whole = Rulebook::from_json(include_str!("seeds/rulebook/whole.json")).expect("a sound rulebook");
    std::iter::once(Arc::new(whole)).chain(embedded::ids().filter_map(embedded::rulebook)).collect()
});

/// Proposals by which a rulebook that loads is tried.
static PROPOSALS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let texts = [
        "null",
        r#"{"partners":[]}"#,
        r#"{"months":12,"submitted":"2014-10-31","grant":"5","partners":[{},null,7]}"#,
        include_str!("../rulebooks/examples/abeis.json"),
    ];
    texts.iter().map(|text| serde_json::from_str(text).expect("JSON")).collect()
});

/// It loads, or says why not at places of its text; what loads can be judged, shown and loaded again.
pub fn rulebook(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match Rulebook::from_json(text) {
        Ok(rulebook) => judge_by(&rulebook),
        Err(error) => {
            assert!(!error.problems.is_empty() && !error.to_string().is_empty());
            error.problems.iter().for_each(|problem| stands_in(problem, text));
        }
    }
}

fn judge_by(rulebook: &Rulebook) {
    for proposal in PROPOSALS.iter() {
        is_json(&rulebook.check(proposal, &OPEN));
        is_json(&rulebook.check(proposal, &CLOSED));
    }
    assert!(serde_json::to_string(&rulebook.sheet()).is_ok());
    assert!(rulebook.proposal_schema().is_object());
    let again = Rulebook::from_json(&rulebook.to_value().to_string()).expect("what loads does so again");
    assert_eq!(again.digest(), rulebook.digest());
}

fn stands_in(problem: &Problem, text: &str) {
    assert!(problem.line > 0 && problem.column > 0 && !problem.message.is_empty(), "{problem:?}");
    assert!(text.get(problem.offset..problem.offset + problem.length).is_some(), "{problem:?} in {text}");
}

fn is_json(report: &Report) {
    assert_eq!(report.to_json(), serde_json::to_string(report).expect("a report is JSON"));
}

/// It is judged to the end, draft or closed, and as text as it is as a value.
pub fn proposal(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let value = value(text);
    for rulebook in RULEBOOKS.iter() {
        let Ok(report) = rulebook.check_json(text, &OPEN) else {
            assert_eq!(value, None, "it is JSON to others");
            return;
        };
        is_json(&report);
        let closed = rulebook.check_json(text, &CLOSED).expect("JSON as before");
        is_json(&closed);
        assert_eq!(report.so_far, Some(closed.verdict));
        match &value {
            Some(value) => assert_eq!(rulebook.check(value, &OPEN), report),
            None => assert!(is_deep(text), "it is no JSON to others"),
        }
    }
}

/// The text as a value, unless it may be deeper than serde_json follows.
fn value(text: &str) -> Option<Value> {
    if is_deep(text) { None } else { serde_json::from_str(text).ok() }
}

fn is_deep(text: &str) -> bool {
    text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > 100
}

/// After every edit the report is that of the proposal edited by hand, also when it is told as what changed.
///
/// The first line is the proposal; each other one a path and, behind a space, what is set there.
pub fn session(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Some(rulebook) = RULEBOOKS.first() else { return };
    let mut lines = text.lines();
    let Some(mut by_hand) = lines.next().and_then(value) else { return };
    let mut session = rulebook.session(&by_hand, OPEN.clone());
    let mut last = session.report();
    for line in lines.take(50) {
        let (path, text) = line.split_once(' ').map_or((line, None), |(path, text)| (path, Some(text)));
        let new = text.and_then(value);
        let text = text.filter(|_| new.is_some());
        let expected = edited(&by_hand, path, new.as_ref());
        // By both doors in turns.
        let set = if line.len() % 2 == 0 { session.set(path, new.as_ref()) } else { session.set_json(path, text) };
        assert_eq!(set.is_ok(), expected.is_some(), "{line} in {by_hand}");
        by_hand = expected.unwrap_or(by_hand);
        let report = session.report();
        assert_eq!(report, rulebook.check(&by_hand, &OPEN), "{line}");
        assert!(puts_together(&last, &report.to_json_since(&last), &report), "{line}");
        last = report;
    }
}
