//! Every test, in an order in which what is quick and likely to fail comes first.

use std::process::ExitCode;

use anyhow::{Result, ensure};

use crate::checkout::{root, target};
use crate::run::{cargo, command, run, succeeds};
use crate::{build, matrix, needs, node_tests, reference};

/// One step: what it shows, and how.
struct Step {
    headline: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: [Step; 11] = [
    Step { headline: "format: cargo fmt", run: format },
    Step { headline: "lint: clippy, of the fuzzers too", run: lint },
    Step { headline: "docs: cargo doc", run: docs },
    Step { headline: "core: the Rust tests", run: rust },
    Step { headline: "build: the npm package", run: build::everything },
    Step { headline: "package: its own tests", run: package },
    Step { headline: "benches: each once, and every contender says the same", run: benches },
    Step { headline: "doors: one corpus through library, command, Node and Chromium", run: doors },
    Step { headline: "matrix: the packed package in Node and in bundlers", run: matrix::short },
    Step { headline: "types: TypeScript, strict, with every report of the corpus", run: types },
    Step { headline: "page: in Chromium", run: page },
];

/// Runs the steps whose headline has one of the words, or all, and tells which of them failed.
pub fn everything(only: &[&str]) -> Result<ExitCode> {
    let asked = |step: &&Step| only.is_empty() || only.iter().any(|word| step.headline.contains(word));
    let steps: Vec<&Step> = STEPS.iter().filter(asked).collect();
    ensure!(
        !steps.is_empty(),
        "No step has such a word. The steps are:\n{}",
        STEPS.map(|step| step.headline).join("\n")
    );
    let failed: Vec<&str> = steps.iter().filter(|step| !passes(step)).map(|step| step.headline).collect();
    println!();
    for headline in &failed {
        println!("failed: {headline}");
    }
    println!("{} passed, {} failed", steps.len() - failed.len(), failed.len());
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn passes(step: &Step) -> bool {
    println!("\n== {}", step.headline);
    let result = (step.run)();
    if let Err(error) = &result {
        println!("{error:#}");
    }
    result.is_ok()
}

fn format() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run(&mut cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))
}

fn lint() -> Result<()> {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"]))?;
    fuzz_targets()
}

/// They are a workspace of their own. A fuzzer that is built already, be it none, is not built: that takes a C++ compiler.
fn fuzz_targets() -> Result<()> {
    let target = target("fuzz");
    let mut clippy = cargo(&["clippy", "--manifest-path", "fuzz/Cargo.toml", "--quiet", "--target-dir"]);
    run(clippy.arg(&target).args(["--", "--deny", "warnings"]).env("CUSTOM_LIBFUZZER_PATH", target.join("none.a")))
}

fn docs() -> Result<()> {
    run(cargo(&["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "--deny warnings"))
}

/// With nextest where it is installed, which leaves out the examples in the documentation.
fn rust() -> Result<()> {
    if !succeeds(&mut cargo(&["nextest", "--version"])) {
        return run(&mut cargo(&["test", "--workspace"]));
    }
    run(&mut cargo(&["nextest", "run", "--workspace", "--no-fail-fast"]))?;
    run(&mut cargo(&["test", "--workspace", "--doc"]))
}

fn package() -> Result<()> {
    node_tests::all("pkg", "test")
}

/// Without a measurement, and without the longest lists.
fn benches() -> Result<()> {
    run(&mut cargo(&["test", "--bench", "judging", "--", "--skip", "1000"]))?;
    run(command("npm", "pkg").args(["run", "bench", "--", "--quick"]))
}

fn doors() -> Result<()> {
    needs::npm_packages("tests/doors")?;
    run(&mut cargo(&["build", "--package", "callcheck-cli", "--quiet"]))?;
    reference::write(&target("reference.ndjson"))?;
    node_tests::all("tests/doors", "")
}

fn types() -> Result<()> {
    needs::npm_packages("pkg")?;
    reference::write(&target("reference.ndjson"))?;
    run(node_tests::with_paths(command("node", "pkg").arg("test/types/generate.mjs")))?;
    run(command(root("pkg/node_modules/.bin/tsc"), "pkg").args(["--project", "test/types"]))
}

fn page() -> Result<()> {
    needs::npm_packages("www")?;
    node_tests::all("www", "tests")
}

#[cfg(test)]
mod tests {
    use super::{STEPS, everything};

    #[test]
    fn a_word_that_no_step_has_is_told_with_the_steps_that_there_are() {
        let told = everything(&["nonesuch"]).expect_err("there is no such step").to_string();
        for step in STEPS {
            assert!(told.contains(step.headline), "{told}");
        }
    }
}
