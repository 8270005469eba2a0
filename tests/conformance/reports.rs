//! The corpus through the library: every report holds what its case expects.

use std::sync::Arc;

use callcheck::{Options, Rulebook, embedded};
use serde_json::Value;

use crate::files::{Case, CaseFile, case_files, rulebook_case_files};
use crate::matching::mismatches;

fn rulebook_of(file: &CaseFile) -> Option<Arc<Rulebook>> {
    let text = file.rulebook.as_ref()?.get();
    if let Ok(id) = serde_json::from_str::<String>(text) {
        return Some(embedded::rulebook(&id).unwrap_or_else(|| panic!("{id} is not shipped")));
    }
    let rulebook = Rulebook::from_json(text).unwrap_or_else(|error| panic!("{}: {error}", file.name));
    Some(Arc::new(rulebook))
}

fn options_of(case: &Case) -> Options {
    case.options.as_ref().map_or_else(Options::default, |options| Options::from_value(options).expect("sound options"))
}

fn report(rulebook: &Rulebook, case: &Case) -> Value {
    serde_json::to_value(rulebook.check(&case.proposal, &options_of(case))).expect("a report is JSON")
}

fn run(files: &[CaseFile]) {
    let (mut count, mut failures) = (0, Vec::new());
    for file in files {
        let Some(rulebook) = rulebook_of(file) else { continue };
        for case in &file.cases {
            count += 1;
            let mismatches = mismatches(&report(&rulebook, case), &case.expect);
            if !mismatches.is_empty() {
                failures.push(format!("{}: {}\n  {}", file.name, case.name, mismatches.join("\n  ")));
            }
        }
    }
    assert!(count > 100, "only {count} cases were found");
    assert!(failures.is_empty(), "{} of {count} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_formats_cases() {
    run(&case_files());
}

#[test]
fn the_rulebooks_cases() {
    run(&rulebook_case_files());
}
