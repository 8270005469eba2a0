//! The few styles. Colour repeats what a word and a mark say; it never says anything alone.

use anstyle::{AnsiColor, Style};

/// What matters most on its line.
pub const STRONG: Style = Style::new().bold();
/// What is there to look up: pointers, ids, sources.
pub const QUIET: Style = Style::new().dimmed();
/// What is broken.
pub const BROKEN: Style = AnsiColor::Red.on_default().bold();
/// What may be better.
pub const ADVICE: Style = AnsiColor::Yellow.on_default().bold();
/// What is kept.
pub const KEPT: Style = AnsiColor::Green.on_default().bold();
/// What is open or missing.
pub const OPEN: Style = AnsiColor::Cyan.on_default().bold();
/// What is good to know.
pub const NOTICE: Style = AnsiColor::Blue.on_default().bold();
