//! Builds, shows, tests and measures everything.

mod build;
mod checkout;
mod demo;
mod instructions;
mod matrix;
mod needs;
mod node_tests;
mod reference;
mod run;
mod serve;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask build            builds the npm package into pkg/dist and the page's copy into www/callcheck
cargo xtask demo             builds what is missing and serves the page on 127.0.0.1
cargo xtask test [WORD…]     runs every test, or the steps whose name has one of these words
cargo xtask matrix [HOST…]   runs the packed package in every host, or those named: files of tests/matrix
cargo xtask instructions     counts the instructions of the core's benches, with valgrind
cargo xtask reference FILE   writes what the library says of every case of the corpus, one a line";

fn main() -> ExitCode {
    match command(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: Vec<String>) -> Result<ExitCode> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build"] => build::everything()?,
        ["demo"] => demo::show()?,
        ["test", only @ ..] => return test::everything(only),
        ["matrix", only @ ..] => matrix::everything(only)?,
        ["instructions"] => instructions::count()?,
        ["reference", file] => reference::write(file.as_ref())?,
        _ => bail!("{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
