//! Counts with their nouns.

use callcheck::report::grouped;

/// `1 month`, `2 months`: a count and its noun, which takes an s.
pub fn counted(count: i128, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{} {noun}{s}", grouped(&count.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stands_without_an_s() {
        assert_eq!([counted(1, "month"), counted(1200, "month")], ["1 month", "1,200 months"]);
    }
}
