//! The verdict, and how all rules stand at a glance.

use callcheck::report::{Report, Severity, Status, Verdict, grouped};

use anstyle::Style;

use super::counted::counted;
use super::names::Names;
use super::page::{Line, Page};
use super::style::{BROKEN, KEPT, OPEN, STRONG};

/// Adds the verdict, the call, and the counts.
pub fn put(page: &mut Page, report: &Report, names: &Names<'_>) {
    let (style, mark, words, sentence) = headline(report);
    page.put_hanging(0, 4, Line::styled(style, mark).plain(" ").then(style, words).plain(sentence));
    let call = Line::styled(STRONG, names.call());
    page.put(
        4,
        match names.proposal() {
            Some(title) => call.plain(": ").plain(title),
            None => call,
        },
    );
    page.put(4, Line::new(&counts(report)));
    page.put(4, Line::new(&board(report, names)));
}

/// Style, mark, verdict and what it means. The mark is a value and its two bounds: outside, between, unknown.
fn headline(report: &Report) -> (Style, &'static str, &'static str, &'static str) {
    let broken = |words, sentence| (BROKEN, "||×", words, sentence);
    let kept = |words, sentence| (KEPT, "|•|", words, sentence);
    let open = |words, sentence| (OPEN, "|○|", words, sentence);
    match (report.draft, report.verdict, report.so_far) {
        (false, Verdict::Ineligible, _) => broken("Ineligible", ": it cannot be funded as it stands."),
        (false, Verdict::Incomplete, _) => open("Incomplete", ": something that decides is missing or cannot be read."),
        (false, Verdict::Eligible, _) => {
            kept("Eligible", ": no rule that decides is broken or open. The agencies have the last word.")
        }
        (true, Verdict::Ineligible, _) => {
            broken("Draft, ineligible", ": what is broken stays broken, whatever is added.")
        }
        (true, Verdict::Eligible, _) => {
            kept("Draft, nothing against it", ": no rule that decides is broken or open. Partners may still be added.")
        }
        (true, Verdict::Incomplete, Some(Verdict::Eligible)) => kept(
            "Draft, nothing against it",
            ": closed as it stands it would be eligible. What may still be added leaves rules open.",
        ),
        (true, Verdict::Incomplete, _) => open("Draft, not complete yet", ": nothing is broken for good."),
    }
}

fn counts(report: &Report) -> String {
    let findings = |severity| report.findings.iter().filter(move |finding| finding.severity == severity).count();
    let parts = [
        (findings(Severity::Error), "to change"),
        (report.missing.len(), "still missing"),
        (findings(Severity::Advice), "to consider"),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", grouped(&count.to_string())))
        .collect();
    if said.is_empty() { "Nothing to change, nothing missing".to_owned() } else { said.join(", ") }
}

/// `12 rules: 2 broken, 9 kept, 1 does not apply`
fn board(report: &Report, names: &Names<'_>) -> String {
    let states: Vec<State> = names.rules().map(|rule| State::of(rule, report, names)).collect();
    let count = |state: &State| states.iter().filter(|other| *other == state).count();
    let said = State::ALL.iter().map(|state| (count(state), state));
    let said = said.filter(|(count, _)| *count > 0).map(|(count, state)| format!("{count} {}", state.words(count)));
    format!("{}: {}", counted(states.len() as i128, "rule"), said.collect::<Vec<_>>().join(", "))
}

/// How a rule stands over all its instances.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Broken,
    Advice,
    Open,
    Kept,
    Idle,
}

impl State {
    const ALL: [State; 5] = [State::Broken, State::Advice, State::Open, State::Kept, State::Idle];

    fn of(rule: &str, report: &Report, names: &Names<'_>) -> State {
        let has = |status| report.checks.iter().any(|check| &*check.rule == rule && check.status == status);
        match () {
            () if has(Status::Fail) && names.is_advice(rule) => State::Advice,
            () if has(Status::Fail) => State::Broken,
            () if has(Status::Open) => State::Open,
            () if has(Status::Pass) => State::Kept,
            () => State::Idle,
        }
    }

    fn words(self, count: usize) -> &'static str {
        match self {
            State::Broken => "broken",
            State::Advice => "advice",
            State::Open => "open",
            State::Kept => "kept",
            State::Idle if count == 1 => "does not apply",
            State::Idle => "do not apply",
        }
    }
}
