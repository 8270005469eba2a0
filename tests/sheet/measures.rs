//! Whom a rule speaks of, and what it measures of whom.

use serde_json::{Value, json};

use crate::sample::{assert_asks, rulebook, sheet, words};
use crate::{countries, plain};

#[test]
fn whom_a_rule_speaks_of() {
    for (each, filter, expected) in [
        ("proposal", json!({}), None),
        ("country", json!({}), Some("Each country: its partners")),
        ("partner", json!({}), Some("Each partner")),
        ("partner", json!({ "country": "@nordic" }), Some("Each partner from Denmark or Sweden")),
        (
            "partner",
            json!({ "country": ["@north", "@nordic", "DK"] }),
            Some("Each partner from Finland, Germany (region DE-BB), Denmark or Sweden"),
        ),
        (
            "partner",
            json!({ "country": { "not": ["@nordic", "EL"] } }),
            Some("Each partner from outside Denmark, Sweden and Greece"),
        ),
        (
            "partner",
            json!({ "region": "DE-BB", "country": "DE" }),
            Some("Each partner from Germany and from Germany (region DE-BB)"),
        ),
        (
            "country",
            json!({ "type": "company", "funded": true }),
            Some("Each country: funded partners of type “Company”"),
        ),
        ("proposal", json!({ "funded": false }), Some("Unfunded partners, together")),
        ("proposal", json!({ "contributing": true, "funded": true }), Some("Contributing funded partners, together")),
        ("partner", json!({ "contributing": false }), Some("Each non-contributing partner")),
        (
            "partner",
            json!({ "type": { "not": ["company", "silent"] } }),
            Some("Each partner not of type “Company” or “silent”"),
        ),
        ("partner", json!({ "size": "sme" }), Some("Each partner of size micro, small or medium")),
        (
            "partner",
            json!({ "size": ["large", "medium", "sme"] }),
            Some("Each partner of size large, medium, micro or small"),
        ),
        ("partner", json!({ "size": { "not": "large" } }), Some("Each partner not of size large")),
        (
            "partner",
            json!({ "role": ["lead", "associated"] }),
            Some("Each partner in the role of lead partner or associated partner"),
        ),
        (
            "partner",
            json!({ "role": { "not": "associated" } }),
            Some("Each partner not in the role of associated partner"),
        ),
        ("partner", json!({ "labels": "gold" }), Some("Each partner with the label “Gold”")),
        (
            "partner",
            json!({ "labels": ["gold", "silver"] }),
            Some("Each partner with one of the labels “Gold” or “Silver”"),
        ),
        ("partner", json!({ "labels": { "not": "gold" } }), Some("Each partner with no label “Gold”")),
        (
            "partner",
            json!({ "labels": { "not": ["gold", "silver"] } }),
            Some("Each partner with none of the labels “Gold” and “Silver”"),
        ),
        ("partner", json!({ "answers": { "profit": true } }), Some("Each partner whose answer to “For profit” is yes")),
        (
            "partner",
            json!({ "answers": { "profit": { "not": true } } }),
            Some("Each partner whose answer to “For profit” is not yes"),
        ),
        (
            "partner",
            json!({ "answers": { "profit": false, "sector": ["food", "wood"] }, "labels": "gold", "country": "SE" }),
            Some(
                "Each partner from Sweden with the label “Gold” whose answer to “For profit” is no and whose answer to “Sector” is “Food” or “Wood”",
            ),
        ),
    ] {
        let rule = words(&json!({ "each": each, "where": filter, "require": { "measure": "months", "max": 12 } }));
        assert_eq!(rule.applies_to.as_deref().map(plain).as_deref(), expected, "{filter}");
    }
}

#[test]
fn rows_and_rules_ask_for_the_countries_that_both_name() {
    let mut book =
        rulebook(&json!({ "each": "country", "where": { "country": "@nordic" }, "require": { "measure": "grant" } }));
    book["rules"][0]["rows"] = json!([{ "country": "SE", "max": "SEK 250000.50" }]);
    let rule = sheet(&book).rules.swap_remove(0);
    assert_eq!(countries(&rule), ["SE"]);
    assert_eq!(rule.applies_to.as_deref(), Some("Each country: partners from Denmark or Sweden and from Sweden"));
    assert_eq!(plain(&rule.requires), "grant at most SEK 250,000.50");
}

