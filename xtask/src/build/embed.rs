//! What the package's sources import: a module as text or by its file's name, and the ids of the
//! embedded rulebooks.

use std::fs;

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use zopfli::{Format, Options};

use super::entries::{MODULES, Module};
use super::write;
use crate::checkout::root;
use crate::needs::is_newer;

/// Makes `pkg/build/ids.js` and, in each module's directory, `text.js`, `address.js`, `imported.js`
/// and `queried.js`.
pub fn build() -> Result<()> {
    write("pkg/build/ids.js", ids().as_bytes())?;
    for module in MODULES {
        embed(module)?;
        name(module)?;
    }
    Ok(())
}

fn ids() -> String {
    let ids: Vec<&str> = callcheck::embedded::ids().collect();
    format!("export const ids = {};\n", json!(ids))
}

fn embed(Module { name, .. }: &Module) -> Result<()> {
    let compiled = root(&format!("pkg/build/{name}/module.wasm"));
    let embedded = format!("pkg/build/{name}/text.js");
    if is_newer(&root(&embedded), &compiled) {
        return Ok(());
    }
    write(&embedded, text(&fs::read(compiled)?)?.as_bytes())
}

/// The module as text: deflated, since not every server compresses, and in base64.
fn text(module: &[u8]) -> Result<String> {
    let mut deflated = Vec::new();
    zopfli::compress(Options::default(), Format::Deflate, module, &mut deflated)?;
    let text = STANDARD.encode(deflated);
    Ok(format!("export const size = {};\nexport const deflated = \"{text}\";\n", module.len()))
}

/// Bundlers look for exactly this wording, with the name in it, so no source can have it as a variable.
/// In a bundle that is no ES module, `import.meta` is empty: there the module lies beside the script.
fn name(Module { name, .. }: &Module) -> Result<()> {
    let address = format!(
        "const script = globalThis.document?.currentScript?.src || globalThis.location?.href;\n\
        export const address = () =>\n  \
          import.meta.url ? new URL(\"./{name}.wasm\", import.meta.url) : new URL(\"{name}.wasm\", script);\n"
    );
    write(&format!("pkg/build/{name}/address.js"), address.as_bytes())?;
    for (way, query) in [("imported", ""), ("queried", "?module")] {
        let import = format!("export {{ default as module }} from \"./{name}.wasm{query}\";\n");
        write(&format!("pkg/build/{name}/{way}.js"), import.as_bytes())?;
    }
    Ok(())
}
