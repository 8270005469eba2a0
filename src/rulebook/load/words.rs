//! How problems speak of what the author wrote: short, safe to show, and with what was probably meant.

use super::at::At;
use crate::json::Json;
use crate::value::{Country, Currency};

/// The most letters that are shown of a text, and that are compared with what could be meant.
const LONGEST: usize = 40;
/// The most names that are listed.
pub(super) const MOST: usize = 16;
/// What a day is written as.
pub(super) const DAY: &str = "write a day that exists as YYYY-MM-DD, such as \"2015-05-31\"";
/// What a currency is written as.
pub(super) const CURRENCY: &str = "write the ISO 4217 code of one that has a minor unit, such as \"EUR\"";

/// A name as its author writes it.
pub(crate) fn named(name: &str) -> String {
    match name {
        "" => "\"\"".to_owned(),
        _ => format!("`{}`", shortened(name)),
    }
}

/// What stands there in this text; a number as it is written, which may be more than is read of it.
pub(super) fn found(at: &At<'_>, text: &str) -> String {
    match &at.tree.json {
        Json::Text(text) => serde_json::Value::String(shortened(text)).to_string(),
        Json::List(items) if items.is_empty() => "an empty list".to_owned(),
        Json::List(_) => "a list".to_owned(),
        Json::Object(members) if members.is_empty() => "an empty object".to_owned(),
        Json::Object(_) => "an object".to_owned(),
        Json::Number(_) => shortened(text.get(at.tree.span.clone()).unwrap_or_default()),
        Json::Null | Json::Boolean(_) => at.tree.canonical(),
    }
}

pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// `` `error` or `advice` ``, `` `a`, `b` and `c` ``; of many the first.
pub(super) fn listed(names: &[&str], joint: &str) -> String {
    let shown: Vec<String> = names.iter().take(MOST).map(|name| named(name)).collect();
    match shown.split_last() {
        Some(_) if names.len() > MOST => format!("{} …", shown.join(", ")),
        Some((last, rest)) if !rest.is_empty() => format!("{} {joint} {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => "none".to_owned(),
    }
}

/// A name that is none of those that may stand there: which was probably meant, or which there are.
pub(super) fn unknown(what: &str, name: &str, names: &[&str], there_are: &str) -> String {
    unknown_beside(nearest(name, names), what, name, names, there_are)
}

/// The same where what was probably meant has been looked for.
pub(super) fn unknown_beside(meant: Option<&str>, what: &str, name: &str, names: &[&str], there_are: &str) -> String {
    let hint = match meant {
        Some(_) => did_you_mean(meant),
        None => format!("; {there_are} {}", listed(names, "and")),
    };
    format!("unknown {what} {}{hint}", named(name))
}

pub(super) fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; did you mean {}?", named(meant)))
}

/// The name that is the least away from what was written.
pub(crate) fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    let written = lower(written)?;
    let close = names.iter().filter_map(|name| distance(&written, &lower(name)?).map(|distance| (distance, *name)));
    close.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// In small letters; nothing of a text so long that it is no name: to compare it would take long.
/// Of ASCII alone: the tables for all other letters would weigh more in a page than they help.
fn lower(text: &str) -> Option<String> {
    (text.chars().nth(LONGEST).is_none()).then(|| text.to_ascii_lowercase())
}

/// How far apart two names are; none where neither can be meant by the other.
fn distance(written: &str, name: &str) -> Option<usize> {
    let changes = strsim::osa_distance(written, name);
    let (shorter, length) = (written.chars().count().min(name.chars().count()), name.chars().count());
    let is_slip = shorter >= 3 && changes <= 1.max(length.div_euclid(3)) && changes.saturating_mul(2) < length;
    // `minimum` for `min`, `countries` for `country`.
    let begins_alike = written.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    let is_inflected = begins_alike >= 3 && begins_alike.saturating_mul(3) >= shorter.saturating_mul(2);
    (changes == 0 || is_slip || is_inflected).then_some(changes)
}

