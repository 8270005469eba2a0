//! Reading the table of exchange rates.

use std::sync::Arc;

use super::at::At;
use super::constant::literal;
use super::context::Context;
use super::words::{DAY, named, no_currency};
use crate::rulebook::model::Exchange;
use crate::value::{Currency, Date, Rates};

impl<'t> Context<'t> {
    pub(super) fn read_exchange(&mut self, root: &At<'t>) -> Option<Exchange> {
        let at = root.get("exchange")?;
        if !self.object(&at, "table of rates") {
            return None;
        }
        self.only(&at, &["base", "date", "source", "units"]);
        if let Some(source) = self.required(&at, "source", "`exchange`") {
            self.read_citation(&source);
        }
        let date = at.get("date").and_then(|date| self.read_exchange_date(&date));
        let base = self.required(&at, "base", "`exchange`").and_then(|base| self.currency_code(&base));
        let units = self.required(&at, "units", "`exchange`");
        let mut rates = Rates::new(base.unwrap_or(self.currency));
        for (code, unit) in units.map_or_else(Vec::new, |units| self.entries(&units, "table of units")) {
            self.read_unit(&code, &unit, base, &mut rates);
        }
        Some(Exchange { rates, date })
    }

    fn read_exchange_date(&mut self, at: &At<'t>) -> Option<Arc<str>> {
        let date = at.text().filter(|text| Date::from_text(text).is_some());
        if date.is_none() {
            self.is_no(at, "date", DAY);
        }
        date.map(Arc::from)
    }

    fn read_unit(&mut self, code: &str, at: &At<'t>, base: Option<Currency>, rates: &mut Rates) {
        let currency = Currency::from_code(code);
        let unit = literal(at).and_then(|literal| Rates::unit(&literal));
        match (currency, unit) {
            (None, _) => self.problems.at(at, no_currency(code)),
            (Some(_), None) => self.is_no(
                at,
                "number of units",
                "write one above 0, with at most 15 digits before the point and 10 behind it",
            ),
            (Some(currency), Some(_)) if Some(currency) == base => {
                self.problems.at(at, format!("{} is the base, of which one makes one: take it out", named(code)))
            }
            (Some(currency), Some(unit)) => rates.insert(currency, unit),
        }
    }
}
