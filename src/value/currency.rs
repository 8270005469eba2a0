//! Currencies.

use std::fmt;

use serde::Serialize;

use super::currency_units::UNITS;

/// A currency that has a minor unit, by its ISO 4217 code.
///
/// ```
/// let euro = callcheck::Currency::from_code("EUR").ok_or("no such currency")?;
/// assert_eq!(euro.decimals(), 2);
/// assert_eq!(callcheck::Currency::from_code("XAU"), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(u8);

impl Currency {
    /// The currency of that code; `None` where the format's list has none.
    pub fn from_code(code: &str) -> Option<Currency> {
        let index = UNITS.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
        u8::try_from(index).ok().map(Currency)
    }

    /// What an unreadable currency of a rulebook counts as while the rest of it is read.
    pub(crate) fn two_decimals() -> Currency {
        Currency::from_code("EUR").unwrap_or(Currency(0))
    }

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        self.entry().0
    }

    /// The minor unit: how many decimals an amount has.
    pub fn decimals(self) -> usize {
        usize::from(self.entry().1)
    }

    fn entry(self) -> (&'static str, u8) {
        UNITS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::UNITS;

    #[test]
    fn the_table_is_the_formats_list() {
        let listed: Vec<String> = include_str!("../../tests/data/currencies.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(str::to_owned)
            .collect();
        let mut known: Vec<String> = UNITS.iter().map(|(code, decimals)| format!("{code}\t{decimals}")).collect();
        known.sort();
        let mut listed_sorted = listed;
        listed_sorted.sort();
        assert_eq!(known, listed_sorted);
    }

    #[test]
    fn it_is_sorted_for_the_search() {
        assert!(UNITS.is_sorted() && UNITS.len() <= 256);
    }
}
