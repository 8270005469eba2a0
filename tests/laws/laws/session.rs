//! A session's report is exactly what `check` says of the proposal edited by hand, as a whole and as what changed.

use serde_json::Value;

use crate::case::{Kind, Loaded, hold};
use crate::edit::edited;
use crate::generate::{Care, Draw, Vocabulary, proposal};
use crate::reduce::parts;
use crate::since::puts_together;

const STRAY_PATHS: [&str; 16] = [
    "partners",
    "/",
    "/~2",
    "/colour",
    "/colour/a/0",
    "/title/a",
    "/partners/01",
    "/partners/x",
    "/partners/9",
    "/partners/9/grant",
    "/partners/-/colour",
    "/partners/0/colour/a",
    "/costs/staff/0",
    "/costs/staff/x",
    "/months/-",
    "/partners/0/labels/0/x",
];

#[test]
fn an_edited_session_reports_what_check_says_of_the_edited_proposal() {
    hold(Kind::ANY, 600, broken);
}

fn broken(loaded: &Loaded<'_>) -> Option<String> {
    let vocabulary = loaded.case.vocabulary();
    let mut draw = loaded.case.draw();
    let mut by_hand = loaded.case.proposal.clone();
    let mut session = loaded.rulebook.session(&by_hand, loaded.options(loaded.is_draft()));
    let mut last = session.report();
    for _ in 0..8 {
        let (path, value) = edit(&mut draw, &by_hand, &vocabulary);
        let expected = edited(&by_hand, &path, value.as_ref());
        let result = session.set(&path, value.as_ref());
        let told = format!("{path} set to {value:?} in {by_hand:#}");
        if result.is_ok() != expected.is_some() {
            return Some(format!("{result:?}: {told}"));
        }
        by_hand = expected.unwrap_or(by_hand);
        // Some edits are judged together.
        if draw.chance(25) {
            continue;
        }
        let (held, fresh) = (session.report(), loaded.check(&by_hand, loaded.is_draft()));
        if held != fresh {
            return Some(format!("{told}\nheld {held:?}\nfresh {fresh:?}"));
        }
        let since = held.to_json_since(&last);
        if !puts_together(&last, &since, &held) {
            return Some(format!("{told}\nsince {since}\nlast {last:?}"));
        }
        last = held;
    }
    None
}

/// A path and what is set there, or nothing to remove it.
fn edit(draw: &mut Draw, proposal: &Value, vocabulary: &Vocabulary) -> (String, Option<Value>) {
    match draw.below(10) {
        0 => (draw.pick(&STRAY_PATHS).to_owned(), draw.chance(80).then(|| Value::from("1"))),
        1 | 2 => (place_in(draw, proposal), None),
        3 => ("/partners/-".to_owned(), part_of_another(draw, vocabulary, |path| path.matches('/').count() == 2).1),
        4 => (place_in(draw, proposal), part_of_another(draw, vocabulary, |_| true).1),
        _ => part_of_another(draw, vocabulary, |_| true),
    }
}

fn place_in(draw: &mut Draw, proposal: &Value) -> String {
    let places = [parts(proposal), vec![String::new()]].concat();
    draw.pick(&places)
}

/// Something that stands in another proposal, with its place.
fn part_of_another(draw: &mut Draw, vocabulary: &Vocabulary, fits: impl Fn(&str) -> bool) -> (String, Option<Value>) {
    let care = Care::any(draw);
    let other = proposal(draw, vocabulary, care);
    let places: Vec<String> = parts(&other).into_iter().filter(|path| fits(path)).collect();
    if places.is_empty() {
        return (String::new(), Some(other));
    }
    let path = draw.pick(&places);
    let value = other.pointer(&path).cloned();
    (path, value)
}
