//! How fast the core is: `cargo bench`; how many instructions it takes: `cargo xtask instructions`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench that cannot be set up ends"
)]

mod proposals;

use std::sync::Arc;

use callcheck::{Options, Report, Rulebook, Session, embedded};
use divan::{Bencher, black_box};
use serde_json::{Value, json};

const EDITION: &str = "innovation-express-2013";
const CLOSED: Options = Options { draft: false, exchange: None };
const DRAFT: Options = Options { draft: true, exchange: None };
/// From a small project to the longest list that is judged.
const PARTNERS: [usize; 5] = [2, 5, 40, 1000, 10_000];

fn main() {
    divan::main();
}

fn edition() -> Arc<Rulebook> {
    embedded::rulebook(EDITION).expect("it is shipped")
}

/// From a proposal in memory to its report.
#[divan::bench(args = PARTNERS)]
fn check_closed(bencher: Bencher, partners: usize) {
    check(bencher, &proposals::sound(partners), &CLOSED);
}

/// The same of a list that may still grow.
#[divan::bench(args = PARTNERS)]
fn check_draft(bencher: Bencher, partners: usize) {
    check(bencher, &proposals::sound(partners), &DRAFT);
}

/// The same where nearly every rule is broken, for each partner anew.
#[divan::bench(args = PARTNERS)]
fn check_broken(bencher: Bencher, partners: usize) {
    check(bencher, &proposals::broken(partners), &CLOSED);
}

fn check(bencher: Bencher, proposal: &Value, options: &Options) {
    let rulebook = edition();
    bencher.bench(|| judged(&rulebook, black_box(proposal), options));
}

/// From a line of JSON to a line of JSON, as `callcheck batch` does.
#[divan::bench(args = PARTNERS)]
fn json_to_json(bencher: Bencher, partners: usize) {
    let rulebook = edition();
    let text = proposals::sound(partners).to_string();
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| answered(&rulebook, black_box(&text)));
}

/// One field typed in a form that is a draft, and the report on it.
#[divan::bench(args = PARTNERS)]
fn edit_draft(bencher: Bencher, partners: usize) {
    let mut session = edition().session(&proposals::sound(partners), DRAFT);
    // The first report judges everything.
    black_box(session.report());
    let amounts = [json!("250001"), json!("100")];
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        edited(&mut session, black_box(&amounts[turn % 2]))
    });
}

/// From the text of a rulebook to one that judges.
#[divan::bench(args = embedded::ids())]
fn load(bencher: Bencher, id: &str) {
    let text = embedded::text(id).expect("it is shipped");
    bencher.bench(|| loaded(black_box(text)));
}

// What is counted by `cargo xtask instructions` is told by these names, so they stay functions.

#[inline(never)]
fn judged(rulebook: &Rulebook, proposal: &Value, options: &Options) -> Report {
    rulebook.check(proposal, options)
}

#[inline(never)]
fn answered(rulebook: &Rulebook, text: &str) -> String {
    let report = rulebook.check_json(text, &CLOSED).expect("it is JSON");
    report.to_json()
}

#[inline(never)]
fn edited(session: &mut Session, amount: &Value) -> Report {
    session.set("/partners/0/grant", Some(amount)).expect("there is a partner");
    session.report()
}

#[inline(never)]
fn loaded(text: &str) -> Rulebook {
    Rulebook::from_json(text).expect("it is sound")
}
