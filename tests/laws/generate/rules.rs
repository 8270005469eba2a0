//! Rules and notices.

use serde_json::{Value, json};

use super::bounds::constant;
use super::conditions::test;
use super::draw::Draw;
use super::filters::filter;
use super::measures::Unit;
use super::rows::add_rows;
use super::vocabulary::Vocabulary;
use super::{Language, cite};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Each {
    Proposal,
    Country,
    Partner,
}

/// Where a part of a rule stands, which decides what may stand there.
#[derive(Clone)]
pub struct Scope<'a> {
    pub vocabulary: &'a Vocabulary,
    pub language: Language,
    pub each: Each,
    /// The rule's own `where`, and its row's.
    pub filters: Vec<Value>,
    pub currency: &'a str,
    /// Whether the rule's constants carry their currency.
    pub carries_currency: bool,
    /// Whether it stands in a `when`.
    pub is_condition: bool,
    /// Whether rows will add to whom the rule speaks of.
    pub has_rows: bool,
}

pub fn rule(draw: &mut Draw, vocabulary: &Vocabulary, language: Language, number: usize) -> Value {
    let mut rule = json!({ "id": format!("rule-{number}"), "title": format!("Rule {number}"), "source": cite("text") });
    let each = draw.pick(&[Each::Proposal, Each::Proposal, Each::Country, Each::Partner]);
    let mut scope = scope(draw, vocabulary, language, &mut rule);
    scope.each = each;
    match each {
        Each::Proposal if draw.chance(80) => {}
        Each::Proposal => rule["each"] = "proposal".into(),
        Each::Country => rule["each"] = "country".into(),
        Each::Partner => rule["each"] = "partner".into(),
    }
    if draw.chance(25) {
        rule["severity"] = draw.pick(&["advice", "advice", "error"]).into();
    }
    add_strand(draw, vocabulary, &mut rule, 15);
    add_conditions(draw, &mut scope, &mut rule);
    if scope.has_rows {
        add_rows(draw, &scope, &mut rule);
    } else {
        rule["require"] = test(draw, &scope, 2);
    }
    rule
}

/// In which currency a rule is computed, and who says so.
fn scope<'a>(draw: &mut Draw, vocabulary: &'a Vocabulary, language: Language, rule: &mut Value) -> Scope<'a> {
    let own = vocabulary.currency.as_str();
    let other = draw.pick(&["EUR", "DKK", "DKK", "SEK", "JPY"]);
    let (currency, is_named, carries_currency) = draw.pick(&[
        (own, false, false),
        (own, false, false),
        (own, false, false),
        (other, true, false),
        (other, false, true),
        (other, true, true),
    ]);
    if is_named {
        rule["currency"] = currency.into();
    }
    let each = Each::Proposal;
    let has_rows = !language.is_one_bound() && draw.chance(15);
    Scope { vocabulary, language, each, filters: Vec::new(), currency, carries_currency, is_condition: false, has_rows }
}

fn add_conditions(draw: &mut Draw, scope: &mut Scope<'_>, rule: &mut Value) {
    if draw.chance(40) {
        rule["where"] = filter(draw, scope);
        scope.filters.push(rule["where"].clone());
    }
    if draw.chance(30) {
        rule["when"] = test(draw, &Scope { is_condition: true, ..scope.clone() }, 1);
    }
}

pub fn add_strand(draw: &mut Draw, vocabulary: &Vocabulary, place: &mut Value, percent: u32) {
    if vocabulary.strands.is_empty() || !draw.chance(percent) {
        return;
    }
    let strands = draw.some(&vocabulary.strands, 1, 2);
    place["strand"] = if strands.len() == 1 && draw.chance(70) { json!(strands[0]) } else { json!(strands) };
}

pub fn notice(draw: &mut Draw, vocabulary: &Vocabulary, number: usize) -> Value {
    let mut notice = json!({ "id": format!("notice-{number}"), "title": "Notice", "source": cite("booklet") });
    let scope = Scope {
        vocabulary,
        language: Language::Whole,
        each: Each::Proposal,
        filters: Vec::new(),
        currency: vocabulary.currency.as_str(),
        carries_currency: draw.chance(30),
        is_condition: true,
        has_rows: false,
    };
    add_strand(draw, vocabulary, &mut notice, 20);
    if draw.chance(85) {
        notice["when"] = test(draw, &scope, 2);
    }
    if draw.chance(40) {
        notice["amount"] = constant(draw, &scope, Unit::Money);
    }
    notice
}
