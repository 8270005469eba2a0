//! The report for people, from reports made by hand.

use callcheck::report::*;
use callcheck_cli::render::{self, Names};
use insta::assert_snapshot;
use serde_json::json;

use crate::samples::*;
use crate::support::{currency, hundredths, plain};

fn rendered(report: &Report, width: Option<usize>) -> String {
    let (rulebook, proposal) = (rulebook(), proposal());
    plain(&render::report(report, &Names::new(&rulebook, &sheet(), &proposal), width))
}

#[test]
fn what_is_broken_is_told_like_a_compiler_does() {
    assert_snapshot!(rendered(&broken(), None), @r#"
    ||× Ineligible: it cannot be funded as it stands.
        Sample call 2013: Small food producers across the Sound
        3 to change, 2 still missing, 1 to consider
        5 rules: 2 broken, 1 advice, 1 open, 1 kept

    To change (3)

    error[invalid-value]: "18.000" cannot be read as an amount in EUR.
      field     Ideon: costs, Staff  /partners/0/costs/staff

    error[dk-cap]: The Danish partners request DKK 260,000; this call gives them at most DKK 250,000. Reduce it by DKK 10,000.
      field     Partners from Denmark  /partners
      found     DKK 260,000
      from      FoodNetwork: requested grant  /partners/1/grant
                AgroTech: requested grant  /partners/2/grant
      allowed   at most DKK 250,000
      over by   DKK 10,000
      rule      At most DKK 250,000 for the Danish partners
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    error[duration]: The project lasts 19 months and 3 days; at most 18 months are allowed.
      field     Project: end date  /end
      found     19 months and 3 days
      allowed   at most 18 months
      over by   1 month and 3 days
      rule      The project lasts 12 to 18 months
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Still missing (2)

      Project: date of submission  /submitted
        not given; needed for Filed by 31 May 2013 [deadline]
      Ideon: currency  /partners/0/currency
        no exchange rate for this currency: give one with --exchange; needed for At most DKK 250,000 for the Danish partners [dk-cap]; The project lasts 12 to 18 months [duration]

    To consider (1)

    advice[applicant]: AgroTech is a company; clusters and networks are expected to apply.
      field     AgroTech: type of organisation  /partners/2/type
      found     company
      allowed   one of cluster (Cluster organisation), network (SME or business network)
      rule      Clusters and networks apply
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Good to know (2)

    + A top-up may be asked for [top-up]
      amount    EUR 10,000
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    + may apply: Ask the home agency [ask]
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Room left (what each field may be by the rules named, with all others as they are)

      Project: end date             2014-08-31 to 2015-02-28 [duration]  /end
      Project: date of submission   2013-05-31 or earlier [deadline]  /submitted
      FoodNetwork: requested grant  DKK 0 to 150,000 [dk-cap]  /partners/1/grant
      AgroTech: requested grant     no value of this field alone helps [dk-cap]  /partners/2/grant
      AgroTech: costs, Staff        DKK 90,000.50 or more [dk-half]  /partners/2/costs/staff
      Days of filing leave out deadlines that have an hour.

    Totals  grant EUR 58,109.37, costs EUR 0, contributions EUR 0 (as far as known in EUR)
            Sweden, 1 partner: grant EUR 23,256, costs EUR 0, contributions EUR 0
            Denmark, 2 partners: grant EUR 34,853.37, costs EUR 0, contributions EUR 0 (as far as known in EUR)
            Converted at the rulebook's rates of 2013-02-01, base EUR.
    Judged by sample 1.0.0, sha256:0a1b
    "#);
}

#[test]
fn on_a_narrow_terminal_lines_go_on_below_their_first_letter() {
    let report = Report { verdict: Verdict::Ineligible, findings: vec![danish_cap()], ..report() };
    assert_snapshot!(rendered(&report, Some(48)), @"
    ||× Ineligible: it cannot be funded as it
        stands.
        Sample call 2013: Small food producers
        across the Sound
        1 to change
        5 rules: 5 do not apply

    To change (1)

    error[dk-cap]: The Danish partners request DKK
      260,000; this call gives them at most DKK
      250,000. Reduce it by DKK 10,000.
      field     Partners from Denmark  /partners
      found     DKK 260,000
      from      FoodNetwork: requested grant
                /partners/1/grant
                AgroTech: requested grant
                /partners/2/grant
      allowed   at most DKK 250,000
      over by   DKK 10,000
      rule      At most DKK 250,000 for the Danish
                partners
      source    Call text of 2013, p. 3 (official,
                2013)
                The Danish partners together are
                paid at most DKK 250,000.
                https://example.org/call

    Totals  grant EUR 0, costs EUR 0, contributions
            EUR 0
    Judged by sample 1.0.0, sha256:0a1b
    ");
}

#[test]
fn an_eligible_proposal_is_told_so_and_no_empty_section_stands_there() {
    let checks = ["dk-cap", "duration", "deadline"].map(|rule| check(rule, Status::Pass));
    let report = Report { checks: checks.into(), ..report() };
    assert_snapshot!(rendered(&report, None), @"
    |•| Eligible: no rule that decides is broken or open. The agencies have the last word.
        Sample call 2013: Small food producers across the Sound
        Nothing to change, nothing missing
        5 rules: 3 kept, 2 do not apply

    Totals  grant EUR 0, costs EUR 0, contributions EUR 0
    Judged by sample 1.0.0, sha256:0a1b
    ");
}

fn verdict_line(draft: bool, verdict: Verdict, so_far: Option<Verdict>) -> String {
    let report = Report { draft, verdict, so_far, ..report() };
    rendered(&report, None).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_verdict_comes_first_and_in_a_draft_what_stands_so_far() {
    use Verdict::*;
    let lines = [
        verdict_line(false, Eligible, None),
        verdict_line(false, Ineligible, None),
        verdict_line(false, Incomplete, None),
        verdict_line(true, Ineligible, Some(Ineligible)),
        verdict_line(true, Eligible, Some(Eligible)),
        verdict_line(true, Incomplete, Some(Eligible)),
        verdict_line(true, Incomplete, Some(Incomplete)),
        verdict_line(true, Incomplete, Some(Ineligible)),
    ];
    assert_snapshot!(lines.join("\n"), @"
    |•| Eligible: no rule that decides is broken or open. The agencies have the last word.
    ||× Ineligible: it cannot be funded as it stands.
    |○| Incomplete: something that decides is missing or cannot be read.
    ||× Draft, ineligible: what is broken stays broken, whatever is added.
    |•| Draft, nothing against it: no rule that decides is broken or open. Partners may still be added.
    |•| Draft, nothing against it: closed as it stands it would be eligible. What may still be added leaves rules open.
    |○| Draft, not complete yet: nothing is broken for good.
    |○| Draft, not complete yet: nothing is broken for good.
    ");
}

#[test]
fn a_draft_tells_what_it_does_not_keep_yet() {
    let count = |count| Some(Shown::Count(count));
    let numbers = Numbers {
        measure: measure("countries"),
        found: count(1),
        open: Some(true),
        min: count(2),
        ..Numbers::default()
    };
    let too_few = Check { so_far: Some(Some(false)), numbers, ..check("countries", Status::Open) };
    let unknown = Check { so_far: Some(None), ..check("deadline", Status::Open) };
    let report = Report {
        draft: true,
        verdict: Verdict::Incomplete,
        so_far: Some(Verdict::Ineligible),
        checks: vec![too_few, unknown],
        ..report()
    };
    assert_snapshot!(rendered(&report, None), @"
    |○| Draft, not complete yet: nothing is broken for good.
        Sample call 2013: Small food producers across the Sound
        Nothing to change, nothing missing
        5 rules: 2 open, 3 do not apply

    Not kept yet (what is still to come may keep it)

      Partners from at least two countries [countries]
        found 1 so far; needed at least 2

    Totals  grant EUR 0, costs EUR 0, contributions EUR 0
    Judged by sample 1.0.0, sha256:0a1b
    ");
}

#[test]
fn of_alternatives_each_is_told_with_what_it_lacks() {
    let lacking = |path: &str, code, params, alternatives| AlternativeFinding {
        code,
        path: path.into(),
        related: vec![],
        params,
        alternatives,
    };
    let labels = Numbers { measure: measure("labels"), one_of: list(&["bronze", "gold"]), ..Numbers::default() };
    let euro = |minor| Some(Shown::Amount(hundredths(minor, "EUR")));
    let grant = Numbers {
        measure: measure("grant"),
        found: euro(500),
        min: euro(1_000),
        by: euro(500),
        currency: Some(currency("EUR")),
        ..Numbers::default()
    };
    let civil = Numbers { found: Some(Shown::Boolean(false)), is: Some(Shown::Boolean(true)), ..Numbers::default() };
    let inner = vec![
        Alternative {
            title: Some("civil".into()),
            findings: vec![lacking("/answers/civil", Code::NotEqual, civil, None)],
        },
        Alternative {
            title: None,
            findings: vec![lacking("/partners/1/labels", Code::NotAllowed, labels.clone(), None)],
        },
    ];
    let finding = Finding {
        alternatives: Some(vec![
            Alternative {
                title: Some("The lead holds a label and asks for enough".into()),
                findings: vec![
                    lacking("/partners/0/labels", Code::NotAllowed, labels, None),
                    lacking("/partners/0/grant", Code::BelowMin, grant, None),
                ],
            },
            Alternative {
                title: None,
                findings: vec![lacking("/partners/1", Code::NotSatisfied, Numbers::default(), Some(inner))],
            },
        ]),
        ..finding(
            "countries",
            Code::NotSatisfied,
            "/partners/0/labels",
            "None of the two ways holds.",
            Numbers::default(),
        )
    };
    let report = Report { verdict: Verdict::Ineligible, findings: vec![finding], ..report() };
    assert_snapshot!(rendered(&report, None), @"
    ||× Ineligible: it cannot be funded as it stands.
        Sample call 2013: Small food producers across the Sound
        1 to change
        5 rules: 5 do not apply

    To change (1)

    error[countries]: None of the two ways holds.
      field     Ideon: labels  /partners/0/labels
      either    The lead holds a label and asks for enough
                Ideon: labels  /partners/0/labels  allowed one of bronze, gold
                Ideon: requested grant  /partners/0/grant  found EUR 5; needed at least EUR 10; short by EUR 5
      or        FoodNetwork  /partners/1
                  either  civil
                          Project: civil  /answers/civil  found no; allowed yes
                  or      FoodNetwork: labels  /partners/1/labels  allowed one of bronze, gold
      rule      Partners from at least two countries
      source    Call text of 2013, p. 3 (official, 2013)
                The Danish partners together are paid at most DKK 250,000.
                https://example.org/call

    Totals  grant EUR 0, costs EUR 0, contributions EUR 0
    Judged by sample 1.0.0, sha256:0a1b
    ");
}

#[test]
fn of_thousands_of_fields_a_few_are_listed() {
    let related = (0..10_000).map(|index| format!("/partners/{index}/grant")).collect();
    let report = Report { findings: vec![Finding { related, ..danish_cap() }], ..report() };
    let text = rendered(&report, None);
    assert!(
        text.contains("Partner 12: requested grant  /partners/11/grant\n            and 9,988 fields more\n"),
        "{text}"
    );
}

#[test]
fn dates_and_bounds_have_their_own_words() {
    let day =
        |bound: fn(Option<Shown>) -> Numbers| Numbers { measure: measure("submitted"), ..bound(text("2013-05-31")) };
    let number = |bound: fn(Option<Shown>) -> Numbers| bound(Some(Shown::Count(1234)));
    let bounds: [fn(Option<Shown>) -> Numbers; 4] = [
        |min| Numbers { min, ..Numbers::default() },
        |max| Numbers { max, ..Numbers::default() },
        |above| Numbers { above, ..Numbers::default() },
        |below| Numbers { below, ..Numbers::default() },
    ];
    let findings = bounds.into_iter().flat_map(|bound| [day(bound), number(bound)]);
    let findings = findings.map(|params| finding("deadline", Code::TooLate, "/submitted", "", params)).collect();
    let text = rendered(&Report { findings, ..report() }, None);
    let said: Vec<&str> =
        text.lines().filter(|line| line.starts_with("  allowed") || line.starts_with("  needed")).collect();
    assert_snapshot!(said.join("\n"), @"
    needed    2013-05-31 or later
    needed    at least 1,234
    allowed   2013-05-31 or earlier
    allowed   at most 1,234
    needed    after 2013-05-31
    needed    more than 1,234
    allowed   before 2013-05-31
    allowed   less than 1,234
    ");
}

#[test]
fn nothing_in_a_proposal_steers_the_terminal() {
    let proposal = json!({ "title": "\u{1b}[2J", "partners": [{ "name": "\u{1b}]0;owned\u{7}" }] });
    let message = "\"\u{1b}[31m\" cannot be read.".to_owned();
    let report = Report { findings: vec![Finding { message, ..unreadable() }], ..report() };
    let rulebook = rulebook();
    let text = render::report(&report, &Names::new(&rulebook, &sheet(), &proposal), None);
    for steering in ["\u{1b}[2J", "\u{1b}]0", "\u{7}", "\u{1b}[31m\" cannot"] {
        assert!(!text.contains(steering), "{text}");
    }
    assert!(text.contains("\\u{1b}]0;owned\\u{7}: costs, Staff"), "{text}");
}
