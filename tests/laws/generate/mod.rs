//! Random sound rulebooks that use the whole language, and proposals to them.
//!
//! The universe is small (few countries, names, amounts and days), so that equal values and hits on a
//! bound are frequent. Everything follows from a seed.

mod atoms;
mod bounds;
mod conditions;
mod dates;
mod draw;
mod filters;
mod measures;
mod money;
mod partners;
mod proposals;
mod rows;
mod rules;
mod sets;
mod tables;
mod values;
mod vocabulary;

use serde_json::{Value, json};

pub use self::dates::{day, moment};
pub use self::draw::Draw;
pub use self::money::{CURRENCIES, amount, decimals};
pub use self::partners::partner;
pub use self::proposals::{Care, proposal};
pub use self::values::answer;
pub use self::vocabulary::{COUNTRIES, ROLES, SIZES, Vocabulary};

/// How much of the rulebooks' language is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// All of it.
    Whole,
    /// Conditions and memberships do not hang on amounts, the duration or dates, so that they stay as
    /// they are when such a field is set.
    Steady,
    /// Steady, and each rule is one atom with one bound, so that its status tells of that bound.
    OneBound,
}

impl Language {
    pub fn is_steady(self) -> bool {
        self != Language::Whole
    }

    pub fn is_one_bound(self) -> bool {
        self == Language::OneBound
    }
}

/// A sound rulebook, and what it lists.
pub fn rulebook(draw: &mut Draw, language: Language) -> (Value, Vocabulary) {
    let (mut rulebook, vocabulary) = tables::tables(draw, language);
    let rules = draw.between(1, 6);
    rulebook.insert(
        "rules".to_owned(),
        (0..rules).map(|number| rules::rule(draw, &vocabulary, language, number)).collect(),
    );
    if draw.chance(40) {
        let notices = draw.below(3);
        rulebook.insert(
            "notices".to_owned(),
            (0..notices).map(|number| rules::notice(draw, &vocabulary, number)).collect(),
        );
    }
    (Value::Object(rulebook), vocabulary)
}

/// Whether it is a draft, and maybe the caller's rates.
pub fn options(draw: &mut Draw) -> Value {
    let mut options = json!({ "draft": draw.chance(50) });
    if draw.chance(15) {
        let base = draw.pick(&["EUR", "DKK"]);
        options["exchange"] = json!({ "base": base, "units": tables::units(draw, base) });
    }
    options
}

fn cite(source: &str) -> Value {
    json!({ "ref": source, "at": "p. 1" })
}
