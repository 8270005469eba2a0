//! What the package is made of: its modules of WebAssembly, its entries, and the forms of each.

/// A module of WebAssembly: a crate, compiled and bound to JavaScript.
pub struct Module {
    /// What its file is called, in `pkg/dist` and among the package's exports.
    pub name: &'static str,
    /// The crate that it is compiled from.
    pub package: &'static str,
    /// The crate's features that are in it, by commas: one crate may make several modules.
    pub features: &'static str,
    /// The profile of `Cargo.toml`; each module has its own, and so its own file.
    pub profile: &'static str,
}

/// What a portal imports: sources over one module.
pub struct Entry {
    /// What its files and its types are called.
    pub name: &'static str,
    /// What it exports.
    pub source: &'static str,
    /// The module that answers it.
    pub module: &'static Module,
}

/// How one kind of host wants an entry.
pub struct Form {
    /// What its files end in.
    pub suffix: &'static str,
    /// The module system.
    pub format: &'static str,
    /// Where it has its module from: a file of `pkg/src/loading`.
    pub loading: &'static str,
}

/// Judging, and what it needs: small, since it is loaded with a form.
pub const CORE: Module = Module { name: "callcheck", package: "callcheck-js", features: "", profile: "wasm" };

/// Everything.
pub const FULL: Module = Module { name: "full", package: "callcheck-js", features: "full", profile: "wasm-full" };

/// Every module that is compiled.
pub const MODULES: [&Module; 2] = [&CORE, &FULL];

/// Every entry; each is one row here, and one block of `exports` in `pkg/package.json`.
pub const ENTRIES: [Entry; 2] = [
    Entry { name: "index", source: "src/index.js", module: &CORE },
    Entry { name: "full", source: "src/full.js", module: &FULL },
];

/// Every form of an entry. The first is the one that every host understands that has ES modules.
pub const FORMS: [Form; 5] = [
    Form { suffix: "js", format: "esm", loading: "inlined" },
    Form { suffix: "cjs", format: "cjs", loading: "inlined" },
    Form { suffix: "slim.js", format: "esm", loading: "fetched" },
    Form { suffix: "workerd.js", format: "esm", loading: "imported" },
    Form { suffix: "edge-light.js", format: "esm", loading: "queried" },
];
