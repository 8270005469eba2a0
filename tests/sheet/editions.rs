//! The sheets of the shipped calls.

use callcheck::{Sheet, embedded};
use serde_json::{Value, json};

use crate::{countries, plain};

/// A rule's id, whom it speaks of, its condition, what it asks.
type Words<'w> = (&'w str, Option<&'w str>, Option<&'w str>, &'w str);

fn shipped(id: &str) -> Sheet {
    embedded::rulebook(id).unwrap_or_else(|| panic!("{id} is not shipped")).sheet()
}

fn assert_rules(sheet: &Sheet, expected: &[Words<'_>]) {
    let found: Vec<&str> = sheet.rules.iter().map(|rule| &*rule.id).collect();
    let ids: Vec<&str> = expected.iter().map(|(id, ..)| *id).collect();
    assert_eq!(found, ids);
    for (rule, (id, applies_to, when, requires)) in sheet.rules.iter().zip(expected) {
        assert_eq!(rule.applies_to.as_deref().map(plain).as_deref(), *applies_to, "{id}: whom it speaks of");
        assert_eq!(rule.when.as_deref().map(plain).as_deref(), *when, "{id}: its condition");
        assert_eq!(plain(&rule.requires), *requires, "{id}: what it asks");
    }
}

#[test]
fn the_call_of_2013() {
    let funders = "Denmark, Finland, Iceland, Lithuania, Norway or Sweden";
    let national = format!("Each country: funded partners from {funders}");
    let from_funders = format!("the partner is from {funders}");
    let danish_grant = Some("at least one funded partner from Denmark");
    assert_rules(
        &shipped("innovation-express-2013"),
        &[
            ("national-range", Some(&national), None, "grant at least EUR 10,000 and at most EUR 60,000"),
            ("duration", None, None, "duration at least 12 and at most 18 months"),
            ("transnational", None, None, "at least 2 countries"),
            ("home-agency", Some("Each funded partner from outside Latvia"), None, &from_funders),
            ("home-agency-latvia", Some("Each funded partner from Latvia"), None, &from_funders),
            (
                "applicant",
                Some("Each funded partner from outside Denmark"),
                None,
                "the partner is of type “Cluster organisation”, “SME or business network” or “Specialised research and innovation environment”",
            ),
            ("dk-cap", Some("Each country: partners from Denmark"), None, "grant at most DKK 250,000"),
            ("dk-half", Some("Each country: partners from Denmark"), None, "grant at most 50 % of the cost"),
            (
                "dk-private",
                Some("Each country: partners from Denmark"),
                danish_grant,
                "contributions “In kind: working hours and other resources” and “Private money” at least 40 % of the contributions",
            ),
            (
                "dk-smes",
                Some("Partners from Denmark, together"),
                danish_grant,
                "total of “SMEs of the partner's country that take part, this organisation included” at least 3",
            ),
            (
                "dk-foreign-cluster",
                Some("Partners from outside Denmark, together"),
                danish_grant,
                "at least one of them is a partner of type “Cluster organisation” or “SME or business network”",
            ),
            (
                "dk-label",
                Some("Partners from Denmark, together"),
                danish_grant,
                "at least one of them is a partner of type “Cluster organisation” with one of the labels “Cluster management excellence, bronze”, \
                 “Cluster management excellence, silver” or “Cluster management excellence, gold”",
            ),
            ("dk-deadline", Some("Each funded partner from Denmark"), None, "submitted on or before 31 May 2013"),
            ("call-window", None, None, "submitted on or after 1 February 2013 and on or before 31 May 2013"),
        ],
    );
}

#[test]
fn the_notices_of_2013() {
    let sheet = shipped("innovation-express-2013");
    let told: Vec<(&str, Option<String>, Option<String>)> = sheet
        .notices
        .iter()
        .map(|notice| (&*notice.id, notice.when.as_deref().map(plain), notice.amount.as_deref().map(plain)))
        .collect();
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            (
                "ncm-top-up",
                words(
                    "at least 2 countries among partners from Denmark, Finland, Iceland, Lithuania, Norway or Sweden"
                ),
                words("EUR 10,000")
            ),
            (
                "dk-top-up",
                words(
                    "at least one funded partner from Denmark; and at least one partner from Finland, Iceland, Norway or Sweden"
                ),
                words("DKK 37,000")
            ),
            (
                "ask-home-agency",
                words("at least one funded partner from Finland, Iceland, Lithuania, Latvia, Norway or Sweden"),
                None
            ),
        ]
    );
}

