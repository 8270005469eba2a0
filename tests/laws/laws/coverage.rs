//! The laws are tried on something: the drawn rulebooks use the whole language, and everything that
//! can be judged of a proposal is.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::case::{Kind, hold};

/// Every word of the rulebooks' language, and what else decides how a rule is read.
const LANGUAGE: &str = "
    all any not exists none measure of where min max above below is in within sum rate amount
    each proposal country partner group severity error advice strand when currency require rows notices
    grant cost contribution partners countries answer months start end submitted
    region type size role labels funded contributing answers sme
    groups areas types costs contributions strands questions exchange base units date
    count money boolean choice choices title source id";

/// Every word of a report that says how something was judged.
const JUDGEMENTS: &str = "
    eligible ineligible incomplete skipped fail pass open applies
    above-max below-min too-late too-early not-equal not-allowed not-satisfied invalid-value inconsistent
    not-given invalid too-coarse no-exchange-rate rulebook caller alternatives related minRule maxRule days by";

#[test]
fn the_drawn_cases_use_the_whole_language_and_every_judgement() {
    let (asked, judged) = (RefCell::new(BTreeSet::new()), RefCell::new(BTreeSet::new()));
    hold(Kind::ANY, 800, |loaded| {
        collect(&loaded.case.rulebook, &mut asked.borrow_mut());
        collect(&loaded.report(&loaded.case.proposal, loaded.is_draft()), &mut judged.borrow_mut());
        None
    });
    assert_eq!(missing(LANGUAGE, &asked.borrow()), [""; 0], "words that no rulebook uses");
    assert_eq!(missing(JUDGEMENTS, &judged.borrow()), [""; 0], "words that no report says");
}

/// All keys and all texts.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            words.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            words.insert(key.clone());
            collect(value, words);
        }),
        _ => {}
    }
}

fn missing<'w>(words: &'w str, found: &BTreeSet<String>) -> Vec<&'w str> {
    words.split_whitespace().filter(|word| !found.contains(*word)).collect()
}
