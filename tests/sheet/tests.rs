//! Bounds, tests of tests, conditions, and the exchange table.

use serde_json::json;

use crate::plain;
use crate::sample::{assert_asks, rulebook, sheet, words};

#[test]
fn bounds_made_of_terms() {
    assert_asks(
        "proposal",
        &[
            (json!({ "measure": "grant", "max": { "measure": "cost" } }), "grant at most the cost"),
            (
                json!({ "measure": "grant", "max": { "rate": "12.5%", "measure": "cost" } }),
                "grant at most 12.5 % of the cost",
            ),
            (json!({ "measure": "grant", "max": { "rate": 2, "measure": "cost" } }), "grant at most 2 times the cost"),
            (
                json!({ "measure": "grant", "is": { "rate": "1/3", "measure": { "cost": ["staff"] } } }),
                "grant equal to 1/3 of the cost “Staff”",
            ),
            (json!({ "measure": "grant", "max": { "sum": ["100", "50"] } }), "grant at most EUR 150"),
            (
                json!({ "measure": "grant", "max": { "rate": "50%", "measure": { "cost": { "not": ["sub"] } } } }),
                "grant at most 50 % of the costs other than “Subcontracting”",
            ),
            (
                json!({ "measure": "contribution", "is": { "sum": [{ "rate": -1, "measure": "grant" }, { "measure": "cost" }] } }),
                "contributions equal to the cost, less the grant",
            ),
            (
                json!({ "measure": "grant", "min": { "rate": "-50%", "measure": "cost" } }),
                "grant at least EUR 0 less 50 % of the cost",
            ),
            (json!({ "measure": "grant", "max": { "rate": 0, "measure": "cost" } }), "grant at most EUR 0"),
            (
                json!({ "measure": "grant", "max": { "amount": "EUR 500", "measure": "partners", "where": { "funded": true } } }),
                "grant at most EUR 500 for each funded partner",
            ),
            (
                json!({ "measure": "grant", "max": { "amount": "12.50", "measure": { "answer": "learners" } } }),
                "grant at most EUR 12.50 for each of “Learners”",
            ),
            (
                json!({ "measure": "grant", "max": { "rate": "10%", "measure": { "answer": "turnover" } } }),
                "grant at most 10 % of the total of “turnover”",
            ),
            (
                json!({ "measure": { "cost": ["sub"] }, "max": { "sum": ["1000", { "rate": "0.1", "measure": { "cost": ["staff"] }, "where": { "size": "large" } }, { "amount": "5", "measure": "partners" }] } }),
                "cost “Subcontracting” at most EUR 1,000 plus 10 % of the cost “Staff” of all partners of size large, plus EUR 5 for each partner",
            ),
            (
                json!({ "measure": "partners", "where": { "type": "company" }, "above": { "rate": "50%", "measure": "partners" } }),
                "number of partners of type “Company” more than 50 % of the number of partners",
            ),
            (
                json!({ "measure": "partners", "max": { "sum": [3, { "measure": { "answer": "learners" } }] } }),
                "number of partners at most 3 plus “Learners”",
            ),
        ],
    );
    let each = words(
        &json!({ "each": "country", "where": { "funded": true }, "require": { "measure": "grant", "max": { "amount": "500", "measure": "partners" } } }),
    );
    assert_eq!(plain(&each.requires), "grant at most EUR 500 for each of them");
}

