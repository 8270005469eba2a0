//! Completions of a proposal: what is unknown in it is filled with readable, consistent values, and
//! partners are added in the currencies that are already there.
//!
//! A field that stays empty is no harm: what holds of a proposal in every completion holds of it in
//! one that still leaves something open.

use callcheck::report::Code;
use serde_json::{Map, Value, json};

use crate::case::Loaded;
use crate::generate::{
    COUNTRIES, CURRENCIES, Care, Draw, ROLES, SIZES, Vocabulary, amount, answer, day, moment, partner,
};

/// Codes of both kinds for those countries that have some here.
const REGIONS: [&str; 7] = ["DE-BB", "DE-BE", "DE402", "DE30", "FR-IDF", "GR-I", "EL30"];

pub fn completed(loaded: &Loaded<'_>, draw: &mut Draw, draft: bool) -> Value {
    let vocabulary = loaded.case.vocabulary();
    let completer = Completer { loaded, vocabulary, draft };
    let mut proposal = completer.readable(loaded.case.proposal.clone(), draw);
    completer.fill_own(&mut proposal, draw);
    let listed = proposal["partners"].as_array().cloned();
    let may_grow = draft || listed.is_none();
    let mut partners: Vec<Value> =
        listed.into_iter().flatten().map(|partner| completer.filled_partner(&proposal, partner, draw)).collect();
    if may_grow {
        completer.add_partners(&proposal, &mut partners, draw);
    }
    proposal["partners"] = Value::Array(partners);
    completer.readable(proposal, draw)
}

struct Completer<'a> {
    loaded: &'a Loaded<'a>,
    vocabulary: Vocabulary,
    draft: bool,
}

impl Completer<'_> {
    /// The proposal with every unreadable value replaced; a new currency may make others unreadable.
    fn readable(&self, mut proposal: Value, draw: &mut Draw) -> Value {
        for _ in 0..9 {
            let invalid = self.invalid_paths(&proposal);
            if invalid.is_empty() {
                return proposal;
            }
            // From the last, so that the places of list items stay as they are told.
            for path in invalid.iter().rev() {
                self.replace(&mut proposal, path, draw);
            }
        }
        panic!("there is still something unreadable in {proposal:#}")
    }

    fn invalid_paths(&self, proposal: &Value) -> Vec<String> {
        let report = self.loaded.check(proposal, self.draft);
        let invalid = report.findings.into_iter().filter(|finding| finding.code == Code::InvalidValue);
        invalid.map(|finding| finding.path).collect()
    }

    /// What is unreadable is unknown, not absent: where absence means something of its own, a value
    /// takes its place.
    fn replace(&self, proposal: &mut Value, path: &str, draw: &mut Draw) {
        let tokens: Vec<&str> = path.split('/').skip(1).collect();
        let (who, field) = match tokens.as_slice() {
            ["partners", who, field @ ..] => (Some(*who), field),
            field => (None, field),
        };
        let currency = self.currency(proposal, who);
        let value = match field {
            [] => {
                if who.is_some() || tokens.is_empty() {
                    json!({})
                } else {
                    Value::Null
                }
            }
            ["currency"] => json!(draw.pick(&CURRENCIES)),
            ["submitted"] => json!(moment(draw)),
            ["grant"] => amount(draw, &currency),
            [table @ ("costs" | "contributions")] => self.amounts(draw, table, &currency),
            ["costs" | "contributions", _] => amount(draw, &currency),
            ["labels", _] => return set(proposal, &tokens[..3.min(tokens.len() - 1)], Value::Null),
            ["answers", _, _] => return set(proposal, &tokens[..tokens.len() - 1], Value::Null),
            _ => Value::Null,
        };
        let is_unlisted = matches!(field, [table @ ("costs" | "contributions"), key] if !self.keys(table).iter().any(|known| escaped(known) == *key));
        set(proposal, &tokens, if is_unlisted { Value::Null } else { value });
    }

    fn keys(&self, table: &str) -> &[String] {
        if table == "costs" { &self.vocabulary.costs } else { &self.vocabulary.contributions }
    }

    fn amounts(&self, draw: &mut Draw, table: &str, currency: &str) -> Value {
        let keys = draw.some(self.keys(table), 0, 3);
        Value::Object(keys.into_iter().map(|key| (key, amount(draw, currency))).collect::<Map<String, Value>>())
    }

    /// The currency of a partner's amounts, or of the proposal's.
    fn currency(&self, proposal: &Value, who: Option<&str>) -> String {
        let own = who.and_then(|who| proposal.pointer(&format!("/partners/{who}/currency")));
        let given = own.filter(|own| is_given(own)).or(proposal.get("currency").filter(|own| is_given(own)));
        given.and_then(Value::as_str).unwrap_or(&self.vocabulary.currency).to_owned()
    }

    fn fill_own(&self, proposal: &mut Value, draw: &mut Draw) {
        fill(proposal, "submitted", || json!(moment(draw)));
        if !self.vocabulary.strands.is_empty() {
            fill(proposal, "strand", || json!(draw.pick(&self.vocabulary.strands)));
        }
        fill_duration(proposal, draw);
        let currency = self.currency(proposal, None);
        self.fill_answers(proposal, "proposal", &currency, draw);
    }

    fn fill_answers(&self, place: &mut Value, of: &str, currency: &str, draw: &mut Draw) {
        fill(place, "answers", || json!({}));
        for question in self.vocabulary.questions.iter().filter(|question| question.of == of) {
            fill(&mut place["answers"], &question.name, || answer(draw, question, currency));
        }
    }

    fn filled_partner(&self, proposal: &Value, mut partner: Value, draw: &mut Draw) -> Value {
        if !partner.is_object() {
            partner = json!({});
        }
        fill_place(&mut partner, draw);
        fill(&mut partner, "size", || json!(draw.pick(&SIZES)));
        if !self.vocabulary.types.is_empty() {
            fill(&mut partner, "type", || json!(draw.pick(&self.vocabulary.types)));
        }
        // In a closed proposal both have a default, and what has one is not unknown.
        if self.draft {
            fill(&mut partner, "role", || json!(draw.pick(&ROLES)));
            fill(&mut partner, "labels", || json!(draw.some(&self.vocabulary.labels, 0, 3)));
        }
        let own = partner.get("currency").filter(|own| is_given(own)).and_then(Value::as_str).map(str::to_owned);
        let currency = own.unwrap_or_else(|| self.currency(proposal, None));
        fill(&mut partner, "grant", || amount(draw, &currency));
        for table in ["costs", "contributions"] {
            fill(&mut partner, table, || self.amounts(draw, table, &currency));
        }
        self.fill_answers(&mut partner, "partner", &currency, draw);
        partner
    }

    fn add_partners(&self, proposal: &Value, partners: &mut Vec<Value>, draw: &mut Draw) {
        let default = self.currency(proposal, None);
        let own = partners.iter().filter_map(|partner| partner["currency"].as_str()).filter(|own| !own.is_empty());
        let currencies: Vec<String> = own.map(str::to_owned).chain([default]).collect();
        for _ in 0..draw.pick(&[0, 1, 1, 2, 3]) {
            let currency = draw.pick(&currencies);
            let care = Care { gaps: 10, ..Care::KNOWN_PARTNERS };
            let mut added = partner(draw, &self.vocabulary, &currency, care);
            if !added.is_object() || !currencies.iter().any(|known| added["currency"] == **known) {
                added = json!({});
            }
            if added == json!({}) || added["currency"].is_null() {
                added["currency"] = json!(currency);
            }
            partners.push(self.filled_partner(proposal, added, draw));
        }
    }
}

