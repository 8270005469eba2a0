//! How a case ended.

use super::differences::Difference;

/// How one case ended.
#[derive(Debug)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// Where its report is not as expected.
    pub differences: Vec<Difference>,
}

impl Outcome {
    /// Whether it is not as expected.
    pub fn differs(&self) -> bool {
        !self.differences.is_empty()
    }
}
