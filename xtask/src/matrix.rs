//! The packed package in every host that it names.

use anyhow::Result;

use crate::checkout::target;
use crate::{build, needs, node_tests, reference};

const PROJECT: &str = "tests/matrix";

/// The hosts that need little to be installed.
const SHORT: [&str; 3] = ["bundlers", "lint", "node"];

/// The hosts of the short form; the package has been built.
pub fn short() -> Result<()> {
    hosts(|name| SHORT.contains(&name))
}

/// The hosts that are named, or all; the package is built first.
pub fn everything(only: &[&str]) -> Result<()> {
    build::everything()?;
    hosts(|name| only.is_empty() || only.contains(&name))
}

fn hosts(chosen: impl Fn(&str) -> bool) -> Result<()> {
    needs::npm_packages(PROJECT)?;
    reference::write(&target("reference.ndjson"))?;
    node_tests::some(PROJECT, "", chosen)
}
