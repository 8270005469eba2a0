//! Countries.

use std::fmt;

use serde::Serialize;

use super::country_names::NAMES;

/// A country, by its ISO 3166-1 alpha-2 code; `XK` is Kosovo.
///
/// `EL` and `UK`, as the European Union writes them, are read as `GR` and `GB`.
///
/// ```
/// let greece = callcheck::Country::from_code("EL").ok_or("no such country")?;
/// assert_eq!((greece.code(), greece.name()), ("GR", "Greece"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(u8);

impl Country {
    /// The country of that code, in capitals; `None` where there is none.
    pub fn from_code(code: &str) -> Option<Country> {
        let code = match code {
            "EL" => "GR",
            "UK" => "GB",
            other => other,
        };
        let letters = letters(code)?;
        let index = NAMES.binary_search_by_key(&Some(letters), |(known, _)| self::letters(known)).ok()?;
        u8::try_from(index).ok().map(Country)
    }

    /// The ISO 3166-1 alpha-2 code.
    pub fn code(self) -> &'static str {
        self.entry().0
    }

    /// The English name as it stands in a sentence: `Greece`, `the Netherlands`.
    pub fn name(self) -> &'static str {
        self.entry().1
    }

    /// The English short name: `Greece`, `Netherlands`.
    pub fn short_name(self) -> &'static str {
        self.name().strip_prefix("the ").unwrap_or(self.name())
    }

    fn entry(self) -> (&'static str, &'static str) {
        NAMES.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// Two letters as one number that sorts as they do: a country is looked up for every partner.
fn letters(code: &str) -> Option<u16> {
    <[u8; 2]>::try_from(code.as_bytes()).ok().map(u16::from_be_bytes)
}

impl fmt::Display for Country {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

impl Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{Country, NAMES};

    #[test]
    fn it_is_sorted_for_the_search() {
        assert!(NAMES.is_sorted());
        assert_eq!(NAMES.len(), 250, "the 249 of ISO 3166-1 and XK");
    }

    #[test]
    fn a_name_has_its_article_in_a_sentence_alone() {
        let names = |code| Country::from_code(code).map(|country| (country.name(), country.short_name()));
        assert_eq!(names("NL"), Some(("the Netherlands", "Netherlands")));
        assert_eq!(names("UK"), Some(("the United Kingdom", "United Kingdom")));
        assert_eq!(names("DE"), Some(("Germany", "Germany")));
    }
}
