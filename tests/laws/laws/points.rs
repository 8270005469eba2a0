//! The values of a limited field as whole numbers: minor units, months or days.

use serde_json::{Value, json};

use crate::generate::decimals;

/// An amount has at most 15 digits before the point.
const AMOUNT_END: i64 = 1_000_000_000_000_000;

pub struct Field {
    path: String,
    scale: Scale,
}

#[derive(Clone, Copy)]
enum Scale {
    /// With so many decimals.
    Amount(usize),
    Months,
    Days,
}

impl Field {
    /// The field of a limit.
    pub fn of(limit: &Value) -> Field {
        let path = limit["path"].as_str().expect("a path").to_owned();
        let scale = match limit["currency"].as_str() {
            Some(currency) => Scale::Amount(decimals(currency)),
            None if path == "/months" => Scale::Months,
            None => Scale::Days,
        };
        Field { path, scale }
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn point(&self, value: &Value) -> Option<i64> {
        match self.scale {
            Scale::Months => value.as_i64(),
            Scale::Amount(_) => value.as_str().map(|text| text.replace('.', "").parse().expect("an amount")),
            Scale::Days => value.as_str().map(day_number),
        }
    }

    /// The value as a proposal would write it; `None` where it cannot.
    pub fn value(&self, point: i64) -> Option<Value> {
        match self.scale {
            Scale::Months => (0..AMOUNT_END).contains(&point).then(|| json!(point)),
            Scale::Days => day(point).map(Value::from),
            Scale::Amount(decimals) => {
                let scale = 10_i64.pow(u32::try_from(decimals).ok()?);
                let is_amount = (0..AMOUNT_END.checked_mul(scale)?).contains(&point);
                let whole = point / scale;
                let text =
                    if decimals == 0 { whole.to_string() } else { format!("{whole}.{:0decimals$}", point % scale) };
                is_amount.then(|| Value::from(text))
            }
        }
    }

    /// The edges, one unit to either side of them, and some values far from any.
    pub fn probes(&self, min: Option<i64>, max: Option<i64>) -> Vec<i64> {
        let near = [min, max].into_iter().flatten().flat_map(|edge| [edge - 1, edge, edge + 1]);
        let far = match self.scale {
            Scale::Days => vec![day_number("1990-01-01"), day_number("2014-06-30"), day_number("2100-01-01")],
            Scale::Months => vec![0, 7, 500],
            Scale::Amount(_) => vec![0, 5_000, 1_000_000_000],
        };
        let mut probes: Vec<i64> = near.chain(far).collect();
        probes.sort_unstable();
        probes.dedup();
        probes
    }
}

/// Days from the first of March of the year 0, which ends each year with its leap day.
fn day_number(text: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| text[range].parse::<i64>().expect("a number");
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    days_before_year(year) + (153 * month + 2) / 5 + day - 1
}

fn days_before_year(year: i64) -> i64 {
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}

/// The day of that number, of the years 1 to 9999.
fn day(number: i64) -> Option<String> {
    let guess = number.div_euclid(366);
    let year = (guess..guess + 30).rev().find(|year| days_before_year(*year) <= number)?;
    let rest = number - days_before_year(year);
    let month = (5 * rest + 2) / 153;
    let day = rest - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (1..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[test]
fn days_are_numbered_one_by_one() {
    for (day_before, day_after) in
        [("2016-02-28", "2016-02-29"), ("2015-02-28", "2015-03-01"), ("1999-12-31", "2000-01-01")]
    {
        assert_eq!(day(day_number(day_before) + 1).as_deref(), Some(day_after));
    }
    assert_eq!(day(day_number("0001-01-01") - 1), None);
    assert_eq!(day(day_number("9999-12-31") + 1), None);
}
