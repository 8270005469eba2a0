//! The rulebook's exchange rates in words.

use serde_json::Value;

use crate::report::format::{date, grouped};
use crate::value::Literal;

const NO_BREAK: char = '\u{a0}';
/// As many as a unit may have.
const DECIMALS: usize = 10;

/// `EUR 1 = DKK 7.46 = SEK 8.6 (1 February 2013)`; `None` where it has no rates.
pub(super) fn words(rulebook: &Value) -> Option<String> {
    let exchange = rulebook.get("exchange")?;
    let base = exchange.get("base")?.as_str()?;
    let units = exchange.get("units")?.as_object()?;
    let mut sides = vec![format!("{base}{NO_BREAK}1")];
    sides.extend(units.iter().filter_map(|(code, unit)| Some(format!("{code}{NO_BREAK}{}", decimal(unit)?))));
    if sides.len() == 1 {
        return None;
    }
    let date = exchange.get("date").and_then(Value::as_str).map(|text| format!(" ({})", date(text)));
    Some(format!("{}{}", sides.join(" = "), date.unwrap_or_default()))
}

/// Exactly, without zeros at its end.
fn decimal(unit: &Value) -> Option<String> {
    let literal = match unit {
        Value::String(text) => Literal::from_text(text)?,
        number => Literal::from_number(number.as_f64()?)?,
    };
    let digits = format!("{:0>width$}", literal.scaled(DECIMALS)?, width = DECIMALS.saturating_add(1));
    let (whole, fraction) = digits.split_at_checked(digits.len().saturating_sub(DECIMALS))?;
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{}{point}{fraction}", grouped(whole)))
}
