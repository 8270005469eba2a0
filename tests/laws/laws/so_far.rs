//! What a draft says of its so far is what the closed proposal is judged.

use serde_json::{Value, json};

use crate::case::{Kind, Loaded, hold};

#[test]
fn a_drafts_so_far_is_the_closed_proposals_verdict() {
    hold(Kind::ANY, 2_000, broken);
}

fn broken(loaded: &Loaded<'_>) -> Option<String> {
    let draft = loaded.report(&loaded.case.proposal, true);
    let closed = loaded.report(&loaded.case.proposal, false);
    if draft["soFar"] != closed["verdict"] {
        return Some(format!("so far {}, but {}", draft["soFar"], closed["verdict"]));
    }
    if draft["verdict"] == "ineligible" && closed["verdict"] != "ineligible" {
        return Some(format!("a draft's ineligible is final, but {}", closed["verdict"]));
    }
    let mut open = draft["checks"].as_array().into_iter().flatten().filter(|check| check["status"] == "open");
    open.find_map(|check| broken_check(check, &closed))
}

/// The truth of an open instance in the closed proposal, `null` where it does not stand there.
fn broken_check(open: &Value, closed: &Value) -> Option<String> {
    let mut checks = closed["checks"].as_array().into_iter().flatten();
    let found = checks.find(|check| check["rule"] == open["rule"] && check["group"] == open["group"]);
    let truth = match found.and_then(|check| check["status"].as_str()) {
        Some("pass" | "skipped") => json!(true),
        Some("fail") => json!(false),
        _ => Value::Null,
    };
    (open["soFar"] != truth).then(|| format!("{open}\nis {truth} in the closed proposal"))
}
