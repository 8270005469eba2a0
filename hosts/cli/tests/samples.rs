//! Reports made by hand, and the words that go with them.

use callcheck::report::*;
use std::sync::Arc;

use callcheck::{Sheet, SheetRule};
use serde_json::{Value, json};

use crate::support::{country, currency, hundredths, no_totals, rulebook_ref, source};

pub fn rulebook() -> Value {
    json!({
        "title": "Sample call 2013",
        "types": { "cluster": "Cluster organisation", "network": "SME or business network" },
        "costs": { "staff": "Staff" },
        "questions": { "smes": { "label": "SMEs taking part" } },
    })
}

pub fn proposal() -> Value {
    json!({
        "title": "Small food producers across the Sound",
        "partners": [{ "name": "Ideon" }, { "name": "FoodNetwork" }, { "name": "AgroTech" }],
    })
}

pub fn sheet() -> Sheet {
    let rule = |id: &str, title: &str, severity| SheetRule {
        id: id.into(),
        title: title.into(),
        severity,
        applies_to: None,
        when: None,
        requires: String::new(),
        countries: vec![],
        source: source(),
    };
    Sheet {
        id: "sample".into(),
        version: "1.0.0".into(),
        title: "Sample call 2013".into(),
        digest: "sha256:0a1b".into(),
        rules: vec![
            rule("dk-cap", "At most DKK 250,000 for the Danish partners", Severity::Error),
            rule("duration", "The project lasts 12 to 18 months", Severity::Error),
            rule("applicant", "Clusters and networks apply", Severity::Advice),
            rule("deadline", "Filed by 31 May 2013", Severity::Error),
            rule("countries", "Partners from at least two countries", Severity::Error),
        ],
        notices: vec![],
        exchange: None,
    }
}

pub fn report() -> Report {
    Report {
        verdict: Verdict::Eligible,
        so_far: None,
        draft: false,
        rulebook: rulebook_ref(),
        findings: vec![],
        missing: vec![],
        checks: vec![],
        limits: vec![],
        notices: vec![],
        exchange: None,
        totals: no_totals(),
    }
}

pub fn finding(rule: &str, code: Code, path: &str, message: &str, params: Numbers) -> Finding {
    Finding {
        code,
        severity: Severity::Error,
        rule: Some(rule.into()),
        path: path.into(),
        related: vec![],
        group: None,
        params: Some(params),
        alternatives: None,
        message: message.into(),
        source: Some(source()),
    }
}

pub fn check(rule: &str, status: Status) -> Check {
    Check { rule: rule.into(), group: None, status, so_far: None, numbers: Numbers::default() }
}

/// So many øre.
pub fn amount(minor: i128) -> Option<Shown> {
    Some(Shown::Amount(hundredths(minor, "DKK")))
}

pub fn text(text: &str) -> Option<Shown> {
    Some(Shown::Text(text.into()))
}

/// The measure, as the rulebook writes it.
pub fn measure(name: &str) -> Option<Arc<Value>> {
    Some(Arc::new(name.into()))
}

pub fn list(codes: &[&str]) -> Option<Shown> {
    Some(Shown::List(codes.iter().map(|code| Shown::Text((*code).into())).collect()))
}

pub fn danish_cap() -> Finding {
    let params = Numbers {
        measure: measure("grant"),
        found: amount(26_000_000),
        max: amount(25_000_000),
        by: amount(1_000_000),
        currency: Some(currency("DKK")),
        ..Numbers::default()
    };
    let message =
        "The Danish partners request DKK 260,000; this call gives them at most DKK 250,000. Reduce it by DKK 10,000.";
    Finding {
        related: vec!["/partners/1/grant".into(), "/partners/2/grant".into()],
        group: Some(Group::Country(country("DK"))),
        ..finding("dk-cap", Code::AboveMax, "/partners", message, params)
    }
}

