//! What was read.

/// A text that was read, and the name it goes by.
#[derive(Debug, Clone)]
pub struct Text {
    /// The name.
    pub name: String,
    /// The text.
    pub content: String,
}
