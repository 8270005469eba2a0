//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout, or something in it.
pub fn root(path: &str) -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).join(path)
}

/// Something in cargo's target directory.
pub fn target(path: &str) -> PathBuf {
    let directory = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root("target"), |set| root("").join(set));
    directory.join(path)
}
