//! What the fuzzers run; the tests of `laws` run the same.

pub mod bodies;
#[path = "../tests/laws/edit.rs"]
mod edit;
#[path = "../tests/laws/since.rs"]
mod since;
