//! What `check` and `batch` judge by, read from where the command line says.

use std::sync::Arc;

use callcheck::{Exchange, Options, OptionsError, Rulebook};

use crate::args::JudgeArgs;
use crate::failure::Failure;
use crate::input::Source;
use crate::render::place::{self, Place};

impl JudgeArgs {
    /// Loads the rulebook, and reads how to judge.
    pub fn load(&self) -> Result<(Arc<Rulebook>, Options), Failure> {
        let rulebook = self.rulebook.load()?;
        let exchange = self.exchange.as_ref().map(exchange).transpose()?;
        Ok((rulebook, Options { draft: self.draft, exchange }))
    }
}

/// What an exchange file holds, for whoever wrote another thing.
const EXCHANGE_FORM: &str = "Exchange rates are written {\"base\": \"EUR\", \"units\": {\"DKK\": \"7.46\"}}.";

fn exchange(source: &Source) -> Result<Exchange, Failure> {
    let text = source.text()?;
    let Ok(value) = serde_json::from_str(&text.content) else { return Err(Failure::no_json(text, EXCHANGE_FORM)) };
    let repeated = place::repeated_keys(&text.content, &|_| false);
    let read = if repeated.is_empty() {
        Exchange::from_value(&value).map_err(|error| vec![unreadable(&text.content, error)])
    } else {
        Err(repeated)
    };
    read.map_err(|places| {
        let closing = format!("{} cannot be used. {EXCHANGE_FORM}", text.name);
        Failure::Places { text, places, closing }
    })
}

fn unreadable(text: &str, error: OptionsError) -> Place {
    let range = place::option_range(text, &error.path);
    let label = (!error.path.is_empty()).then_some(error.path);
    Place { offset: range.start, length: range.len(), message: error.message, label }
}
