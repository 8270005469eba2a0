//! What the page's service worker keeps: every file of the page, and a version made of their content.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::write;
use crate::checkout::root;

/// The directories whose files make up the page; `index.html` stands beside them.
const DIRECTORIES: [&str; 5] = ["callcheck", "css", "examples", "img", "js"];

/// Makes `www/offline.js`. The browser compares it at each visit: another version is another text.
pub fn build() -> Result<()> {
    let www = root("www");
    let mut files = vec!["index.html".to_owned()];
    for directory in DIRECTORIES {
        files.extend(files_in(&www, directory)?);
    }
    files.sort();
    let mut digest = Sha256::new();
    for file in &files {
        digest.update(file);
        digest.update(fs::read(www.join(file)).with_context(|| format!("{file} cannot be read"))?);
    }
    let version = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    // The address of the page itself has no name of a file.
    let addresses: Vec<String> =
        files.iter().map(|file| format!("./{}", if file == "index.html" { "" } else { file })).collect();
    let text = format!("self.offline = {};\n", json!({ "version": version, "files": addresses }));
    write("www/offline.js", text.as_bytes())
}

fn files_in(www: &Path, directory: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(www.join(directory)).with_context(|| format!("www/{directory} cannot be read"))?;
    entries.map(|entry| Ok(format!("{directory}/{}", entry?.file_name().to_string_lossy()))).collect()
}
