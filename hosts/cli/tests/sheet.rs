//! The rule sheet, from a sheet made by hand.

use callcheck::report::Severity;
use callcheck::{Sheet, SheetNotice, SheetRule};
use callcheck_cli::render;
use insta::assert_snapshot;

use crate::support::{country, plain, source};

fn rule(id: &str, title: &str, countries: &[&str]) -> SheetRule {
    SheetRule {
        id: id.into(),
        title: title.into(),
        severity: Severity::Error,
        applies_to: None,
        when: None,
        requires: "grant at most DKK 250,000".into(),
        countries: countries.iter().map(|code| country(code)).collect(),
        source: source(),
    }
}

#[test]
fn a_sheet_has_the_programmes_rules_first_then_those_of_countries() {
    let sheet = Sheet {
        id: "sample".into(),
        version: "1.0.0".into(),
        title: "Sample call 2013".into(),
        digest: "sha256:0a1b".into(),
        rules: vec![
            SheetRule {
                applies_to: Some("Each country: funded partners from Denmark".into()),
                when: Some("a Danish partner is funded".into()),
                ..rule("dk-cap", "Danish cap", &["DK"])
            },
            SheetRule { severity: Severity::Advice, ..rule("range", "The usual range", &[]) },
            rule("dk-half", "Half of the Danish costs", &["DK"]),
        ],
        notices: vec![SheetNotice {
            id: "top-up".into(),
            title: "A top-up may be asked for".into(),
            when: Some("partners from at least 2 countries".into()),
            amount: Some("EUR 10,000".into()),
            source: source(),
        }],
        exchange: Some("1 EUR = DKK 7.46 (2013-02-01)".into()),
    };
    assert_snapshot!(plain(&render::sheet(&sheet, None)), @"
    Sample call 2013
    sample, version 1.0.0
    sha256:0a1b

    The whole programme
    ───────────────────
    The usual range [range]
      weight    advice: told, never decides
      requires  grant at most DKK 250,000
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Denmark
    ───────
    Danish cap [dk-cap]
      for       Each country: funded partners from Denmark
      if        a Danish partner is funded
      requires  grant at most DKK 250,000
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Half of the Danish costs [dk-half]
      requires  grant at most DKK 250,000
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Good to know
    ────────────
    + A top-up may be asked for [top-up]
      if        partners from at least 2 countries
      amount    EUR 10,000
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Exchange rates
    ──────────────
    1 EUR = DKK 7.46 (2013-02-01)
    ");
}

#[test]
fn built_in_rulebooks_stand_in_columns() {
    let rows = [["innovation-express", "1.0.0", "Innovation Express"], ["x", "10.20.30", "Another call"]];
    assert_snapshot!(plain(&render::rulebooks(&rows)), @"
    innovation-express  1.0.0     Innovation Express
    x                   10.20.30  Another call
    ");
}
