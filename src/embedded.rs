//! The rulebooks that callcheck ships.

use std::sync::{Arc, OnceLock};

use crate::rulebook::Rulebook;

macro_rules! shipped {
    ($($id:literal),+ $(,)?) => {
        /// Id and text of each, the default first.
        const TEXTS: &[(&str, &str)] = &[$(($id, include_str!(concat!("../rulebooks/", $id, ".json")))),+];
        static LOADED: [OnceLock<Option<Arc<Rulebook>>>; TEXTS.len()] = [const { OnceLock::new() }; TEXTS.len()];
    };
}

shipped!(
    "innovation-express",
    "innovation-express-2013",
    "innovation-express-2014",
    "innovation-express-2015",
    "innovation-express-2016",
    "innovation-express-2017",
);

/// The ids of the rulebooks, the default first.
pub fn ids() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(id, _)| *id)
}

/// The JSON text of one.
pub fn text(id: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

/// One of them, loaded when it is first asked for.
///
/// ```
/// let rulebook = callcheck::embedded::rulebook("innovation-express-2013").ok_or("not shipped")?;
/// assert_eq!(rulebook.id(), "innovation-express-2013");
/// assert!(callcheck::embedded::rulebook("none").is_none());
/// # Ok::<(), &str>(())
/// ```
pub fn rulebook(id: &str) -> Option<Arc<Rulebook>> {
    let index = TEXTS.iter().position(|(known, _)| *known == id)?;
    // That each of them loads is shown by a test.
    LOADED.get(index)?.get_or_init(|| Rulebook::from_json(text(id)?).ok().map(Arc::new)).clone()
}
