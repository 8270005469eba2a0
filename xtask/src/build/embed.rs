//! What the package's sources import: the module as text, and the ids of the embedded rulebooks.

use std::fs;

use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use zopfli::{Format, Options};

use super::write;
use crate::checkout::root;
use crate::needs::is_newer;

/// Makes `pkg/build/module.js` and `pkg/build/ids.js`.
pub fn build() -> Result<()> {
    write("pkg/build/ids.js", ids().as_bytes())?;
    let module = root("pkg/build/callcheck_bg.wasm");
    if is_newer(&root("pkg/build/module.js"), &module) {
        return Ok(());
    }
    write("pkg/build/module.js", text(&fs::read(module)?)?.as_bytes())
}

fn ids() -> String {
    let ids: Vec<&str> = callcheck::embedded::ids().collect();
    format!("export const ids = {};\n", json!(ids))
}

/// The module as text: deflated, since not every server compresses, and in base64.
fn text(module: &[u8]) -> Result<String> {
    let mut deflated = Vec::new();
    zopfli::compress(Options::default(), Format::Deflate, module, &mut deflated)?;
    let text = STANDARD.encode(deflated);
    Ok(format!("export const size = {};\nexport const deflated = \"{text}\";\n", module.len()))
}
