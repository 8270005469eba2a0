//! The page, on this machine.

use anyhow::Result;

use crate::build;
use crate::checkout::root;
use crate::serve;

/// Builds what is missing, then serves the page until it is stopped.
pub fn show() -> Result<()> {
    build::everything()?;
    serve::files(&root("www"), |port| println!("\nThe page is at http://127.0.0.1:{port}/ (stop with Ctrl-C)"))
}
