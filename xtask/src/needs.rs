//! What building and testing need beside cargo: installed where that can be done, else named.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::checkout::root;
use crate::run::{command, output, run, succeeds};

const WASM: &str = "wasm32-unknown-unknown";
const CHROMIUM: [&str; 4] =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/// The compiler's target for WebAssembly.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if !succeeds(Command::new("rustup").arg("--version")) {
        bail!("The compiler has no target {WASM}, and there is no rustup to add it. Install the target.");
    }
    run(Command::new("rustup").args(["target", "add", WASM]))
}

/// The npm packages of a directory, exactly as its lock file has them.
pub fn npm_packages(directory: &str) -> Result<()> {
    node()?;
    let locked = root(directory).join("package-lock.json");
    let installed = root(directory).join("node_modules/.package-lock.json");
    if is_newer(&installed, &locked) {
        return Ok(());
    }
    run(command("npm", directory).args(["ci", "--no-audit", "--no-fund"]))
}

/// Node.js, which runs the tools that bundle and test. Its test runner can end a test since 20.11.
pub fn node() -> Result<()> {
    let version = output(Command::new("node").arg("--version")).unwrap_or_default();
    let mut numbers = version.trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) if (major, minor) < (20, 11) => {
            bail!("Node.js {} is too old. Install version 20.11 or later.", version.trim())
        }
        (Some(Ok(_)), Some(Ok(_))) if succeeds(Command::new("npm").arg("--version")) => Ok(()),
        (Some(Ok(_)), Some(Ok(_))) => bail!("npm is missing. Install it; it comes with Node.js."),
        _ => bail!("Node.js is missing. Install version 20.11 or later, with npm."),
    }
}

/// A Chromium for the tests in a browser.
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    install_chromium()?;
    match find_chromium() {
        Some(found) => Ok(found),
        None => bail!("Chromium is missing. Install it, or name it in the environment variable CHROMIUM."),
    }
}

fn find_chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    named.into_iter().chain(CHROMIUM.map(PathBuf::from)).find(|path| path.exists())
}

/// Installs Chromium where that needs no one's leave: on Debian, as root.
fn install_chromium() -> Result<()> {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0");
    if !root || !succeeds(Command::new("apt-get").arg("--version")) {
        return Ok(());
    }
    run(Command::new("apt-get").args(["update", "--quiet"]))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install.args(["install", "--quiet", "--yes", "--no-install-recommends", "chromium"]))
}

/// Whether a file was written after another one.
pub fn is_newer(file: &Path, than: &Path) -> bool {
    let written = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    match (written(file), written(than)) {
        (Some(file), Some(than)) => file > than,
        _ => false,
    }
}
