//! How to judge: as a draft, and by whose exchange rates.

use serde_json::Value;

use crate::value::{Currency, Literal, Rates};

/// How to judge a proposal.
///
/// ```
/// use callcheck::Options;
/// use serde_json::json;
///
/// let options = Options::from_value(&json!({ "draft": true, "exchange": { "base": "EUR", "units": { "DKK": "7.46" } } }))?;
/// assert!(options.draft);
/// # Ok::<(), callcheck::OptionsError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether partners may still be added.
    pub draft: bool,
    /// The caller's exchange rates, in place of the rulebook's.
    pub exchange: Option<Exchange>,
}

/// A caller's table of exchange rates: units of each currency for one of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    pub(crate) rates: Rates,
}

/// Options that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", if path.is_empty() { String::new() } else { format!("{path}: ") })]
pub struct OptionsError {
    /// RFC 6901 pointer into the options.
    pub path: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Options {
    /// Reads `{ "draft": boolean, "exchange": { "base": …, "units": { … } } }`; both may be absent or `null`.
    ///
    /// # Errors
    /// Where the options, the draft flag or the table of rates cannot be read.
    pub fn from_value(value: &Value) -> Result<Options, OptionsError> {
        let fields = match value {
            Value::Null => return Ok(Options::default()),
            Value::Object(fields) => fields,
            _ => return Err(OptionsError::new("", "options are an object with `draft` and `exchange`")),
        };
        let draft = match fields.get("draft") {
            None | Some(Value::Null) => false,
            Some(Value::Bool(draft)) => *draft,
            Some(_) => return Err(OptionsError::new("/draft", "`draft` is true or false")),
        };
        let exchange = match fields.get("exchange") {
            None | Some(Value::Null) => None,
            Some(exchange) => Some(Exchange::from_value(exchange).map_err(|error| error.below("/exchange"))?),
        };
        Ok(Options { draft, exchange })
    }
}

impl Exchange {
    /// Reads `{ "base": "EUR", "units": { "DKK": "7.46" } }`.
    ///
    /// # Errors
    /// Where the base or a currency is none, or a unit is not above 0 with at most 15 digits before
    /// the point and 10 behind it.
    pub fn from_value(value: &Value) -> Result<Exchange, OptionsError> {
        let base = currency(value.get("base").and_then(Value::as_str).unwrap_or(""), "/base")?;
        let Some(Value::Object(units)) = value.get("units") else {
            return Err(OptionsError::new("/units", "`units` is an object of currencies"));
        };
        let mut rates = Rates::new(base);
        for (code, unit) in units {
            let path = format!("/units/{code}");
            let currency = currency(code, &path)?;
            let unit = literal(unit).and_then(|literal| Rates::unit(&literal));
            let unit = unit.ok_or_else(|| {
                OptionsError::new(&path, "units are above 0, with at most 15 digits before the point and 10 behind it")
            })?;
            if currency == base && unit != Rates::one() {
                return Err(OptionsError::new(&path, "one unit of the base is 1"));
            }
            rates.insert(currency, unit);
        }
        Ok(Exchange { rates })
    }
}

fn currency(code: &str, path: &str) -> Result<Currency, OptionsError> {
    Currency::from_code(code).ok_or_else(|| {
        OptionsError::new(path, "a currency is the ISO 4217 code of one that has a minor unit, such as \"EUR\"")
    })
}

fn literal(value: &Value) -> Option<Literal> {
    match value {
        Value::String(text) => Literal::from_text(text),
        Value::Number(number) => Literal::from_number(number.as_f64()?),
        _ => None,
    }
}

impl OptionsError {
    fn new(path: &str, message: &str) -> OptionsError {
        OptionsError { path: path.to_owned(), message: message.to_owned() }
    }

    fn below(self, path: &str) -> OptionsError {
        OptionsError { path: format!("{path}{}", self.path), ..self }
    }
}
