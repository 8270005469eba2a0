//! The laws that every judgement keeps, on random rulebooks and proposals.
//!
//! Each law is a function that says how a case breaks it, or nothing. A case that does is reduced
//! before it is shown.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "../../fuzz/bodies.rs"]
mod bodies;
mod case;
mod completion;
mod edit;
mod fuzz;
mod generate;
mod laws;
mod reduce;
mod since;
