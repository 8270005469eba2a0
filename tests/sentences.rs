//! The sentences of findings, as an applicant reads them.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use callcheck::{Options, Rulebook};
use serde_json::{Value, json};

/// A rulebook of these rules.
fn rulebook(rules: &Value) -> Rulebook {
    let rulebook = json!({
        "callcheck": 1,
        "id": "test",
        "version": "1",
        "title": "Test",
        "currency": "EUR",
        "groups": { "payers": ["DK", "NL", "DE-BB"] },
        "types": { "sme": "Company", "university": "University" },
        "labels": { "gold": "Gold", "silver": "Silver" },
        "costs": { "staff": "Staff", "overhead": "Overheads" },
        "contributions": { "private": "Private money", "public": "Public money" },
        "questions": { "people": { "kind": "count", "of": "partner" }, "civil": { "kind": "boolean", "of": "proposal" },
            "goals": { "label": "Goals", "kind": "choices", "of": "proposal", "choices": { "j": "Jobs", "k": "Climate" } } },
        "sources": { "call": { "title": "The call", "kind": "official" } },
        "rules": rules,
    });
    Rulebook::from_json(&rulebook.to_string()).expect("a sound rulebook")
}

/// The sentences on a proposal to a rulebook of one rule, which is given without what all rules have.
fn sentences(rule: Value, proposal: &Value) -> Vec<String> {
    let mut rule = rule;
    rule["id"] = "rule".into();
    rule["title"] = "A rule".into();
    rule["source"] = json!({ "ref": "call" });
    let report = rulebook(&json!([rule])).check(proposal, &Options::default());
    report.findings.into_iter().map(|finding| finding.message.replace('\u{a0}', " ")).collect()
}

/// Two companies and a university, of two countries.
fn proposal() -> Value {
    json!({ "partners": [
        { "name": "Alpha", "country": "NO", "type": "sme", "grant": "11", "costs": { "staff": "30", "overhead": "5" } },
        { "name": "Beta", "country": "NO", "type": "sme", "grant": "11", "costs": { "staff": "30", "overhead": "5" } },
        { "name": "Gamma", "country": "FI", "type": "university", "grant": "3", "labels": ["gold", "silver"] },
    ] })
}

#[test]
fn a_sum_over_more_than_the_partner_is_not_called_his() {
    let rule = json!({ "each": "partner", "require": { "measure": "grant", "of": "country", "max": "EUR 15" } });
    let told = "The partners from Norway request EUR 22; the call asks for at most EUR 15. Reduce it by EUR 7.";
    assert_eq!(sentences(rule, &proposal()), [told, told]);
    let rule = json!({ "each": "partner", "where": { "type": "sme" }, "require":
        { "measure": "grant", "of": "proposal", "where": { "type": "university" }, "min": "EUR 15" } });
    let told = "The partners that count here request EUR 3; the call asks for at least EUR 15. Raise it by EUR 12.";
    assert_eq!(sentences(rule, &proposal()), [told, told]);
}

#[test]
fn who_is_left_out_is_not_spoken_for() {
    let rule = json!({ "where": { "type": "sme" }, "require": { "measure": "grant", "max": "EUR 15" } });
    assert_eq!(
        sentences(rule, &proposal()),
        ["The partners that count here request EUR 22; the call asks for at most EUR 15. Reduce it by EUR 7."]
    );
    let rule = json!({ "require": { "measure": "countries", "where": { "type": "sme" }, "min": 2 } });
    assert_eq!(
        sentences(rule, &proposal()),
        [
            "The partners that count here come from 1 country; the call asks for at least 2 countries. Bring in partners from 1 more country."
        ]
    );
}

