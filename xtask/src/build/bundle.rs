//! One self-contained file for `import`, one for `require`.

use anyhow::Result;

use crate::checkout::root;
use crate::run::{command, run};

/// Makes `pkg/dist/index.js` and `pkg/dist/index.cjs`.
pub fn build() -> Result<()> {
    println!("Bundling the package");
    bundle("esm", "dist/index.js")?;
    bundle("cjs", "dist/index.cjs")
}

/// Names are kept, so that `Rulebook` is still called so in a console.
fn bundle(format: &str, file: &str) -> Result<()> {
    let mut esbuild = command(root("pkg/node_modules/.bin/esbuild"), "pkg");
    esbuild.args(["src/index.js", "--bundle", "--minify", "--keep-names", "--platform=neutral"]);
    esbuild.args(["--target=es2022", "--log-level=warning", "--legal-comments=inline"]);
    run(esbuild.arg(format!("--format={format}")).arg(format!("--outfile={file}")))
}
