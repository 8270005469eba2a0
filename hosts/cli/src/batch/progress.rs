//! How far the batch is, shown on standard error where that is a terminal.

use std::io::{self, IsTerminal};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

/// A bar where the size of the input is known, else a counter.
pub struct Progress {
    bar: ProgressBar,
    /// Whether the output goes to a terminal too, where the bar has to make room for it.
    shares_terminal: bool,
}

impl Progress {
    /// Shows that nothing is judged yet.
    pub fn new(size: Option<u64>) -> Progress {
        let (bar, template) = match size {
            Some(size) => (ProgressBar::new(size), "{bar:30} {percent:>3} %  {msg}  {elapsed}, {eta} left"),
            None => (ProgressBar::new_spinner(), "{spinner} {msg}  {elapsed}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Progress { bar, shares_terminal: io::stdout().is_terminal() }
    }

    /// Shows how much was read, and what became of it.
    pub fn show(&self, bytes: u64, judged: u64, unreadable: u64) {
        self.bar.set_message(match unreadable {
            0 => format!("{} judged", HumanCount(judged)),
            _ => format!("{} judged, {} unreadable", HumanCount(judged), HumanCount(unreadable)),
        });
        self.bar.set_position(bytes);
    }

    /// Writes output without tearing the bar.
    pub fn around<T>(&self, write: impl FnOnce() -> T) -> T {
        if self.shares_terminal { self.bar.suspend(write) } else { write() }
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
