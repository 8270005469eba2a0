//! The WebAssembly module and the JavaScript that speaks to it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::entries::Module;
use crate::checkout::{root, target};
use crate::needs::is_newer;
use crate::run::{cargo, command, run};

/// What the compiler may use, so that wasm-opt may use it, too: every browser since 2021 has it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes `glue.js` and `module.wasm` in the module's directory in `pkg/build`.
pub fn build(module: &Module) -> Result<()> {
    compile(module)?;
    let file = module.package.replace('-', "_");
    let compiled = target(&format!("wasm32-unknown-unknown/{}/{file}.wasm", module.profile));
    let made = root(&format!("pkg/build/{}/module.wasm", module.name));
    if is_newer(&made, &compiled) {
        return Ok(());
    }
    let bound = target(&format!("bindgen/{}", module.name));
    bind(&compiled, &bound)?;
    fs::create_dir_all(made.parent().unwrap_or(Path::new("")))?;
    fs::copy(bound.join("module_bg.js"), made.with_file_name("glue.js"))?;
    optimise(&bound.join("module_bg.wasm"), &made)
}

fn compile(Module { name, package, features, profile }: &Module) -> Result<()> {
    println!("Compiling {name} to WebAssembly");
    let mut compile =
        cargo(&["build", "--package", package, "--target", "wasm32-unknown-unknown", "--profile", profile]);
    compile.args(["--no-default-features", "--features", features]);
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
    bindgen.input_path(module).out_name("module").bundler(true)?.typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(into).context("wasm-bindgen could not bind the module")
}

fn optimise(module: &Path, into: &Path) -> Result<()> {
    println!("Optimising the module");
    let optimised = module.with_extension("optimised.wasm");
    let mut wasm_opt = command(root("pkg/node_modules/.bin/wasm-opt"), "pkg");
    run(wasm_opt.args(["-O3", "--strip-debug"]).args(FEATURES).arg(module).arg("-o").arg(&optimised))?;
    ensure!(fs::metadata(&optimised)?.len() > 0, "wasm-opt wrote nothing");
    fs::copy(&optimised, into)?;
    Ok(())
}
