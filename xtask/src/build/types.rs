//! The hand-written types, once for each module system.

use std::fs;

use anyhow::Result;

use super::write;
use crate::checkout::root;

/// Makes `pkg/dist/types`: the `.d.ts` as they are, and again as `.d.cts`, since TypeScript takes
/// the one for ES modules only.
pub fn copy() -> Result<()> {
    for name in ["index", "report", "rulebook", "proposal"] {
        let text = fs::read_to_string(root(&format!("pkg/types/{name}.d.ts")))?;
        write(&format!("pkg/dist/types/{name}.d.ts"), text.as_bytes())?;
        write(&format!("pkg/dist/types/{name}.d.cts"), for_require(&text).as_bytes())?;
    }
    Ok(())
}

/// The same types, naming each other as CommonJS modules do.
fn for_require(text: &str) -> String {
    text.replace(".js\"", ".cjs\"")
}
