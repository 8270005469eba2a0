//! The numbers of a finding or a check, in words: what was found, what is allowed, by how much.

use callcheck::report::{Code, Numbers, Shown, grouped};
use serde_json::Value;

use super::counted::counted;
use super::names::Names;

/// The numbers, and the words for the codes among them.
pub struct InWords<'a> {
    numbers: &'a Numbers,
    names: &'a Names<'a>,
}

impl<'a> InWords<'a> {
    /// Reads the numbers with these words.
    pub fn new(numbers: &'a Numbers, names: &'a Names<'a>) -> InWords<'a> {
        InWords { numbers, names }
    }

    /// What was found.
    pub fn found(&self) -> Option<String> {
        let found = self.value(self.numbers.found.as_ref()?);
        let days = self.numbers.days.map(|days| format!(" and {}", counted(days.into(), "day")));
        let so_far = if self.numbers.open == Some(true) { " so far" } else { "" };
        Some(format!("{found}{}{so_far}", days.unwrap_or_default()))
    }

    /// What is allowed, or needed: the label, and the bounds.
    pub fn allowed(&self) -> Option<(&'static str, String)> {
        let Numbers { min, max, above, below, is, one_of, within, .. } = self.numbers;
        let bounds = [
            (min, self.edge("at least ", Edge::Behind(" or later"))),
            (max, self.edge("at most ", Edge::Behind(" or earlier"))),
            (above, self.edge("more than ", Edge::Before("after "))),
            (below, self.edge("less than ", Edge::Before("before "))),
            (is, self.exactly()),
            (one_of, Edge::Before("one of ")),
            (within, Edge::Before("only ")),
        ];
        let words: Vec<String> =
            bounds.into_iter().filter_map(|(bound, edge)| Some(edge.around(&self.value(bound.as_ref()?)))).collect();
        let only_needed = max.is_none() && below.is_none() && (min.is_some() || above.is_some());
        let label = if only_needed { "needed" } else { "allowed" };
        (!words.is_empty()).then(|| (label, words.join(" and ")))
    }

    /// How far what was found is from what is allowed: the label, and the distance.
    pub fn distance(&self, code: Code) -> Option<(&'static str, String)> {
        // At an exclusive bound there is none.
        let by = self.numbers.by.as_ref().filter(|by| !by.is_zero())?;
        let label = match code {
            Code::AboveMax | Code::TooLate => "over by",
            Code::BelowMin | Code::TooEarly => "short by",
            _ => "off by",
        };
        let distance = match self.numbers.over_by() {
            Some((0, days)) => counted(days.into(), "day"),
            Some((months, days)) => format!("{} and {}", counted(months, "month"), counted(days.into(), "day")),
            None => self.value(by),
        };
        Some((label, distance))
    }

    /// All of it on one line: `found 1, needed at least 2`.
    pub fn on_one_line(&self) -> String {
        let found = self.found().map(|found| format!("found {found}"));
        let allowed = self.allowed().map(|(label, allowed)| format!("{label} {allowed}"));
        found.into_iter().chain(allowed).collect::<Vec<_>>().join("; ")
    }

    fn value(&self, shown: &Shown) -> String {
        match shown {
            Shown::Amount(amount) => format!("{} {}", amount.currency(), grouped(&amount.to_string())),
            Shown::Text(code) => self.names.code(self.numbers.measure.as_deref(), code),
            Shown::Count(months) if self.measures("months") => counted(*months, "month"),
            Shown::Count(count) => grouped(&count.to_string()),
            Shown::Boolean(true) => "yes".to_owned(),
            Shown::Boolean(false) => "no".to_owned(),
            Shown::List(list) if list.is_empty() => "none".to_owned(),
            Shown::List(list) => list.iter().map(|item| self.value(item)).collect::<Vec<_>>().join(", "),
        }
    }

    /// A number is asked for exactly; of a code or a yes there is nothing beside it.
    fn exactly(&self) -> Edge {
        let is_number = matches!(self.numbers.is, Some(Shown::Count(_))) || self.numbers.currency.is_some();
        Edge::Before(if is_number { "exactly " } else { "" })
    }

    fn edge(&self, of_number: &'static str, of_date: Edge) -> Edge {
        let is_date = ["start", "end", "submitted"].into_iter().any(|name| self.measures(name));
        if is_date { of_date } else { Edge::Before(of_number) }
    }

    fn measures(&self, name: &str) -> bool {
        self.numbers.measure.as_deref().and_then(Value::as_str) == Some(name)
    }
}

/// Where the words of a bound stand: `at most 3`, but `2013-05-31 or earlier`.
enum Edge {
    Before(&'static str),
    Behind(&'static str),
}

impl Edge {
    fn around(&self, value: &str) -> String {
        match self {
            Edge::Before(words) => format!("{words}{value}"),
            Edge::Behind(words) => format!("{value}{words}"),
        }
    }
}
