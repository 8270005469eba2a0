//! The command as its users meet it: what it prints, and how it ends.

mod batch;
mod cases;
mod engine;
mod new;
mod process;
mod report;
mod samples;
mod sheet;
mod support;
