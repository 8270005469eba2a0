//! Amounts of money: few and small ones, so that equal values and hits on a bound are frequent.

use serde_json::Value;

use super::draw::Draw;

pub const CURRENCIES: [&str; 5] = ["EUR", "DKK", "SEK", "JPY", "KWD"];

const WHOLE: [&str; 12] = ["0", "0", "1", "5", "10", "20", "50", "60", "100", "100", "150", "300"];
const WITH_CENTS: [&str; 8] = ["0.01", "0.00", "0.5", "10.01", "33.33", "33.34", "99.99", "100.01"];

/// The decimals of those currencies that are drawn.
pub fn decimals(currency: &str) -> usize {
    match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    }
}

/// An amount as text, or as the number where that reads the same.
pub fn amount(draw: &mut Draw, currency: &str) -> Value {
    let text = amount_text(draw, currency);
    match text.parse::<u64>() {
        Ok(whole) if draw.chance(20) => Value::from(whole),
        Ok(whole) if draw.chance(5) => Value::from(whole as f64),
        _ => Value::from(text),
    }
}

pub fn amount_text(draw: &mut Draw, currency: &str) -> &'static str {
    if decimals(currency) > 0 && draw.chance(20) { draw.pick(&WITH_CENTS) } else { draw.pick(&WHOLE) }
}

/// Two amounts of which the second is not less.
pub fn amounts_in_order(draw: &mut Draw) -> (&'static str, &'static str) {
    let mut places = [draw.below(WHOLE.len()), draw.below(WHOLE.len())];
    places.sort_unstable();
    (WHOLE[places[0]], WHOLE[places[1]])
}
