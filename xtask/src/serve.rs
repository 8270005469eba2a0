//! A small server of static files, on this machine only.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

/// What the page asks of its server: nothing from elsewhere, and WebAssembly.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// The port that is tried first, so that a reloaded page is found again.
const PORT: u16 = 8080;

/// A server on 127.0.0.1, at any free port if the usual one is taken.
pub fn listen() -> Result<Server> {
    let at = |port: u16| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("no server: {error}"));
    at(PORT).or_else(|_| at(0))
}

/// Answers with the files of a directory until the process ends.
pub fn files(server: &Server, directory: &Path) {
    for request in server.incoming_requests() {
        // Who goes away before the answer needs none.
        let _gone = answer(request, directory);
    }
}

fn answer(request: Request, directory: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some(path) = file_for(request.url(), directory) else {
        return request.respond(Response::empty(404));
    };
    match File::open(&path) {
        Ok(file) => request.respond(headers(&path).into_iter().fold(Response::from_file(file), Response::with_header)),
        Err(error) if error.kind() == ErrorKind::NotFound => request.respond(Response::empty(404)),
        Err(_) => request.respond(Response::empty(403)),
    }
}

/// The file that an address means; none where it leads out of the directory.
fn file_for(url: &str, directory: &Path) -> Option<PathBuf> {
    let address = url.split(['?', '#']).next()?.trim_start_matches('/');
    let relative = Path::new(address);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let path = directory.join(relative);
    inside.then(|| if path.is_dir() { path.join("index.html") } else { path })
}

fn headers(path: &Path) -> Vec<Header> {
    let fields =
        [("Content-Type", media_type(path)), ("Content-Security-Policy", POLICY), ("Cache-Control", "no-cache")];
    fields.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok()).collect()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
