//! Proposals to the 2013 edition, of any number of partners.

use serde_json::{Value, json};

/// Countries in turn, with what all of a country's partners ask for together: within every range.
const HOMES: [(&str, &str, usize); 8] = [
    ("DK", "DKK", 225_000),
    ("SE", "SEK", 255_000),
    ("NO", "NOK", 225_000),
    ("FI", "EUR", 30_000),
    ("LT", "EUR", 30_000),
    ("DK", "DKK", 225_000),
    ("SE", "SEK", 255_000),
    ("IS", "ISK", 4_800_000),
];
const TYPES: [&str; 3] = ["cluster", "network", "research"];

/// A proposal that keeps every rule.
pub fn sound(partners: usize) -> Value {
    let mut proposal = json!({
        "title": "Bench", "start": "2013-09-01", "end": "2015-02-28", "submitted": "2013-05-30",
    });
    proposal["partners"] = (0..partners).map(|index| partner(index, partners)).collect();
    proposal
}

/// The same, but for every rule that a proposal of several countries can break.
pub fn broken(partners: usize) -> Value {
    let mut proposal = sound(partners);
    proposal["end"] = json!("2015-12-31");
    for partner in proposal["partners"].as_array_mut().into_iter().flatten() {
        partner["type"] = json!("company");
        partner["labels"] = json!([]);
        partner["submitted"] = json!("2013-06-01");
        partner["costs"] = json!({ "staff": "1" });
        partner["grant"] = json!("250001");
        partner["answers"] = json!({ "smes": 0 });
    }
    proposal
}

fn partner(index: usize, of: usize) -> Value {
    let (country, currency, all) = HOMES[index % HOMES.len()];
    let grant = all * HOMES.len() / (2 * of).max(HOMES.len());
    let tenth = |tenths: usize| match currency {
        "ISK" => (grant * tenths / 10).to_string(),
        _ => format!("{}.50", grant * tenths / 10),
    };
    json!({
        "name": format!("Partner {}", index + 1),
        "country": country,
        "type": TYPES[index % TYPES.len()],
        "role": if index == 0 { "lead" } else { "partner" },
        "labels": if index == 0 { json!(["ecei-bronze"]) } else { json!([]) },
        "currency": currency,
        "grant": tenth(9),
        "costs": { "staff": tenth(10), "travel": tenth(5), "events": tenth(4), "external": tenth(1) },
        "contributions": { "public": tenth(4), "private": tenth(3), "in-kind": tenth(4) },
        "answers": { "smes": 3 + index % 7 },
    })
}
