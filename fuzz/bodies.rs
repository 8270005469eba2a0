//! What must hold of any input: run by the fuzzers, and by the tests on a fixed number of inputs.

use std::sync::{Arc, LazyLock};

use callcheck::{Options, Problem, Report, Rulebook, embedded};
use serde_json::Value;

use crate::edit::edited;

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
    let text = serde_json::to_string(report).expect("a report is JSON");
    let value = serde_json::to_value(report).expect("a report is JSON");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
}

/// It is judged to the end, draft or closed, and as text as it is as a value.
pub fn proposal(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for rulebook in RULEBOOKS.iter() {
        let Ok(report) = rulebook.check_json(text, &OPEN) else { return };
        is_json(&report);
        let closed = rulebook.check_json(text, &CLOSED).expect("JSON as before");
        is_json(&closed);
        assert_eq!(report.so_far, Some(closed.verdict));
        if let Some(value) = value(text) {
            assert_eq!(rulebook.check(&value, &OPEN), report);
        }
    }
}

/// The text as a value, unless it is deeper than a value in memory can be.
fn value(text: &str) -> Option<Value> {
    let depth = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    (depth < 500).then(|| serde_json::from_str(text).ok())?
}

/// After every edit the report is that of the proposal edited by hand.
///
/// The first line is the proposal; each other one a path and, behind a space, what is set there.
pub fn session(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Some(rulebook) = RULEBOOKS.first() else { return };
    let mut lines = text.lines();
    let Some(mut by_hand) = lines.next().and_then(value) else { return };
    let mut session = rulebook.session(&by_hand, OPEN.clone());
    for line in lines.take(50) {
        let (path, new) = line.split_once(' ').map_or((line, None), |(path, new)| (path, value(new)));
        let expected = edited(&by_hand, path, new.as_ref());
        assert_eq!(session.set(path, new.as_ref()).is_ok(), expected.is_some(), "{line} in {by_hand}");
        by_hand = expected.unwrap_or(by_hand);
        assert_eq!(session.report(), rulebook.check(&by_hand, &OPEN), "{line}");
    }
}
