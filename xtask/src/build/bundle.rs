//! One file for each form of each entry.

use anyhow::Result;

use super::entries::{ENTRIES, Entry, FORMS, Form};
use crate::checkout::root;
use crate::run::{command, run};

/// Makes the JavaScript in `pkg/dist`.
pub fn build() -> Result<()> {
    println!("Bundling the package");
    for entry in &ENTRIES {
        FORMS.iter().try_for_each(|form| bundle(entry, form))?;
    }
    Ok(())
}

/// The sources speak of `module` and `loading`; which ones these are, is said here. A module that
/// stays a file of its own is named by that file and left to the host. Names are kept, so that
/// `Rulebook` is still called so in a console.
fn bundle(entry: &Entry, form: &Form) -> Result<()> {
    let mut esbuild = command(root("pkg/node_modules/.bin/esbuild"), "pkg");
    esbuild.args([entry.source, "--bundle", "--minify", "--keep-names", "--platform=neutral"]);
    esbuild.args(["--target=es2022", "--log-level=warning", "--legal-comments=inline"]);
    esbuild.args(["--external:*.wasm", "--external:*.wasm?module", "--inject:src/text-coding.js"]);
    esbuild.arg(format!("--alias:module=./build/{}", entry.module.name));
    esbuild.arg(format!("--alias:loading=./src/loading/{}.js", form.loading));
    run(esbuild.arg(format!("--format={}", form.format)).arg(format!("--outfile=dist/{}.{}", entry.name, form.suffix)))
}
