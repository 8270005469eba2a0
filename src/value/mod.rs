//! What a value is: amounts, factors, codes, dates, durations and paths.
//!
//! Every type here reads one row of the format's table of values and cannot be wrong once read.

mod amount;
mod country;
mod country_names;
mod currency;
mod currency_units;
mod date;
mod decimal;
mod duration;
mod exact;
mod factor;
mod moment;
mod order;
mod pointer;
mod rates;
mod region;
mod shown;

pub use amount::Amount;
pub(crate) use amount::Literal;
pub use country::Country;
pub use currency::Currency;
pub(crate) use date::Date;
pub(crate) use decimal::Decimal;
pub(crate) use duration::{Duration, DurationBound, Edge};
pub(crate) use exact::Exact;
pub(crate) use factor::Factor;
pub(crate) use moment::{Moment, Order};
pub(crate) use order::{by_code_unit, order, sort};
pub(crate) use pointer::{escape, tokens};
pub(crate) use rates::Rates;
pub(crate) use region::{Area, Region};
pub use shown::Shown;

/// The largest count or number of months.
pub(crate) const MAX_COUNT: i128 = 999_999_999_999_999;

/// A JSON number as a count or a number of months: no sign, no fraction, at most 15 digits.
pub(crate) fn count(number: f64) -> Option<i128> {
    count_of(&Literal::from_number(number)?)
}

pub(crate) fn count_of(literal: &Literal) -> Option<i128> {
    literal.whole().filter(|whole| *whole <= MAX_COUNT)
}
