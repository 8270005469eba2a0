//! Panics without a message.
//!
//! Where the module runs, a panic has nowhere to print: its message is put together, thrown away,
//! and then the module traps. Making it trap at once changes nothing that could be seen, and leaves
//! out what only puts messages together: about a twentieth of the module.

use walrus::{FunctionKind, LocalFunction, Module};

/// The functions of the standard library that end in a panic, by how their paths begin.
const PANICKING: [&str; 9] = [
    "core::panicking::",
    "core::cell::panic_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
];

/// Makes every function that prepares a panic trap instead.
pub fn trap_at_once(module: &mut Module) {
    for function in module
        .funcs
        .iter_mut()
        .filter(|function| prepares_panic(function.name.as_deref()))
    {
        if let FunctionKind::Local(local) = &mut function.kind {
            trap(local);
        }
    }
}

fn prepares_panic(name: Option<&str>) -> bool {
    let path = without_hashes(name.unwrap_or_default());
    PANICKING
        .iter()
        .any(|beginning| path.starts_with(beginning))
}

/// `core::panicking::panic` of `core[c5930c85a12de822]::panicking::panic`.
fn without_hashes(name: &str) -> String {
    name.split('[')
        .map(|part| part.split_once(']').map_or(part, |(_hash, rest)| rest))
        .collect()
}

fn trap(function: &mut LocalFunction) {
    let body = function.entry_block();
    function.block_mut(body).instrs.clear();
    function.builder_mut().func_body().unreachable();
}
