//! The WebAssembly module and the JavaScript that speaks to it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::checkout::{root, target};
use crate::needs::is_newer;
use crate::run::{cargo, command, run};

const COMPILED: &str = "wasm32-unknown-unknown/wasm/callcheck_js.wasm";

/// What the compiler may use, so that wasm-opt may use it, too: every browser since 2021 has it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes `pkg/build/callcheck_bg.js` and `pkg/build/callcheck_bg.wasm`.
pub fn build() -> Result<()> {
    compile()?;
    let compiled = target(COMPILED);
    if is_newer(&root("pkg/build/callcheck_bg.wasm"), &compiled) {
        return Ok(());
    }
    let bound = target("bindgen");
    bind(&compiled, &bound)?;
    fs::create_dir_all(root("pkg/build"))?;
    fs::copy(bound.join("callcheck_bg.js"), root("pkg/build/callcheck_bg.js"))?;
    shrink(&bound.join("callcheck_bg.wasm"))
}

fn compile() -> Result<()> {
    println!("Compiling the core to WebAssembly");
    let mut compile =
        cargo(&["build", "--package", "callcheck-js", "--target", "wasm32-unknown-unknown", "--profile", "wasm"]);
    run(compile.env("CARGO_ENCODED_RUSTFLAGS", shortened_paths()))
}

/// Keeps the builder's own directories out of the module.
fn shortened_paths() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let shorten = |directory: &str, name| format!("--remap-path-prefix={directory}={name}");
    let checkout = shorten(&root("").to_string_lossy(), "callcheck/");
    let crates = home.map(|home| shorten(&home, "cargo"));
    [Ok(checkout), crates].into_iter().flatten().collect::<Vec<_>>().join("\u{1f}")
}

fn bind(module: &Path, into: &Path) -> Result<()> {
    println!("Binding it to JavaScript");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("callcheck").bundler(true)?.typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(into).context("wasm-bindgen could not bind the module")
}

fn shrink(module: &Path) -> Result<()> {
    println!("Shrinking the module");
    let small = module.with_extension("small.wasm");
    let mut optimise = command(root("pkg/node_modules/.bin/wasm-opt"), "pkg");
    run(optimise.args(["-Oz", "--strip-debug"]).args(FEATURES).arg(module).arg("-o").arg(&small))?;
    ensure!(fs::metadata(&small)?.len() > 0, "wasm-opt wrote nothing");
    fs::copy(&small, root("pkg/build/callcheck_bg.wasm"))?;
    Ok(())
}
