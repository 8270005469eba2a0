//! Regions by ISO 3166-2 or NUTS, and areas: a country or a region.

use super::Country;

/// A region; only its shape and its country are checked, no list of regions is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) country: Country,
    /// What stands behind the country, without the hyphen.
    subdivision: String,
    pub(crate) is_nuts: bool,
}

impl Region {
    /// `DE-BB` (ISO 3166-2) or `DE40` (NUTS).
    pub(crate) fn from_code(code: &str) -> Option<Region> {
        let (prefix, rest) = code.split_at_checked(2)?;
        let (is_nuts, subdivision) = match rest.strip_prefix('-') {
            Some(subdivision) => (false, subdivision),
            None => (true, rest),
        };
        let country = Country::from_code(prefix)?;
        let sound = (1..=3).contains(&subdivision.len())
            && subdivision.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        sound.then(|| Region { country, subdivision: subdivision.to_owned(), is_nuts })
    }

    /// The code, its country by ISO 3166-1 also where the European Union writes another.
    pub(crate) fn code(&self) -> String {
        format!("{}{}{}", self.country, if self.is_nuts { "" } else { "-" }, self.subdivision)
    }

    /// Whether a partner of region `self` is in `area`; `None` where `self` is too coarse to tell.
    pub(crate) fn lies_in(&self, area: &Region) -> Option<bool> {
        if self.country != area.country {
            return Some(false);
        }
        match (self.is_nuts, area.is_nuts) {
            (false, false) => Some(self.subdivision == area.subdivision),
            (true, true) if self.subdivision.starts_with(&area.subdivision) => Some(true),
            (true, true) if area.subdivision.starts_with(&self.subdivision) => None,
            (true, true) => Some(false),
            _ => None,
        }
    }
}

/// What a filter on `country` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Area {
    Country(Country),
    Region(Region),
}

impl Area {
    pub(crate) fn from_code(code: &str) -> Option<Area> {
        Country::from_code(code).map(Area::Country).or_else(|| Region::from_code(code).map(Area::Region))
    }

    #[cfg(feature = "sheet")]
    pub(crate) fn country(&self) -> Country {
        match self {
            Area::Country(country) => *country,
            Area::Region(region) => region.country,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Region;

    fn lies_in(code: &str, area: &str) -> Option<bool> {
        Region::from_code(code)?.lies_in(&Region::from_code(area)?)
    }

    #[test]
    fn nuts_codes_are_compared_by_their_beginning_iso_codes_whole() {
        assert_eq!(lies_in("DE40", "DE4"), Some(true));
        assert_eq!(lies_in("DE4", "DE40"), None, "only a beginning of the one asked for");
        assert_eq!(lies_in("DE2", "DE40"), Some(false));
        assert_eq!(lies_in("ES-C", "ES-CT"), Some(false));
        assert_eq!(lies_in("DE-BB", "DE4"), None, "of the other kind");
        assert_eq!(lies_in("EL30", "GR3"), Some(true));
        assert_eq!(lies_in("FR1", "DE4"), Some(false));
    }

    #[test]
    fn only_the_shape_is_checked() {
        for code in ["DE", "DE-", "DE-BBBB", "DE4021", "DE-b", "de40", "XX-1", "DÉ1", ""] {
            assert_eq!(Region::from_code(code), None, "{code}");
        }
    }
}
