//! The digest of a rulebook: SHA-256 of its RFC 8785 form.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// `sha256:` and 64 hexadecimal digits.
pub(super) fn digest(rulebook: &serde_json::Value) -> String {
    // Canonicalizing fails only on numbers that JSON cannot say, and these were read from JSON.
    let canonical = serde_json_canonicalizer::to_vec(rulebook).unwrap_or_default();
    let mut text = "sha256:".to_owned();
    for byte in Sha256::digest(canonical) {
        let written = write!(text, "{byte:02x}");
        debug_assert!(written.is_ok(), "a string takes what is written to it");
    }
    text
}