#[test]
fn a_filter_that_the_words_already_say_is_not_said_again() {
    for filter in [json!({ "country": "NO" }), json!({ "country": "NO", "funded": true })] {
        let rule = json!({ "where": filter, "require": { "measure": "grant", "max": "EUR 15" } });
        assert_eq!(
            sentences(rule, &proposal()),
            ["The partners from Norway request EUR 22; the call asks for at most EUR 15. Reduce it by EUR 7."]
        );
    }
    let rule = json!({ "each": "country", "where": { "country": ["NO", "FI"], "funded": true },
        "require": { "measure": "grant", "max": "EUR 15" } });
    assert_eq!(
        sentences(rule, &proposal()),
        ["The partners from Norway request EUR 22; the call asks for at most EUR 15. Reduce it by EUR 7."]
    );
}

#[test]
fn the_keys_that_are_summed_are_named() {
    let rule = json!({ "each": "partner", "where": { "type": "sme" },
        "require": { "measure": { "cost": ["overhead"] }, "min": "EUR 6" } });
    assert_eq!(
        sentences(rule, &proposal()).first().map(String::as_str),
        Some("Alpha has costs (Overheads) of EUR 5; the call asks for at least EUR 6. Raise it by EUR 1.")
    );
    let rule = json!({ "where": { "country": "NO" }, "require": { "measure": { "cost": { "not": ["staff"] } }, "max": "EUR 6" } });
    assert_eq!(
        sentences(rule, &proposal()),
        [
            "The partners from Norway have costs (all but Staff) of EUR 10; the call asks for at most EUR 6. Reduce it by EUR 4."
        ]
    );
    let rule = json!({ "where": { "country": "NO" }, "require": { "measure": { "cost": ["overhead", "staff"] }, "max": "EUR 6" } });
    assert_eq!(
        sentences(rule, &proposal()),
        [
            "The partners from Norway have costs (Overheads, Staff) of EUR 70; the call asks for at most EUR 6. Reduce it by EUR 64."
        ]
    );
}

#[test]
fn partners_of_whom_something_is_asked_are_not_told_as_all() {
    let of_title = |where_: Value, each: &str| {
        let rule = json!({ "each": each, "require": { "measure": "partners", "where": where_, "min": 3 } });
        sentences(rule, &proposal()).first().cloned().unwrap_or_default()
    };
    for (where_, each, found) in [
        (json!({}), "country", "2 partners from Norway found"),
        (json!({ "country": "NO" }), "proposal", "2 partners from Norway found"),
        (json!({ "type": "sme", "size": "small" }), "proposal", "0 partners found that count here"),
        (json!({ "type": "university" }), "country", "0 partners from Norway found that count here"),
        (json!({ "labels": "gold" }), "proposal", "1 partner found that counts here"),
    ] {
        assert_eq!(of_title(where_, each), format!("A rule: {found}, where the call asks for at least 3 partners."));
    }
}

#[test]
fn a_change_is_told_no_larger_than_it_need_be() {
    let told = |bound: Value, end: &str| {
        let mut require = json!({ "measure": "months" });
        require.as_object_mut().expect("an object").extend(bound.as_object().expect("an object").clone());
        sentences(json!({ "require": require }), &json!({ "start": "2027-01-01", "end": end, "partners": [] })).concat()
    };
    for (bound, end, sentence) in [
        (
            json!({ "max": 18 }),
            "2028-07-01",
            "18 months and 1 day; the call asks for at most 18 months. Shorten it by 1 day.",
        ),
        (
            json!({ "max": 18 }),
            "2028-09-03",
            "20 months and 3 days; the call asks for at most 18 months. Shorten it by 2 months and 3 days.",
        ),
        (json!({ "max": 18 }), "2028-07-31", "19 months; the call asks for at most 18 months. Shorten it by 1 month."),
        (
            json!({ "below": 18 }),
            "2028-07-01",
            "18 months and 1 day; the call asks for less than 18 months. Shorten it by more than 1 day.",
        ),
        (json!({ "below": 18 }), "2028-06-30", "18 months; the call asks for less than 18 months. Shorten it."),
        (
            json!({ "is": 18 }),
            "2028-07-02",
            "18 months and 2 days; the call asks for exactly 18 months. The difference is 2 days.",
        ),
        (
            json!({ "is": 18 }),
            "2028-05-02",
            "16 months and 2 days; the call asks for exactly 18 months. The difference is 2 months.",
        ),
        (
            json!({ "min": 18 }),
            "2028-06-29",
            "17 months and 29 days; the call asks for at least 18 months. Lengthen it by 1 month.",
        ),
    ] {
        assert_eq!(told(bound, end), format!("The project lasts {sentence}"));
    }
    let rule = json!({ "require": { "measure": "grant", "where": { "country": "NO" }, "above": "EUR 22" } });
    assert_eq!(
        sentences(rule, &proposal()),
        ["The partners from Norway request EUR 22; the call asks for more than EUR 22. Raise it."]
    );
}

