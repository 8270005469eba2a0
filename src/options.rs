//! How to judge: as a draft, and by whose exchange rates.

use serde_json::{Map, Value};

use crate::json::Tree;
use crate::rulebook::words::{named, nearest, no_currency};
use crate::value::{Currency, Literal, Rates, escape};

/// What a table of rates has.
const FIELDS: [&str; 2] = ["base", "units"];
/// How its units are written.
const UNITS: &str = "{ \"DKK\": \"7.46\" }";

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
    /// Reads the JSON text of what [`Options::from_value`] reads.
    ///
    /// # Errors
    /// As of [`Options::from_value`], and where the text is no JSON.
    pub fn from_json(text: &str) -> Result<Options, OptionsError> {
        let tree = Tree::read(text).map_err(|error| OptionsError::new("", error.to_string()))?;
        Options::from_value(&tree.to_value())
    }

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
        let Value::Object(fields) = value else {
            return Err(OptionsError::new("", "exchange rates are an object with `base` and `units`"));
        };
        let base = given(fields, "base", "write the currency of which one unit is counted, such as \"EUR\"")?;
        let base = base.as_str().ok_or_else(|| OptionsError::new("/base", "`base` is a text, such as \"EUR\""))?;
        let base = currency(base, "/base")?;
        let right = format!("write how many of each currency make one of the base, such as {UNITS}");
        let Value::Object(units) = given(fields, "units", &right)? else {
            return Err(OptionsError::new("/units", format!("`units` is an object, such as {UNITS}")));
        };
        let mut rates = Rates::new(base);
        for (code, unit) in units {
            let path = format!("/units/{}", escape(code));
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

/// A field that must be there.
fn given<'v>(fields: &'v Map<String, Value>, name: &str, right: &str) -> Result<&'v Value, OptionsError> {
    fields.get(name).ok_or_else(|| {
        let misspelt = fields.keys().find(|key| nearest(key, &FIELDS) == Some(name));
        let hint = misspelt.map_or_else(String::new, |key| format!("; did you mean it by {}?", named(key)));
        OptionsError::new(&format!("/{name}"), format!("`{name}` is missing: {right}{hint}"))
    })
}

fn currency(code: &str, path: &str) -> Result<Currency, OptionsError> {
    Currency::from_code(code).ok_or_else(|| OptionsError::new(path, no_currency(code)))
}

fn literal(value: &Value) -> Option<Literal> {
    match value {
        Value::String(text) => Literal::from_text(text),
        Value::Number(number) => Literal::from_number(number.as_f64()?),
        _ => None,
    }
}

impl OptionsError {
    fn new(path: &str, message: impl Into<String>) -> OptionsError {
        OptionsError { path: path.to_owned(), message: message.into() }
    }

    fn below(self, path: &str) -> OptionsError {
        OptionsError { path: format!("{path}{}", self.path), ..self }
    }
}
