//! Nothing in a proposal makes judging fail, and its report is JSON like any other.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

use crate::case::{Kind, Loaded, hold};
use crate::edit::edited;
use crate::generate::Draw;
use crate::reduce::parts;

#[test]
fn no_proposal_makes_judging_panic() {
    hold(Kind::ANY, 2_000, |loaded| {
        catch_unwind(AssertUnwindSafe(|| broken(loaded))).unwrap_or_else(|_| Some("it panics".to_owned()))
    });
}

fn broken(loaded: &Loaded<'_>) -> Option<String> {
    let proposal = wild(&loaded.case.proposal, &mut loaded.case.draw());
    let draft = loaded.is_draft();
    let report = loaded.check(&proposal, draft);
    let text = serde_json::to_string(&report).ok()?;
    let value = serde_json::to_value(&report).ok()?;
    if serde_json::from_str::<Value>(&text).ok() != Some(value) {
        return Some(format!("the report does not parse to itself: {text}"));
    }
    let of_text = loaded.rulebook.check_json(&proposal.to_string(), &loaded.options(draft));
    if of_text.ok() != Some(report) {
        return Some(format!("text and value are judged differently: {proposal}"));
    }
    None
}

/// The proposal with anything anywhere.
fn wild(proposal: &Value, draw: &mut Draw) -> Value {
    let mut proposal = proposal.clone();
    for _ in 0..draw.below(4) {
        let places = parts(&proposal);
        if places.is_empty() {
            break;
        }
        let place = draw.pick(&places);
        if let Some(changed) = edited(&proposal, &place, Some(&draw.pick(&anything()))) {
            proposal = changed;
        }
    }
    proposal
}

fn anything() -> Vec<Value> {
    let texts = [
        "",
        "€",
        "0",
        "00",
        "000000000000001",
        "0000000000000001",
        "1.",
        ".5",
        "999999999999999.99",
        "2014-02-29",
        "0001-01-01",
        "9999-12-31",
        "0000-01-01",
        "2014-01-01T00:00:60Z",
        "9999-12-31T23:59-12:00",
        "0001-01-01T00:00+14:00",
        "EL",
        "UK",
        "EL3",
        "XK-1",
        "DE-BBBB",
        "\u{0}",
        "𝄞",
    ];
    let others = [
        json!(null),
        json!(0),
        json!(-0.0),
        json!(1e300),
        json!(5e-324),
        json!(1e-7),
        json!(999_999_999_999_999_u64),
        json!(u64::MAX),
        json!(-1),
        json!(true),
        json!([]),
        json!({}),
        json!([null]),
        json!([""]),
        json!({ "": 1 }),
        json!({ "staff": {} }),
        json!([[]]),
        json!(["gold", "gold"]),
        json!([{}, null, {}]),
    ];
    texts.into_iter().map(Value::from).chain(others).collect()
}
