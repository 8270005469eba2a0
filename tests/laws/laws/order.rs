//! The order of partners changes nothing that is judged.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::case::{Kind, Loaded, hold};

#[test]
fn the_order_of_partners_never_changes_a_verdict() {
    hold(Kind::ANY, 2_000, broken);
}

fn broken(loaded: &Loaded<'_>) -> Option<String> {
    let proposal = &loaded.case.proposal;
    let partners = proposal.get("partners")?.as_array()?;
    let order = loaded.case.draw().shuffled(&(0..partners.len()).collect::<Vec<usize>>());
    let mut shuffled = proposal.clone();
    shuffled["partners"] = order.iter().map(|old| partners[*old].clone()).collect();
    let draft = loaded.is_draft();
    let (before, after) = (loaded.report(proposal, draft), loaded.report(&shuffled, draft));
    let differs = ["verdict", "soFar"].into_iter().find(|key| before.get(key) != after.get(key));
    let moved = |value: &Value| moved_back(value, &order);
    let differs = differs.or_else(|| {
        let lists = ["checks", "limits", "missing"].into_iter();
        lists.into_iter().find(|key| listed(&before[key], Value::clone) != listed(&after[key], moved))
    });
    differs.map(|key| format!("{key} with the order {order:?}:\n{}\n{}", before[key], after[key]))
}

/// As a set, each entry as it were without the other order.
fn listed(entries: &Value, entry: impl Fn(&Value) -> Value) -> BTreeSet<String> {
    entries.as_array().into_iter().flatten().map(|value| entry(value).to_string()).collect()
}

/// An entry of the shuffled proposal's report by the places that its partners had.
fn moved_back(entry: &Value, order: &[usize]) -> Value {
    let mut entry = entry.clone();
    if let Some(partner) = entry["group"]["partner"].as_u64() {
        entry["group"]["partner"] = json!(order[usize::try_from(partner).expect("an index")]);
    } else if entry["group"].is_null() {
        // Asking for it has put it there.
        entry.as_object_mut().expect("an entry").remove("group");
    }
    if let Some(path) = entry["path"].as_str() {
        entry["path"] = json!(moved_path(path, order));
    } else {
        entry.as_object_mut().expect("an entry").remove("path");
    }
    entry
}

fn moved_path(path: &str, order: &[usize]) -> String {
    let mut tokens: Vec<String> = path.split('/').map(str::to_owned).collect();
    if tokens.get(1).is_some_and(|token| token == "partners")
        && let Some(token) = tokens.get_mut(2)
    {
        *token = order[token.parse::<usize>().expect("an index")].to_string();
    }
    tokens.join("/")
}