#[test]
fn who_is_of_another_country_is_not_told_to_have_no_region() {
    let rule = json!({ "each": "partner", "require": { "measure": "region", "in": ["DE-BB"] } });
    let proposal = json!({ "partners": [{ "country": "SE" }, { "country": "DE", "region": "DE-BE" }] });
    assert_eq!(
        sentences(rule, &proposal),
        [
            "A rule: Partner 1 is from Sweden; the call asks for DE-BB.",
            "A rule: Partner 2 has the region DE-BE; the call asks for DE-BB.",
        ]
    );
}

#[test]
fn a_group_of_countries_is_told_by_those_in_it() {
    let told = |require: Value| {
        let rule = json!({ "each": "partner", "require": require });
        sentences(rule, &json!({ "partners": [{ "country": "UK" }] })).concat()
    };
    assert_eq!(
        told(json!({ "measure": "country", "in": ["@payers", "SE"] })),
        "A rule: Partner 1 is from the United Kingdom; the call asks for one of Denmark, the Netherlands, DE-BB or Sweden."
    );
    assert_eq!(
        told(json!({ "measure": "country", "is": "@payers" })),
        "A rule: Partner 1 is from the United Kingdom; the call asks for one of Denmark, the Netherlands or DE-BB."
    );
}

#[test]
fn sizes_are_told_as_a_proposal_gives_them() {
    let rule = json!({ "each": "partner", "require": { "measure": "size", "in": ["sme"] } });
    let proposal = json!({ "partners": [{ "size": "large" }] });
    assert_eq!(
        sentences(rule, &proposal),
        ["A rule: Partner 1 has the size large; the call asks for SME (micro, small or medium)."]
    );
}

#[test]
fn none_but_one_is_more_than_one() {
    let rule = json!({ "require": { "measure": { "answer": "goals" }, "within": ["j"] } });
    let proposal = json!({ "answers": { "goals": ["j", "k"] }, "partners": [] });
    assert_eq!(sentences(rule, &proposal), ["Goals: Jobs, Climate; the call asks for none but Jobs."]);
    let rule = json!({ "each": "partner", "require": { "measure": "labels", "in": ["gold"] } });
    let proposal = json!({ "partners": [{ "labels": [] }] });
    assert_eq!(sentences(rule, &proposal), ["A rule: Partner 1 has no labels; the call asks for Gold."]);
}

#[test]
fn ways_without_a_title_are_counted() {
    let way = |title: Option<&str>, partners: u32| {
        let mut way = json!({ "measure": "partners", "min": partners });
        if let Some(title) = title {
            way["title"] = title.into();
        }
        way
    };
    let rule = json!({ "require": { "any": [way(Some("Small"), 4), way(None, 5)] } });
    assert_eq!(sentences(rule, &proposal()), ["A rule. None of these holds: Small; one other way."]);
    let rule = json!({ "require": { "any": [way(None, 6), way(Some("Small"), 4), way(None, 5)] } });
    assert_eq!(sentences(rule, &proposal()), ["A rule. None of these holds: Small; 2 other ways."]);
}