#[test]
fn the_call_of_2015() {
    let funders = "Denmark, Iceland, Lithuania, Norway, Sweden or Spain";
    let national = format!("Each country: funded partners from {funders}");
    let from_funders = format!("the partner is from {funders}");
    assert_rules(
        &shipped("innovation-express-2015"),
        &[
            ("national-range", Some(&national), None, "grant at least EUR 10,000 and at most EUR 60,000"),
            ("duration", None, None, "duration at least 12 and at most 18 months"),
            ("transnational", None, None, "at least 2 countries"),
            ("home-agency", Some("Each funded partner from outside Latvia"), None, &from_funders),
            ("home-agency-latvia", Some("Each funded partner from Latvia"), None, &from_funders),
            (
                "no-range",
                Some("Each country: funded partners from Norway"),
                None,
                "grant at least NOK 100,000 and at most NOK 250,000",
            ),
            (
                "no-half",
                Some("Each country: partners from Norway"),
                Some("at least one funded partner from Norway"),
                "grant at most 50 % of the cost, less the contribution “Public money”",
            ),
            (
                "no-applicant",
                Some("Each funded partner from Norway"),
                None,
                "the partner is of type “Cluster organisation” or “SME or business network”",
            ),
            ("no-deadline", Some("Each funded partner from Norway"), None, "submitted on or before 30 October 2015"),
        ],
    );
}

#[test]
fn rules_are_grouped_by_the_countries_that_their_filters_ask_for() {
    let sheet = shipped("innovation-express-2016");
    let of = |id: &str| {
        sheet.rules.iter().find(|rule| &*rule.id == id).map(countries).unwrap_or_else(|| panic!("no rule {id}"))
    };
    assert_eq!(of("duration"), [""; 0]);
    assert_eq!(of("national-range"), ["DK", "IS", "LT", "NO", "SE", "DE", "ES"], "a region's country, too");
    assert_eq!(of("home-agency"), [""; 0], "one that is left out is not asked for");
    assert_eq!(of("home-region"), ["DE", "ES"]);
}

#[test]
fn amounts_shares_and_days_are_never_broken_over_two_lines() {
    let sheet = shipped("innovation-express-2013");
    let requires = |id: &str| sheet.rules.iter().find(|rule| &*rule.id == id).map(|rule| rule.requires.as_str());
    assert_eq!(requires("dk-cap"), Some("grant at most DKK\u{a0}250,000"));
    assert_eq!(requires("dk-half"), Some("grant at most 50\u{a0}% of the cost"));
    assert_eq!(requires("dk-deadline"), Some("submitted on or before 31\u{a0}May 2013"));
    assert_eq!(requires("transnational"), Some("at least 2\u{a0}countries"));
}

#[test]
fn on_the_wire_its_names_are_those_of_the_package() {
    let wire = serde_json::to_value(shipped("innovation-express-2013")).expect("a sheet is JSON");
    assert_eq!(
        wire["rules"][0]["appliesTo"],
        json!("Each country: funded partners from Denmark, Finland, Iceland, Lithuania, Norway or Sweden")
    );
    assert_eq!(wire["rules"][1]["appliesTo"], Value::Null);
    assert_eq!(wire["rules"][6]["countries"], json!(["DK"]));
}
