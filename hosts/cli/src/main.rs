//! The command `callcheck`.

use std::process::ExitCode;

fn main() -> ExitCode {
    callcheck_cli::run()
}
