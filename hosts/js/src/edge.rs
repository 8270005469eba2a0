//! How values cross: as JSON text, in both directions.

use callcheck::Options;
use serde::Serialize;
use serde_json::json;
use wasm_bindgen::JsValue;

/// What is thrown at JavaScript: always a string of JSON.
#[derive(Debug)]
pub struct Thrown(String);

impl Thrown {
    /// Throws this value.
    pub fn new(value: &(impl Serialize + ?Sized)) -> Thrown {
        Thrown(serde_json::to_string(value).unwrap_or_else(|error| json!({ "message": error.to_string() }).to_string()))
    }

    /// Throws a sentence.
    pub fn message(error: impl std::fmt::Display) -> Thrown {
        Thrown::new(&json!({ "message": error.to_string() }))
    }

    /// Throws a sentence about one place.
    pub fn at(path: &str, message: &str) -> Thrown {
        Thrown::new(&json!({ "path": path, "message": message }))
    }
}

impl From<Thrown> for JsValue {
    fn from(Thrown(text): Thrown) -> JsValue {
        JsValue::from_str(&text)
    }
}

/// Reads the options, if there are any.
pub fn options(text: Option<&str>) -> Result<Options, Thrown> {
    let options = text.map_or_else(|| Ok(Options::default()), Options::from_json);
    options.map_err(|error| Thrown::at(&error.path, &error.message))
}

/// Writes JSON text.
pub fn write(value: &(impl Serialize + ?Sized)) -> Result<String, Thrown> {
    serde_json::to_string(value).map_err(Thrown::message)
}
