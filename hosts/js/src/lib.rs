//! The WebAssembly edge of callcheck.
