//! Loading: every problem and all advice stand where the format says.

use std::collections::BTreeSet;

use callcheck::{Problem, Rulebook};
use serde_json::Value;

use crate::files::case_files;

/// The pointers of all problems, and of the advice beside none.
fn load(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let pointers = |problems: &[Problem]| problems.iter().map(|problem| problem.pointer.clone()).collect();
    match Rulebook::from_json(text) {
        Ok(rulebook) => (BTreeSet::new(), pointers(rulebook.advice())),
        Err(error) => (pointers(&error.problems), BTreeSet::new()),
    }
}

fn pointers(value: &Value) -> BTreeSet<String> {
    value.as_array().expect("a list").iter().map(|pointer| pointer.as_str().expect("a pointer").to_owned()).collect()
}

#[test]
fn problems_and_advice_of_every_case() {
    let mut failures = Vec::new();
    let mut count = 0;
    for file in case_files() {
        for case in &file.cases {
            let Some(text) = case.text.as_deref().or(case.rulebook.as_deref().map(|raw| raw.get())) else { continue };
            let (problems, advice) = load(text);
            count += 1;
            for (key, found) in [("problems", problems), ("advice", advice)] {
                if let Some(expected) = case.expect.get(key).map(pointers).filter(|expected| *expected != found) {
                    failures.push(format!(
                        "{}: {}\n  {key} expected {expected:?}\n  found {found:?}",
                        file.name, case.name
                    ));
                }
            }
        }
    }
    assert!(count > 60, "only {count} cases were found");
    assert!(failures.is_empty(), "{} of {count} fail:\n{}", failures.len(), failures.join("\n"));
}

/// The rulebooks of all other cases are sound.
#[test]
fn the_rulebooks_of_the_cases_are_sound() {
    for file in case_files() {
        if let Some(rulebook) = &file.rulebook {
            let loaded = Rulebook::from_json(rulebook.get());
            assert!(loaded.is_ok(), "{}: {:#?}", file.name, loaded.err().map(|error| error.problems));
        }
    }
}
