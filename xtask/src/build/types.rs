//! The hand-written types, once for each module system.

use std::fs;

use anyhow::Result;

use super::write;
use crate::checkout::root;

/// Makes `pkg/dist/types`: the `.d.ts` as they are, and again as `.d.cts`, since TypeScript takes
/// the one for ES modules only.
pub fn copy() -> Result<()> {
    for file in fs::read_dir(root("pkg/types"))? {
        let path = file?.path();
        let (name, text) = (path.with_extension("").with_extension(""), fs::read_to_string(path)?);
        let name = name.file_name().unwrap_or_default().to_string_lossy();
        write(&format!("pkg/dist/types/{name}.d.ts"), text.as_bytes())?;
        write(&format!("pkg/dist/types/{name}.d.cts"), for_require(&text).as_bytes())?;
    }
    Ok(())
}

/// The same types, naming each other as CommonJS modules do.
fn for_require(text: &str) -> String {
    text.replace(".js\"", ".cjs\"")
}