pub fn too_long() -> Finding {
    let months = |count| Some(Shown::Count(count));
    let params = Numbers {
        measure: measure("months"),
        found: months(19),
        days: Some(3),
        max: months(18),
        by: months(2),
        ..Numbers::default()
    };
    let message = "The project lasts 19 months and 3 days; at most 18 months are allowed.";
    finding("duration", Code::AboveMax, "/end", message, params)
}

pub fn wrong_applicant() -> Finding {
    let params = Numbers {
        measure: measure("type"),
        found: text("company"),
        one_of: list(&["cluster", "network"]),
        ..Numbers::default()
    };
    let message = "AgroTech is a company; clusters and networks are expected to apply.";
    Finding {
        severity: Severity::Advice,
        group: Some(Group::Partner(2)),
        ..finding("applicant", Code::NotAllowed, "/partners/2/type", message, params)
    }
}

pub fn unreadable() -> Finding {
    Finding {
        rule: None,
        params: None,
        source: None,
        ..finding(
            "",
            Code::InvalidValue,
            "/partners/0/costs/staff",
            "\"18.000\" cannot be read as an amount in EUR.",
            Numbers::default(),
        )
    }
}

pub fn broken() -> Report {
    let limit = |path: &str, min, max, rule: &str| Limit {
        path: path.into(),
        min,
        max,
        currency: None,
        min_rule: None,
        max_rule: Some(rule.into()),
    };
    let dkk = |limit| Limit { currency: Some(currency("DKK")), ..limit };
    let total = |code, partners, grant, complete| CountryTotals {
        country: country(code),
        partners,
        grant: hundredths(grant, "EUR"),
        cost: hundredths(0, "EUR"),
        contribution: hundredths(0, "EUR"),
        complete,
    };
    Report {
        verdict: Verdict::Ineligible,
        findings: vec![unreadable(), danish_cap(), too_long(), wrong_applicant()],
        missing: vec![
            Missing { path: "/submitted".into(), reason: Reason::NotGiven, rules: vec!["deadline".into()] },
            Missing {
                path: "/partners/0/currency".into(),
                reason: Reason::NoExchangeRate,
                rules: vec!["dk-cap".into(), "duration".into()],
            },
        ],
        checks: vec![
            check("dk-cap", Status::Fail),
            check("duration", Status::Fail),
            check("applicant", Status::Pass),
            check("applicant", Status::Fail),
            check("deadline", Status::Open),
            check("countries", Status::Pass),
        ],
        limits: vec![
            Limit {
                min_rule: Some("duration".into()),
                ..limit("/end", text("2014-08-31"), text("2015-02-28"), "duration")
            },
            limit("/submitted", None, text("2013-05-31"), "deadline"),
            dkk(limit("/partners/1/grant", amount(0), amount(15_000_000), "dk-cap")),
            dkk(limit("/partners/2/grant", amount(0), amount(-500), "dk-cap")),
            dkk(Limit {
                max_rule: None,
                min_rule: Some("dk-half".into()),
                ..limit("/partners/2/costs/staff", amount(9_000_050), None, "")
            }),
        ],
        notices: vec![
            Notice {
                id: "top-up".into(),
                status: NoticeStatus::Applies,
                title: "A top-up may be asked for".into(),
                amount: Some(hundredths(1_000_000, "EUR")),
                currency: Some(currency("EUR")),
                source: source(),
            },
            Notice {
                id: "ask".into(),
                status: NoticeStatus::Open,
                title: "Ask the home agency".into(),
                amount: None,
                currency: None,
                source: source(),
            },
        ],
        exchange: Some(ExchangeUsed {
            base: currency("EUR"),
            date: Some("2013-02-01".into()),
            from: ExchangeFrom::Rulebook,
        }),
        totals: Totals {
            grant: hundredths(5_810_937, "EUR"),
            complete: false,
            countries: vec![total("SE", 1, 2_325_600, true), total("DK", 2, 3_485_337, false)],
            ..no_totals()
        },
        ..report()
    }
}