/// The country that is meant by its name, or by its code in small letters.
pub(super) fn country_meant(written: &str) -> Option<&'static str> {
    let capitals = lower(written)?.to_ascii_uppercase();
    let codes = ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| String::from_iter([first, second])));
    let mut countries = codes.filter_map(|code| Country::from_code(&code));
    let by_name = |country: &Country| {
        let names = [country.code(), country.name(), country.short_name()];
        names.iter().any(|name| name.eq_ignore_ascii_case(&capitals))
    };
    countries.find(by_name).map(Country::code)
}

/// Crowns as people shorten them, of whom another country's code would be guessed, or none.
const CROWNS: [(&str, &str); 2] = [("NKR", "NOK"), ("SKR", "SEK")];

/// The currency that is meant: `eur`, `Euro`, `DKR`.
pub(super) fn currency_meant(written: &str) -> Option<&'static str> {
    let capitals = lower(written)?.to_ascii_uppercase();
    if let Some((_, crown)) = CROWNS.iter().find(|(short, _)| *short == capitals) {
        return Some(crown);
    }
    let first_three = capitals.get(..3)?;
    let of_the_country = || {
        let codes = ('A'..='Z').filter_map(|last| Some(format!("{}{last}", first_three.get(..2)?)));
        let mut currencies = codes.filter_map(|code| Currency::from_code(&code));
        // What begins with an X is of no country.
        let is_code = capitals.len() == 3 && !capitals.starts_with('X');
        currencies.next().filter(|_| currencies.next().is_none() && is_code)
    };
    Currency::from_code(first_three).or_else(of_the_country).map(Currency::code)
}

/// A code that is no currency's.
pub(crate) fn no_currency(code: &str) -> String {
    format!("{} is no currency: {CURRENCY}{}", named(code), did_you_mean(currency_meant(code)))
}

#[cfg(test)]
mod tests {
    use super::{country_meant, currency_meant, listed, named, nearest, unknown};

    #[test]
    fn what_was_probably_meant() {
        let names = ["country", "kind", "id", "min", "max", "ref", "cluster", "@nordic"];
        for (written, meant) in [
            ("@nordics", Some("@nordic")),
            ("Cluster", Some("cluster")),
            ("clutser", Some("cluster")),
            ("minimum", Some("min")),
            ("countries", Some("country")),
            ("in", None),
            ("of", None),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, &names), meant, "{written}");
        }
    }

    #[test]
    fn what_was_not_is_listed() {
        assert_eq!(unknown("type", "ngo", &["a", "b"], "there are"), "unknown type `ngo`; there are `a` and `b`");
        assert_eq!(unknown("type", "ngo", &[], "there are"), "unknown type `ngo`; there are none");
        assert_eq!(listed(&["a"; 17], "or"), format!("{} …", ["`a`"; 16].join(", ")));
    }

    #[test]
    fn codes_by_what_people_write() {
        for (written, meant) in [
            ("dk", Some("DK")),
            ("Denmark", Some("DK")),
            ("new zealand", Some("NZ")),
            ("Åland Islands", Some("AX")),
            ("Netherlands", Some("NL")),
            ("the Netherlands", Some("NL")),
            ("uk", None),
            ("XX", None),
        ] {
            assert_eq!(country_meant(written), meant, "{written}");
        }
        for (written, meant) in [
            ("eur", Some("EUR")),
            ("Euro", Some("EUR")),
            ("DKR", Some("DKK")),
            ("SKr", Some("SEK")),
            ("NKR", Some("NOK")),
            ("XAU", None),
            ("kr", None),
            ("Dollar", None),
            ("€", None),
            ("ÅÄÖ", None),
        ] {
            assert_eq!(currency_meant(written), meant, "{written}");
        }
    }

    #[test]
    fn what_is_long_is_cut_and_not_compared() {
        let long = "é".repeat(1_000_000);
        assert_eq!(named(&long), format!("`{}…`", "é".repeat(40)));
        assert_eq!(nearest(&long, &[long.as_str()]), None);
        assert_eq!((country_meant(&long), currency_meant(&long)), (None, None));
    }
}
