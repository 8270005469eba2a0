//! The command as its users meet it: what it prints, and how it ends.

mod batch;
mod engine;
mod process;
mod report;
mod samples;
mod sheet;
mod support;