#[test]
fn every_measure_and_bound() {
    assert_asks(
        "proposal",
        &[
            (json!({ "measure": "grant", "above": "100" }), "grant more than EUR 100"),
            (json!({ "measure": "cost", "below": 1000.5 }), "cost less than EUR 1,000.50"),
            (json!({ "measure": "contribution", "is": "0" }), "contributions exactly EUR 0"),
            (
                json!({ "measure": "grant", "in": ["EUR 5000", "EUR 10000.10"] }),
                "grant exactly EUR 5,000 or EUR 10,000.10",
            ),
            (json!({ "measure": "grant", "max": "ISK 999999999999999" }), "grant at most ISK 999,999,999,999,999"),
            (json!({ "measure": { "cost": ["staff"] }, "max": "1" }), "cost “Staff” at most EUR 1"),
            (
                json!({ "measure": { "cost": ["travel", "staff"] }, "max": "1" }),
                "costs “Staff” and “Travel” at most EUR 1",
            ),
            (
                json!({ "measure": { "cost": { "not": ["sub"] } }, "max": "1" }),
                "costs other than “Subcontracting” at most EUR 1",
            ),
            (json!({ "measure": { "contribution": ["own"] }, "min": "1" }), "contribution “Own funds” at least EUR 1"),
            (json!({ "measure": "partners", "min": 1 }), "at least one partner"),
            (json!({ "measure": "partners", "max": 0 }), "no partner"),
            (json!({ "measure": "partners", "min": 2, "max": 1000 }), "at least 2 and at most 1,000 partners"),
            (json!({ "measure": "partners", "above": 1, "below": 5 }), "more than 1 and fewer than 5 partners"),
            (json!({ "measure": "partners", "is": 1 }), "exactly 1 partner"),
            (json!({ "measure": "countries", "in": [1, 2, 5] }), "exactly 1, 2 or 5 countries"),
            (json!({ "measure": "months", "above": 12, "below": 18 }), "duration more than 12 and less than 18 months"),
            (json!({ "measure": "months", "in": [12, 18] }), "duration exactly 12 or 18 months"),
            (
                json!({ "measure": "start", "min": "2015-01-01", "below": "2016-01-01" }),
                "start on or after 1 January 2015 and before 1 January 2016",
            ),
            (json!({ "measure": "end", "above": "2015-06-30" }), "end after 30 June 2015"),
            (json!({ "measure": "submitted", "max": "2014-10-31" }), "submitted on or before 31 October 2014"),
            (json!({ "measure": "strand", "is": "small" }), "the strand is “Small”"),
            (json!({ "measure": { "answer": "learners" }, "min": 3 }), "“Learners” at least 3"),
            (json!({ "measure": { "answer": "staff" }, "min": 3 }), "total of “Employees” at least 3"),
            (
                json!({ "measure": { "answer": "turnover" }, "min": "DKK 1000" }),
                "total of “turnover” at least DKK 1,000",
            ),
            (json!({ "measure": { "answer": "civil" }, "is": true }), "the answer to “Civil use only” is yes"),
            (
                json!({ "measure": { "answer": "field" }, "in": ["food", "wood"] }),
                "the answer to “Field” is “Food” or “Wood”",
            ),
            (
                json!({ "measure": { "answer": "goals" }, "in": ["climate", "jobs"] }),
                "the answer to “Goals” includes “Climate” or “Jobs”",
            ),
            (
                json!({ "measure": { "answer": "goals" }, "within": ["climate"] }),
                "the answer to “Goals” is nothing but “Climate”",
            ),
        ],
    );
}

