//! The command `callcheck`.
fn main() {}
