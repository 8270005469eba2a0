//! One case: a rulebook, a proposal to it, and how it is judged.

use std::sync::Arc;

use callcheck::{Options, Report, Rulebook};
use serde_json::{Value, json};

use crate::generate::{Care, Draw, Language, Vocabulary, options, proposal, rulebook};
use crate::reduce::reduced;

/// Proposals to one rulebook.
const PROPOSALS: u64 = 4;

#[derive(Clone)]
pub struct Case {
    pub rulebook: Value,
    pub proposal: Value,
    pub options: Value,
    /// Of what else the law draws.
    pub seed: u64,
}

/// A rulebook that was loaded, and a case to it.
pub struct Loaded<'a> {
    pub case: &'a Case,
    pub rulebook: Arc<Rulebook>,
}

/// What a law is tried on.
#[derive(Clone, Copy)]
pub struct Kind {
    pub language: Language,
    /// How the proposals are filled; `None` for from hardly to completely.
    pub care: Option<Care>,
}

impl Kind {
    pub const ANY: Kind = Kind { language: Language::Whole, care: None };
}

impl Case {
    /// Draws of a law of its own, the same for the same case.
    pub fn draw(&self) -> Draw {
        Draw::new(!self.seed)
    }

    /// What the rulebook lists.
    pub fn vocabulary(&self) -> Vocabulary {
        Vocabulary::of(&self.rulebook, Vec::new())
    }

    pub fn load(&self) -> Option<Loaded<'_>> {
        let rulebook = Rulebook::from_json(&self.rulebook.to_string()).ok()?;
        Some(Loaded { case: self, rulebook: Arc::new(rulebook) })
    }
}

impl Loaded<'_> {
    pub fn options(&self, draft: bool) -> Options {
        let options = Options::from_value(&self.case.options).expect("sound options");
        Options { draft, ..options }
    }

    pub fn is_draft(&self) -> bool {
        self.case.options["draft"] == true
    }

    pub fn check(&self, proposal: &Value, draft: bool) -> Report {
        self.rulebook.check(proposal, &self.options(draft))
    }

    /// The report as the JSON that goes over the wire.
    pub fn report(&self, proposal: &Value, draft: bool) -> Value {
        serde_json::to_value(self.check(proposal, draft)).expect("a report is JSON")
    }
}

/// Tries a law on so many cases; `broken` says how a case breaks it.
///
/// `LAW_CASES=50` in the environment tries fifty times as many.
pub fn hold(kind: Kind, cases: u64, broken: impl Fn(&Loaded<'_>) -> Option<String>) {
    let times = std::env::var("LAW_CASES").map_or(1, |times| times.parse().expect("how many times as many"));
    for first in (0..cases * times).step_by(PROPOSALS as usize) {
        let mut draw = Draw::new(first);
        let (rulebook, vocabulary) = rulebook(&mut draw, kind.language);
        let sound = Rulebook::from_json(&rulebook.to_string());
        let sound = sound.unwrap_or_else(|error| panic!("{:#?}\n{rulebook:#}", error.problems));
        let sound = Arc::new(sound);
        for seed in first..first + PROPOSALS {
            let care = kind.care.unwrap_or_else(|| Care::any(&mut draw));
            let proposal = proposal(&mut draw, &vocabulary, care);
            let case = Case { rulebook: rulebook.clone(), proposal, options: options(&mut draw), seed };
            if broken(&Loaded { case: &case, rulebook: sound.clone() }).is_some() {
                tell(&reduced(case, &broken), &broken);
            }
        }
    }
}

fn tell(case: &Case, broken: &impl Fn(&Loaded<'_>) -> Option<String>) -> ! {
    let how = case.load().and_then(|loaded| broken(&loaded)).unwrap_or_default();
    let case =
        json!({ "rulebook": case.rulebook, "proposal": case.proposal, "options": case.options, "seed": case.seed });
    panic!("{how}\n{case:#}")
}
