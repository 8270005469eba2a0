//! Building: the core to WebAssembly, and that into an npm package.
//!
//! Every step writes below `pkg/build` (what the package's sources import), then `pkg/dist` (what
//! is published); the page gets a copy of the entry for browsers, and the examples.

mod bundle;
mod embed;
mod entries;
mod offline;
mod types;
mod wasm;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use entries::MODULES;

use crate::checkout::root;
use crate::needs;

/// Builds whatever is missing or older than its sources.
pub fn everything() -> Result<()> {
    needs::wasm_target()?;
    needs::npm_packages("pkg")?;
    MODULES.iter().try_for_each(|module| wasm::build(module))?;
    embed::build()?;
    bundle::build()?;
    types::copy()?;
    copy_modules()?;
    copy_guide()?;
    copy_licences()?;
    copy_page()?;
    copy_examples()?;
    offline::build()
}

/// Where WebAssembly is a file of its own, it is this one.
fn copy_modules() -> Result<()> {
    let copied = |name| copy(&format!("pkg/build/{name}/module.wasm"), &format!("pkg/dist/{name}.wasm"));
    MODULES.iter().try_for_each(|module| copied(module.name))
}

/// The package brings the guide that its README names.
fn copy_guide() -> Result<()> {
    copy("docs/rulebook.md", "pkg/docs/rulebook.md")
}

/// The package brings the texts of its licences.
fn copy_licences() -> Result<()> {
    ["LICENSE-MIT", "LICENSE-APACHE"].iter().try_for_each(|licence| copy(licence, &format!("pkg/{licence}")))
}

/// The page takes the package as a portal does: the entry with a rulebook's words.
fn copy_page() -> Result<()> {
    copy("pkg/dist/full.js", "www/callcheck/full.js")
}

/// The page offers the worked examples that stand beside the rulebooks.
fn copy_examples() -> Result<()> {
    for entry in fs::read_dir(root("rulebooks/examples"))? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        copy(&format!("rulebooks/examples/{name}"), &format!("www/examples/{name}"))?;
    }
    Ok(())
}

/// Copies a file of the checkout.
fn copy(from: &str, to: &str) -> Result<()> {
    write(to, &fs::read(root(from)).with_context(|| format!("{from} cannot be read"))?)
}

/// Writes a file of the checkout, and its directory. Equal files are left alone, so that what is
/// made from them is not made again.
fn write(to: &str, content: &[u8]) -> Result<()> {
    let path = root(to);
    if fs::read(&path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
    fs::write(&path, content).with_context(|| format!("{to} cannot be written"))
}