/// Country and region, which must agree.
fn fill_place(partner: &mut Value, draw: &mut Draw) {
    let region = partner["region"].as_str().filter(|region| !region.is_empty()).map(str::to_owned);
    fill(partner, "country", || {
        json!(region.map_or_else(|| draw.pick(&COUNTRIES).to_owned(), |region| region[..2].to_owned()))
    });
    let country = partner["country"].as_str().unwrap_or_default().replace("EL", "GR");
    let own: Vec<&str> =
        REGIONS.into_iter().filter(|region| region.replace("EL", "GR").starts_with(&country)).collect();
    if !own.is_empty() {
        fill(partner, "region", || json!(draw.pick(&own)));
    }
}

/// Months, or dates of which the end is not before the start.
fn fill_duration(proposal: &mut Value, draw: &mut Draw) {
    let given = |key: &str| proposal.get(key).is_some_and(is_given);
    if given("months") || given("start") && given("end") {
        return;
    }
    if !given("start") && !given("end") && draw.chance(50) {
        proposal["months"] = json!(draw.pick(&[0, 1, 6, 12, 18, 48]));
        return;
    }
    let start = proposal["start"].as_str().filter(|day| !day.is_empty()).unwrap_or_else(|| day(draw)).to_owned();
    let end = proposal["end"].as_str().filter(|day| !day.is_empty()).unwrap_or_else(|| day(draw)).to_owned();
    if start <= end {
        proposal["start"] = json!(start);
        proposal["end"] = json!(end);
    }
}

/// Sets a field that is not given.
fn fill(place: &mut Value, key: &str, value: impl FnOnce() -> Value) {
    if !place.get(key).is_some_and(is_given) {
        place[key] = value();
    }
}

fn is_given(value: &Value) -> bool {
    !value.is_null() && value != ""
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn set(proposal: &mut Value, tokens: &[&str], value: Value) {
    let pointer: String = tokens.iter().map(|token| format!("/{token}")).collect();
    if let Some(place) = proposal.pointer_mut(&pointer) {
        *place = value;
    }
}
