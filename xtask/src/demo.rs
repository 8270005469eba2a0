//! The page, on this machine.

use anyhow::{Context, Result};

use crate::build;
use crate::checkout::root;
use crate::serve;

/// Builds what is missing, then serves the page until it is stopped.
pub fn show() -> Result<()> {
    build::everything()?;
    let server = serve::listen()?;
    let address = server.server_addr().to_ip().context("the server has no address")?;
    println!("\nThe page is at http://{address}/ (stop with Ctrl-C)");
    serve::files(&server, &root("www"));
    Ok(())
}