#[test]
fn tests_of_tests() {
    assert_asks(
        "proposal",
        &[
            (
                json!({ "any": [
                    { "title": "Three countries", "measure": "countries", "min": 3 },
                    { "title": "Two countries, one of them Nordic", "all": [{ "measure": "countries", "min": 2 }, { "exists": { "country": "@nordic" } }] },
                    { "measure": "grant", "max": "100" }
                ] }),
                "Three countries (at least 3 countries); Two countries, one of them Nordic (at least 2 countries; and at least one partner from Denmark or Sweden); \
                 or grant at most EUR 100",
            ),
            (
                json!({ "all": [{ "any": [{ "measure": "months", "max": 12 }, { "measure": "partners", "min": 3 }] }, { "none": { "size": "large", "funded": true } }] }),
                "(duration at most 12 months; or at least 3 partners); and no funded partner of size large",
            ),
            (json!({ "all": [{ "any": [{ "measure": "grant", "max": "1" }] }] }), "grant at most EUR 1"),
            (
                json!({ "none": { "country": { "not": ["DE", "NL", "UK"] } } }),
                "no partner from outside Germany, the Netherlands and the United Kingdom",
            ),
            (json!({ "not": { "exists": { "role": "associated" } } }), "no partner in the role of associated partner"),
            (json!({ "not": { "measure": "grant", "max": "1" } }), "grant more than EUR 1"),
            (json!({ "not": { "measure": "months", "above": 12 } }), "duration at most 12 months"),
            (json!({ "not": { "measure": "countries", "below": 3 } }), "at least 3 countries"),
            (json!({ "not": { "measure": "end", "max": "2015-06-30" } }), "end after 30 June 2015"),
            (json!({ "not": { "measure": "strand", "is": "small" } }), "the strand is not “Small”"),
            (
                json!({ "not": { "measure": { "answer": "goals" }, "in": ["jobs"] } }),
                "the answer to “Goals” does not include “Jobs”",
            ),
            (
                json!({ "not": { "measure": { "answer": "goals" }, "within": ["jobs"] } }),
                "not (the answer to “Goals” is nothing but “Jobs”)",
            ),
            (
                json!({ "not": { "measure": "grant", "min": "1", "max": "2" } }),
                "not (grant at least EUR 1 and at most EUR 2)",
            ),
            (json!({ "not": { "measure": "grant", "is": "1" } }), "not (grant exactly EUR 1)"),
            (json!({ "not": { "not": { "measure": "grant", "is": "1" } } }), "grant exactly EUR 1"),
            (
                json!({ "not": { "all": [{ "measure": "grant", "is": "1" }, { "measure": "months", "max": 1 }] } }),
                "not all of these: grant exactly EUR 1; duration at most 1 month",
            ),
            (
                json!({ "not": { "any": [{ "measure": "grant", "is": "1" }, { "measure": "months", "max": 1 }] } }),
                "none of these: grant exactly EUR 1; duration at most 1 month",
            ),
        ],
    );
}

#[test]
fn conditions_are_of_the_whole_proposal_unless_they_say_otherwise() {
    for (when, expected) in [
        (json!({ "measure": "partners", "min": 5 }), "at least 5 partners"),
        (json!({ "measure": "grant", "above": "DKK 400000" }), "grant of all partners more than DKK 400,000"),
        (json!({ "measure": "grant", "of": "group", "above": "DKK 400000" }), "grant more than DKK 400,000"),
        (json!({ "exists": { "type": "company" } }), "at least one partner of type “Company”"),
    ] {
        let rule = words(
            &json!({ "where": { "country": "DK" }, "when": when, "require": { "measure": "months", "max": 12 } }),
        );
        assert_eq!(rule.when.as_deref().map(plain).as_deref(), Some(expected), "{when}");
    }
    let rule = words(
        &json!({ "strand": ["small", "large"], "when": { "measure": { "answer": "civil" }, "is": true }, "require": { "measure": "months", "max": 12 } }),
    );
    assert_eq!(
        rule.when.as_deref(),
        Some("the strand is “Small” or “Large”; and the answer to “Civil use only” is yes")
    );
}

#[test]
fn instants_stand_with_their_offset() {
    let rule = words(&json!({ "require": { "measure": "submitted", "max": "2018-01-26T15:00+02:00" } }));
    assert_eq!(plain(&rule.requires), "submitted on or before 26 January 2018, 15:00+02:00");
}

#[test]
fn the_exchange_table() {
    let mut book = rulebook(&json!({ "require": { "measure": "months", "max": 12 } }));
    assert_eq!(sheet(&book).exchange, None);
    book["exchange"] = json!({ "base": "EUR", "date": "2013-02-01", "source": { "ref": "text" }, "units": { "DKK": "7.4600", "ISK": 1170.5, "SEK": "8" } });
    assert_eq!(
        sheet(&book).exchange.as_deref().map(plain).as_deref(),
        Some("EUR 1 = DKK 7.46 = ISK 1,170.5 = SEK 8 (1 February 2013)")
    );
    book["exchange"] = json!({ "base": "EUR", "source": { "ref": "text" }, "units": { "DKK": "7.5" } });
    assert_eq!(sheet(&book).exchange.as_deref().map(plain).as_deref(), Some("EUR 1 = DKK 7.5"));
}
