//! The conformance cases, through the library.

#![expect(clippy::expect_used, clippy::panic, clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

mod files;
mod loading;
mod matching;
mod reports;
mod texts;
