//! JSON text: read strictly, and written.

mod reader;
mod tree;
mod writer;

pub(crate) use self::reader::{Reader, Scalar};
pub(crate) use self::tree::{Json, Member, Tree};
pub(crate) use self::writer::written;

/// A text that is no JSON, or none that can be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}, at byte {offset}")]
pub struct JsonError {
    /// The byte where what does not belong there begins; of a text that ends too early its last character does.
    pub offset: usize,
    /// How many bytes it has.
    pub length: usize,
    /// Whether it may well be JSON, and is beyond what can be read.
    pub is_beyond: bool,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl JsonError {
    /// Why a text cannot be read as JSON; `None` where it can.
    ///
    /// ```
    /// let error = callcheck::JsonError::of("{ \"months\": 18, }").ok_or("it is JSON")?;
    /// assert_eq!((error.offset, error.length), (16, 1));
    /// assert_eq!(error.message, "a comma stands behind the last item: take it out");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn of(text: &str) -> Option<JsonError> {
        Reader::new(text).whole(Reader::skip_value).err()
    }
}
