//! The sums of the proposal.

use callcheck::Amount;
use callcheck::report::{ExchangeFrom, ExchangeUsed, Report, Totals, grouped};

use super::counted::counted;
use super::page::{Line, Page};
use super::style::STRONG;

/// Adds the sums, those of each country where there are several, and the rates that converted.
pub fn put(page: &mut Page, report: &Report) {
    let totals = &report.totals;
    let sums = sums(totals, [totals.grant, totals.cost, totals.contribution], totals.complete);
    page.put_hanging(0, 8, Line::styled(STRONG, "Totals  ").plain(&sums));
    if totals.countries.len() > 1 {
        put_countries(page, totals);
    }
    if let Some(exchange) = &report.exchange {
        page.put(8, Line::new(&converted(exchange)));
    }
}

fn put_countries(page: &mut Page, totals: &Totals) {
    for country in &totals.countries {
        let sums = sums(totals, [country.grant, country.cost, country.contribution], country.complete);
        let partners = counted(country.partners as i128, "partner");
        page.put_hanging(8, 10, Line::new(&format!("{}, {partners}: {sums}", country.country.short_name())));
    }
}

fn sums(totals: &Totals, sums: [Amount; 3], complete: bool) -> String {
    let currency = totals.currency;
    let [grant, cost, contribution] = sums.map(|sum| grouped(&sum.to_string()));
    let known = if complete { String::new() } else { format!(" (as far as known in {currency})") };
    format!("grant {currency} {grant}, costs {currency} {cost}, contributions {currency} {contribution}{known}")
}

fn converted(exchange: &ExchangeUsed) -> String {
    let table = match exchange.from {
        ExchangeFrom::Rulebook => "the rulebook's rates",
        ExchangeFrom::Caller => "the rates of --exchange",
    };
    let date = exchange.date.as_ref().map(|date| format!(" of {date}")).unwrap_or_default();
    format!("Converted at {table}{date}, base {}.", exchange.base)
}
