//! How a case ended.

use super::differences::Difference;

/// How one case ended.
#[derive(Debug)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// Whether it would accept every report.
    pub expects_nothing: bool,
    /// Where its report is not as expected.
    pub differences: Vec<Difference>,
}

impl Outcome {
    /// A case that would accept every report.
    pub fn expects_nothing(name: &str) -> Outcome {
        Outcome { name: name.to_owned(), expects_nothing: true, differences: Vec::new() }
    }

    /// A case whose report differs here from what it expects.
    pub fn judged(name: &str, differences: Vec<Difference>) -> Outcome {
        Outcome { name: name.to_owned(), expects_nothing: false, differences }
    }

    /// Whether it is not as expected.
    pub fn differs(&self) -> bool {
        self.expects_nothing || !self.differences.is_empty()
    }
}
