//! Running other programs.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::checkout::root;

/// A command that runs in that directory of the checkout.
pub fn command(program: impl AsRef<Path>, directory: &str) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(root(directory));
    command
}

/// Cargo, as it was called, at the root of the checkout.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command(std::env::var("CARGO").as_deref().unwrap_or("cargo"), "");
    cargo.args(arguments);
    cargo
}

/// Runs a command to its end; anything but success is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} could not be started", shown(command)))?;
    if !status.success() {
        bail!("{} failed: {status}", shown(command));
    }
    Ok(())
}

/// Whether a command ends well; what it prints is thrown away.
pub fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// What a command prints.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{} could not be started", shown(command)))?;
    if !output.status.success() {
        bail!("{} failed: {}", shown(command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A command as one would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