#[test]
fn what_one_partner_is() {
    assert_asks(
        "partner",
        &[
            (
                json!({ "measure": "country", "in": ["@north", "LV"] }),
                "the partner is from Finland, Germany (region DE-BB) or Latvia",
            ),
            (json!({ "measure": "region", "is": "DE-BB" }), "the partner is from Germany (region DE-BB)"),
            (json!({ "measure": "type", "is": "company" }), "the partner is of type “Company”"),
            (json!({ "measure": "size", "in": ["sme"] }), "the partner is of size micro, small or medium"),
            (json!({ "measure": "role", "is": "lead" }), "the partner is in the role of lead partner"),
            (json!({ "measure": "labels", "in": ["gold"] }), "the partner has the label “Gold”"),
            (
                json!({ "measure": "labels", "within": ["gold", "silver"] }),
                "the partner has no labels but “Gold” and “Silver”",
            ),
            (json!({ "measure": { "answer": "profit" }, "is": false }), "the partner’s answer to “For profit” is no"),
            (
                json!({ "measure": { "answer": "aims" }, "in": ["jobs"], "within": ["jobs", "climate"] }),
                "the partner’s answer to “Aims” includes “Jobs” and the partner’s answer to “Aims” is nothing but “Jobs” and “Climate”",
            ),
            (json!({ "measure": { "answer": "staff" }, "max": 3 }), "“Employees” at most 3"),
            (
                json!({ "measure": "grant", "where": { "size": "sme", "funded": true }, "max": "5" }),
                "grant (only if it is a funded partner of size micro, small or medium) at most EUR 5",
            ),
            (json!({ "exists": { "role": "lead" } }), "the partner is a partner in the role of lead partner"),
            (json!({ "none": { "funded": false } }), "the partner is not an unfunded partner"),
            (json!({ "measure": "partners", "of": "country", "max": 1 }), "at most 1 partner in its country"),
        ],
    );
}

#[test]
fn whose_partners_are_measured() {
    let rule = |each: &str, require: Value| {
        words(&json!({ "each": each, "where": { "country": "DK" }, "require": require })).requires
    };
    for (each, require, expected) in [
        (
            "country",
            json!({ "measure": "grant", "of": "country", "max": "1" }),
            "grant of all partners in the country at most EUR 1",
        ),
        (
            "partner",
            json!({ "measure": "grant", "of": "country", "where": { "type": "company" }, "max": "1" }),
            "grant of all partners of type “Company” in its country at most EUR 1",
        ),
        (
            "proposal",
            json!({ "measure": "grant", "of": "proposal", "max": "1" }),
            "grant of all partners at most EUR 1",
        ),
        (
            "proposal",
            json!({ "measure": "grant", "where": { "funded": true }, "max": "1" }),
            "grant of the funded partners among them at most EUR 1",
        ),
        (
            "proposal",
            json!({ "measure": "partners", "of": "proposal", "where": { "funded": true }, "min": 2 }),
            "at least 2 funded partners in the proposal",
        ),
        (
            "proposal",
            json!({ "measure": "partners", "where": { "size": "large" }, "max": 2 }),
            "at most 2 of them are partners of size large",
        ),
        ("country", json!({ "none": { "size": "large" } }), "none of them is a partner of size large"),
        ("country", json!({ "measure": "partners", "min": 3 }), "at least 3 partners"),
        (
            "proposal",
            json!({ "measure": "countries", "of": "proposal", "where": { "funded": true }, "min": 3 }),
            "at least 3 countries among all funded partners",
        ),
        (
            "proposal",
            json!({ "measure": "countries", "where": { "funded": true }, "max": 3 }),
            "at most 3 countries among those who are funded partners",
        ),
        (
            "partner",
            json!({ "measure": "cost", "max": { "rate": "0.7", "measure": "cost", "of": "proposal" } }),
            "cost at most 70 % of the cost of all partners",
        ),
        (
            "proposal",
            json!({ "measure": "cost", "where": { "type": "company" }, "min": { "rate": "50%", "measure": "cost" } }),
            "cost of the partners of type “Company” among them at least 50 % of the cost of all of them",
        ),
        (
            "country",
            json!({ "measure": "partners", "where": { "type": "company" }, "min": { "rate": "1/3", "measure": "partners", "of": "proposal" } }),
            "number of partners of type “Company” among them at least 1/3 of the number of partners in the proposal",
        ),
    ] {
        assert_eq!(plain(&rule(each, require.clone())), expected, "{require}");
    }
}

#[test]
fn a_condition_on_those_the_rule_speaks_of_is_told_from_one_on_everybody() {
    for (of, expected) in [("group", "at least 2 partners among them"), ("proposal", "at least 2 partners")] {
        let when = json!({ "measure": "partners", "of": of, "min": 2 });
        let rule = json!({ "where": { "country": "DK" }, "when": when, "require": { "measure": "months", "max": 9 } });
        assert_eq!(words(&rule).when.as_deref().map(plain).as_deref(), Some(expected));
    }
}
