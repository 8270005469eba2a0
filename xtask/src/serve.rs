//! A small server of static files, on this machine only.

use std::path::Path;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// What the page asks of its server: nothing from elsewhere, and WebAssembly.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// The port that is tried first, so that a reloaded page is found again.
const PORT: u16 = 8080;

/// Answers with the files of a directory until the process ends; `ready` is told the port.
pub fn files(directory: &Path, ready: impl FnOnce(u16)) -> Result<()> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = listen().await.context("no server")?;
        ready(listener.local_addr()?.port());
        axum::serve(listener, router(directory)).await.context("the server stopped")
    })
}

/// On 127.0.0.1, at any free port if the usual one is taken.
async fn listen() -> std::io::Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", PORT)).await {
        Ok(listener) => Ok(listener),
        Err(_) => TcpListener::bind(("127.0.0.1", 0)).await,
    }
}

fn router(directory: &Path) -> Router {
    Router::new()
        .fallback_service(ServeDir::new(directory))
        .layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)))
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache")))
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::{POLICY, files};
    use crate::checkout::root;

    /// The page brings it along, for servers that say nothing of the kind.
    #[test]
    fn the_policy_is_the_pages_own() {
        let page = std::fs::read_to_string(root("www/index.html")).expect("the page");
        assert!(page.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"")));
    }

    /// A browser opens several at once and keeps them; none may wait for another to be closed.
    #[test]
    fn all_connections_are_answered_while_all_are_open() {
        let (sender, receiver) = channel();
        std::thread::spawn(move || files(&root("www"), |port| sender.send(port).expect("the test waits")));
        let port = receiver.recv().expect("a port");
        let open = |_| {
            let mut connection = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
            connection.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
            connection.set_read_timeout(Some(Duration::from_secs(60))).expect("a time-out");
            connection
        };
        for mut connection in (0..16).map(open).collect::<Vec<_>>() {
            let mut status = [0; 12];
            connection.read_exact(&mut status).expect("an answer");
            assert_eq!(&status, b"HTTP/1.1 200");
        }
    }
}
