//! A rulebook of everything that the shipped calls do not use.

use callcheck::{Rulebook, Sheet, SheetRule};
use serde_json::{Value, json};

use crate::plain;

/// With this one rule.
pub fn rulebook(rule: &Value) -> Value {
    let mut rule = rule.clone();
    rule["id"] = json!("rule");
    rule["title"] = json!("Rule");
    rule["source"] = json!({ "ref": "text" });
    json!({
        "callcheck": 1, "id": "sample", "version": "1.0.0", "title": "Sample", "currency": "EUR",
        "groups": { "nordic": ["DK", "SE"], "north": ["FI", "DE-BB"] },
        "types": { "cluster": "Cluster organisation", "company": "Company", "silent": "" },
        "labels": { "gold": "Gold", "silver": "Silver" },
        "costs": { "other": "Other", "staff": "Staff", "sub": "Subcontracting", "travel": "Travel" },
        "contributions": { "kind": "In kind", "own": "Own funds" },
        "strands": { "large": "Large", "small": "Small" },
        "questions": {
            "civil": { "of": "proposal", "kind": "boolean", "label": "Civil use only" },
            "field": { "of": "proposal", "kind": "choice", "choices": { "food": "Food", "wood": "Wood" }, "label": "Field" },
            "goals": { "of": "proposal", "kind": "choices", "choices": { "climate": "Climate", "jobs": "Jobs" }, "label": "Goals" },
            "learners": { "of": "proposal", "kind": "count", "label": "Learners" },
            "profit": { "of": "partner", "kind": "boolean", "label": "For profit" },
            "sector": { "of": "partner", "kind": "choice", "choices": { "food": "Food", "wood": "Wood" }, "label": "Sector" },
            "staff": { "of": "partner", "kind": "count", "label": "Employees" },
            "aims": { "of": "partner", "kind": "choices", "choices": { "climate": "Climate", "jobs": "Jobs" }, "label": "Aims" },
            "turnover": { "of": "partner", "kind": "money" }
        },
        "sources": { "text": { "title": "Call text" } },
        "rules": [rule]
    })
}

pub fn sheet(rulebook: &Value) -> Sheet {
    let text = rulebook.to_string();
    Rulebook::from_json(&text).unwrap_or_else(|error| panic!("{text}: {error}")).sheet()
}

pub fn words(rule: &Value) -> SheetRule {
    sheet(&rulebook(rule)).rules.swap_remove(0)
}

pub fn assert_asks(each: &str, cases: &[(Value, &str)]) {
    for (require, expected) in cases {
        let rule = words(&json!({ "each": each, "require": require }));
        assert_eq!(plain(&rule.requires), *expected, "{require}");
    }
}
