//! JSON text: read strictly, and written.

mod reader;
mod tree;
mod writer;

pub(crate) use self::reader::{Reader, Scalar};
pub(crate) use self::tree::{Json, Member, Tree};
pub(crate) use self::writer::written;

/// A text that is no JSON, or none that can be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}, at byte {offset}", self.sentence())]
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
    /// What is wrong, without the place.
    pub(crate) fn sentence(&self) -> String {
        let what_it_is = if self.is_beyond { "this cannot be read" } else { "this is no JSON" };
        format!("{what_it_is}: {}", self.message)
    }

    /// Why a text cannot be read as JSON; `None` where it can.
    ///
    /// ```
    /// let error = callcheck::JsonError::of("{ \"months\": 18, }").ok_or("it is JSON")?;
    /// assert_eq!((error.offset, error.length), (16, 1));
    /// assert_eq!(error.message, "a comma stands behind the last item: take it out");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn of(text: &str) -> Option<JsonError> {
        Reader::new(text).whole(Reader::pass_value).err()
    }
}

#[cfg(test)]
mod tests {
    use super::JsonError;

    #[test]
    fn what_is_beyond_reading_is_not_called_no_json() {
        let told = |text: &str| JsonError::of(text).map(|error| error.to_string());
        assert_eq!(told("[1e999]").as_deref(), Some("this cannot be read: the number is out of range, at byte 1"));
        assert_eq!(told("[1e]").as_deref(), Some("this is no JSON: expected a digit, at byte 3"));
        assert_eq!(told("[1e9]"), None);
    }
}