#[test]
fn nothing_is_reduced_below_nothing() {
    let rule = json!({ "each": "partner", "where": { "type": "university" }, "require":
        { "measure": "grant", "max": { "sum": [{ "rate": "50%", "measure": "cost" }, { "rate": "-1", "measure": "contribution" }] } } });
    let proposal = json!({ "partners": [{ "name": "Gamma", "type": "university", "grant": "3", "costs": {},
        "contributions": { "private": "4" } }] });
    assert_eq!(sentences(rule, &proposal), ["Gamma requests EUR 3; the call asks for at most EUR -4."]);
    let rule = json!({ "require": { "measure": "grant", "where": { "country": "NO" }, "below": { "rate": "1/3", "measure": "grant" } } });
    let proposal = json!({ "partners": [{ "country": "NO", "grant": "0" }, { "country": "FI", "grant": "0" }] });
    assert_eq!(
        sentences(rule, &proposal),
        ["The partners from Norway request EUR 0; the call asks for less than EUR 0."]
    );
}

#[test]
fn a_moment_is_no_day() {
    let rule = json!({ "require": { "measure": "submitted", "max": "2027-09-16T14:00+02:00" } });
    let proposal = json!({ "submitted": "2027-09-16T15:00+02:00", "partners": [] });
    assert_eq!(
        sentences(rule, &proposal),
        [
            "The project is filed on 16 September 2027, 15:00+02:00; the call asks for a time at or before 16 September 2027, 14:00+02:00."
        ]
    );
}

#[test]
fn what_is_of_the_project_is_told_as_its_own_wherever_it_is_judged() {
    let told = |each: &str, require: Value| {
        let proposal = json!({ "start": "2027-01-01", "submitted": "2026-12-02", "answers": { "civil": false },
            "partners": [{ "name": "Alpha", "country": "NO" }] });
        sentences(json!({ "each": each, "require": require }), &proposal).concat()
    };
    let start = || json!({ "measure": "start", "min": "2027-02-01" });
    let civil = || json!({ "measure": { "answer": "civil" }, "is": true });
    for each in ["partner", "country", "proposal"] {
        assert_eq!(
            told(each, start()),
            "The project starts on 1 January 2027; the call asks for a day on or after 1 February 2027."
        );
        assert_eq!(told(each, civil()), "civil: no; the call asks for yes.");
    }
    assert_eq!(
        told("partner", json!({ "measure": "submitted", "max": "2026-12-01" })),
        "Alpha files on 2 December 2026; the call asks for a day on or before 1 December 2026."
    );
}

#[test]
fn a_duration_that_no_project_has_is_told_without_one() {
    assert_eq!(
        sentences(json!({ "require": { "measure": "months", "below": 0 } }), &proposal()),
        ["However long the project lasts, the call asks for less than 0 months."]
    );
}

/// The page says the first sentence in its own words, and takes it off by its beginning.
#[test]
fn what_cannot_be_read_as_something_says_so_in_a_sentence_of_its_own() {
    let told = sentences(
        json!({ "require": { "measure": "partners", "min": 1 } }),
        &json!({ "months": "long", "grant": "much", "partners": [{}] }),
    );
    for (message, what) in told.iter().zip(["a number of months", "an amount"]) {
        let rest = message.strip_prefix(&format!("This cannot be read as {what}. "));
        assert!(rest.is_some_and(|rest| rest.starts_with("Write ")), "{message}");
    }
    assert_eq!(told.len(), 2);
}

/// What a form's field holds is a text, and to be told to write what stands there already is no help.
#[test]
fn a_number_that_is_a_text_is_told_to_be_one() {
    let told = |months: &str, civil: &str, people: &str| {
        sentences(
            json!({ "require": { "measure": "partners", "min": 1 } }),
            &json!({ "months": months, "answers": { "civil": civil }, "partners": [{ "answers": { "people": people } }] }),
        )
    };
    let number = |what: &str| format!("This cannot be read as {what}. Write the number without quotation marks.");
    assert_eq!(
        told("18", "true", "4"),
        [
            number("a number of months"),
            "The answer is true or false, without quotation marks.".to_owned(),
            number("a count"),
        ]
    );
    assert_eq!(
        told("18.", "yes", "-4"),
        [
            "This cannot be read as a number of months. Write a whole number.",
            "The answer is yes or no: true or false.",
            "This cannot be read as a count. Write a whole number of 0 or more.",
        ]
    );
}
